// A passphrase: the box in which it is given, and the keys that are made of it.

import { button, element, fill, paragraph } from "./told.js";

const bytesOf = (base64url) => Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

/** What was said is on the screen before the page is busy for half a second; a hidden page draws nothing. */
const painted = () =>
  new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 250);
  });

/** The same letters, however a keyboard writes their accents. */
const whole = (passphrase) => passphrase.normalize("NFC");

export const isShort = (passphrase, module) => [...whole(passphrase)].length < module.shortest_passphrase();

/** The keys of a passphrase; throws `short`, `memory`, `insecure` or `way`. */
export async function keysOf(passphrase, way, module) {
  await painted();
  const { n, i: iterations, salt } = JSON.parse(way);
  if (n === "argon2id") return module.Keys.argon2id(whole(passphrase), way);
  if (!globalThis.crypto?.subtle) throw "insecure";
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(whole(passphrase)), "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: bytesOf(salt), iterations }, key, 256);
  const keys = module.Keys.pbkdf2(new Uint8Array(bits), way);
  if (keys) return keys;
  throw "way";
}

let count = 0;

/** One box for a passphrase that can be shown. Nothing keeps anybody from pasting, or a manager from filling it in. */
export class Box {
  #said = {};
  #label = element("label", "govuk-label");
  #hint = element("p", "govuk-hint");
  #error = element("p", "govuk-error-message");
  #input = element("input", "govuk-input ta-passphrase__input");
  #show = button("", () => this.#shown(this.#input.type === "password"));
  element = element("div", "govuk-form-group", this.#label, this.#hint, this.#error, element("div", "ta-passphrase__box", this.#input, this.#show));

  /** `done` is called when somebody presses Enter. */
  constructor(done) {
    // No place of a record looks like this: the form takes it for none of its own.
    const id = `ta:passphrase:${(count += 1)}`;
    this.#input.id = this.#label.htmlFor = id;
    this.#hint.id = `${id}:hint`;
    this.#error.id = `${id}:error`;
    this.#error.hidden = true;
    Object.assign(this.#input, { type: "password", spellcheck: false, autocapitalize: "none" });
    this.#input.setAttribute("aria-describedby", `${id}:error ${id}:hint`);
    this.#show.setAttribute("aria-controls", id);
    this.#input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      setTimeout(done);
    });
  }

  /** `autocomplete` says to a password manager whether the passphrase is a new one. */
  write(said, label, hint, autocomplete) {
    this.#said = said;
    this.#label.textContent = label;
    this.#hint.textContent = hint;
    this.#hint.hidden = !hint;
    this.#input.autocomplete = autocomplete;
    this.#shown(this.#input.type !== "password");
  }

  #shown(visible) {
    this.#input.type = visible ? "text" : "password";
    this.#show.textContent = visible ? this.#said.pass_hide : this.#said.pass_show;
    this.#show.setAttribute("aria-label", visible ? this.#said.pass_hide_one : this.#said.pass_show_one);
  }

  get value() {
    return this.#input.value;
  }

  get isRefused() {
    return !this.#error.hidden;
  }

  clear() {
    this.#input.value = "";
    this.refuse("");
    this.#shown(false);
  }

  /** Says what is wrong with it, and goes there. */
  refuse(sentence) {
    this.#error.textContent = sentence;
    this.#error.hidden = !sentence;
    this.element.classList.toggle("govuk-form-group--error", Boolean(sentence));
    this.#input.classList.toggle("govuk-input--error", Boolean(sentence));
    if (sentence) this.#input.setAttribute("aria-invalid", "true");
    else this.#input.removeAttribute("aria-invalid");
    if (sentence) this.focus();
  }

  focus() {
    this.#input.focus();
  }
}

/** A part beside the form: what is typed in it is no answer of the form's, and no shortcut. */
export function apart(className) {
  const made = element("div", className);
  for (const event of ["input", "change", "keydown"]) made.addEventListener(event, (heard) => heard.stopPropagation());
  return made;
}

/** A button that begins something. */
export function actButton(className, act) {
  const made = element("button", `govuk-button ${className}`);
  made.type = "button";
  made.addEventListener("click", () => setTimeout(act));
  return made;
}

/** How long somebody has to wait, as a sentence; nothing where they need not. */
export const waiting = (milliseconds, said) => (milliseconds > 0 ? fill(said.pass_wait, { count: Math.ceil(milliseconds / 1000) }) : "");

/** What a part says while it works and when it is done. */
export function status() {
  const made = paragraph("", "govuk-body ta-passphrase__status");
  made.setAttribute("role", "status");
  return made;
}
