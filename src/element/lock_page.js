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
  #state;
  #button;
  #page;

  constructor(goOn) {
    this.#goOn = goOn;
  }

  show(element, said, hadFocus) {
    this.#said = said;
    const level = /^[1-5]$/.exec(element.getAttribute("heading-level") ?? "")?.[0] ?? "2";
    const heading = made(`h${level}`, "govuk-heading-l", said.heading);
    heading.tabIndex = -1;
    heading.dataset.heading = "lock";
    this.#state = made("p", "govuk-body", said.saving);
    this.#state.setAttribute("role", "status");
    this.#button = made("button", "govuk-button", said.go_on);
    this.#button.type = "button";
    this.#button.addEventListener("click", () => this.#goOn());
    this.#page = made("div", "ta-lock");
    this.#page.lang = said.lang;
    const name = element.getAttribute("draft-name");
    this.#page.append(heading, ...(name ? [made("p", "govuk-body", fill(said.name, { name }))] : []), this.#state, this.#button);
    element.shadowRoot.replaceChildren(this.#page);
    if (hadFocus) heading.focus();
  }

  /** Says how it stands; a host's own message in its place where there is one. */
  say(key, { at, message } = {}, busy = false) {
    this.#state.textContent = typeof message === "string" && message ? message : fill(this.#said[key], { time: at && time(at) });
    if (busy) this.#button.setAttribute("aria-disabled", "true");
    else this.#button.removeAttribute("aria-disabled");
  }

  /** There is nothing to go on with. */
  end(key) {
    this.say(key);
    if (this.#page.contains(this.#page.getRootNode().activeElement)) this.#page.firstChild.focus();
    this.#button.remove();
  }

  leave() {
    this.#page?.remove();
  }
}
