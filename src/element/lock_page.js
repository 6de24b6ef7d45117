// What a person sees of the lock: a minute's warning, and the page that stands where the form was.

import { element as made, fill, time } from "./told.js";

/** Counts down below the form, where it covers nothing that has the focus; it is read out once. */
export class Warning {
  #said = {};
  #seen = made("p", "ta-lock-warning");
  #heard = made("p", "ta-lock-heard govuk-visually-hidden");
  #told = false;

  constructor() {
    this.#heard.setAttribute("role", "status");
    this.#seen.setAttribute("aria-hidden", "true");
    this.#seen.hidden = true;
  }

  /** Stands in the page before it says anything, so that what it says is heard. */
  stand(root, said) {
    this.#said = said;
    for (const line of [this.#heard, this.#seen]) {
      line.lang = said.lang;
      root.append(line);
    }
  }

  say(seconds) {
    const sentence = fill(seconds === 1 ? this.#said.warning_one : this.#said.warning, { count: seconds });
    this.#seen.textContent = sentence;
    this.#seen.hidden = false;
    if (this.#told) return;
    this.#told = true;
    this.#heard.textContent = sentence;
    // Whatever has the focus stays in view above it.
    const box = this.#seen.getRootNode().activeElement;
    const under = box && box.getBoundingClientRect().bottom - this.#seen.getBoundingClientRect().top;
    if (under > 0 && box.getBoundingClientRect().top < innerHeight) scrollBy(0, under + 8);
  }

  hush() {
    this.#told = false;
    this.#seen.hidden = true;
    this.#heard.textContent = this.#seen.textContent = "";
  }
}

/** Stands in the form's place, and says that nothing was lost. */
export class LockPage {
  #goOn;
  #said = {};
  #heading;
  #name; // the line that says which form it is
  #facts; // what stands in that line
  #state;
  #told; // what the state's line says, and with what
  #button;
  #page;

  constructor(goOn) {
    this.#goOn = goOn;
  }

  show(element, said, hadFocus) {
    const level = /^[1-5]$/.exec(element.getAttribute("heading-level") ?? "")?.[0] ?? "2";
    this.#heading = made(`h${level}`, "govuk-heading-l");
    this.#heading.tabIndex = -1;
    this.#heading.dataset.heading = "lock";
    this.#state = made("p", "govuk-body");
    this.#state.setAttribute("role", "status");
    this.#button = made("button", "govuk-button");
    this.#button.type = "button";
    this.#button.addEventListener("click", () => this.#goOn());
    this.#facts = { name: element.getAttribute("draft-name") };
    this.#name = this.#facts.name ? made("p", "govuk-body") : "";
    this.#page = made("div", "ta-lock", this.#heading, this.#name, this.#state, this.#button);
    this.#told = ["saving"];
    this.speak(said);
    element.shadowRoot.replaceChildren(this.#page);
    if (hadFocus) this.#heading.focus();
  }

  /** The same in the reader's language. */
  speak(said) {
    this.#said = said;
    this.#page.lang = said.lang;
    this.#heading.textContent = said.heading;
    this.#button.textContent = said.go_on;
    if (this.#name) this.#name.textContent = fill(said.name, this.#facts);
    this.say(...this.#told);
  }

  /** Says how it stands; a host's own message in its place where there is one. */
  say(key, { at, message } = {}, busy = false) {
    this.#told = [key, { at, message }, busy];
    this.#state.textContent = typeof message === "string" && message ? message : fill(this.#said[key], { time: at && time(at) });
    if (busy) this.#button.setAttribute("aria-disabled", "true");
    else this.#button.removeAttribute("aria-disabled");
  }

  /** There is nothing to go on with. */
  end(key) {
    this.say(key);
    if (this.#page.contains(this.#page.getRootNode().activeElement)) this.#heading.focus();
    this.#button.remove();
  }

  leave() {
    this.#page?.remove();
  }
}
