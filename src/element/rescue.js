// A form that stopped, and the one that takes its place. What was typed is held here, outside the module that
// stopped: its memory is never entered again. A fresh instance of the same module, which needs no network, begins
// with it; where that stops too within a minute, a plain page has all the text.

import { answered, focusAgain, isBox, labelOf, labelsOf, whereabouts } from "./boxes.js";
import { wholeLetters } from "./given.js";
import { answersOf, plainPage, reference } from "./plain.js";

const AGAIN = 60_000; // milliseconds within which a second stop is the last
const HEARD = ["input", "focusin", "focusout", "click", "keydown", "pointerdown"]; // what a form listens to
const APART = ["overrides", "findings"]; // members of an envelope that follow from its record
const watched = new Set();

/** Looks once whoever has the turn is done: it may be the module itself. */
const lookSoon = () => queueMicrotask(look);

// The module need not have been able to tell: every error of the page is a reason to look.
for (const event of ["error", "unhandledrejection"]) addEventListener(event, lookSoon);

/** Begins every form anew whose module stopped. */
export function look() {
  for (const module of watched) if (module.isStopped) module.rescue();
}

/** A module of forms, and the forms that it draws. */
class Watched {
  forms = new Set();
  #glue;
  #exports;
  #at = -Infinity; // when it stopped last
  #words; // what it was taught

  constructor(glue, exports) {
    [this.#glue, this.#exports] = [glue, exports];
  }

  static of(glue) {
    return [...watched].find((module) => module.#glue === glue);
  }

  get isStopped() {
    const { memory, __instance_terminated: flag } = this.#exports;
    return new Uint32Array(memory.buffer, flag.value, 1)[0] !== 0;
  }

  teach(words) {
    this.#words = words;
    this.#glue.teach(words);
  }

  put(record, typed) {
    if (!typed.size) return record;
    // Half a letter in one box would cost what stands in the others.
    return this.#glue.put(record, wholeLetters(JSON.stringify(Object.fromEntries(typed))));
  }

  rescue() {
    const now = performance.now();
    const isLast = now - this.#at < AGAIN;
    this.#at = now;
    const forms = [...this.forms];
    for (const form of forms) form.hold();
    const ended = this.#renew() && !isLast ? forms.filter((form) => !form.again()) : forms;
    const ending = this.isStopped ? forms : ended;
    if (this.isStopped) this.#renew();
    for (const form of ending) form.end();
    if (this.isStopped) this.#renew();
  }

  /** An instance with a memory of its own, of the module that is here already. */
  #renew() {
    try {
      this.#glue.__wbg_reset_state();
      this.#exports = this.#glue.initSync();
      if (this.#words) this.#glue.teach(this.#words);
      return true;
    } catch {
      return false;
    }
  }
}

/** Looks after a module from now on. */
export const watch = (glue, exports) => void watched.add(new Watched(glue, exports));

/** Looks after something else that a module draws: {hold(), again(), end()}. Answers with how to give it up. */
export const tend = (glue, drawn) => {
  const { forms } = Watched.of(glue);
  forms.add(drawn);
  return () => forms.delete(drawn);
};

/** Teaches a module its Welsh, and each that takes its place. */
export const teach = (glue, words) => Watched.of(glue).teach(words);

/** What one form needs to begin anew. */
export class Rescue {
  #root;
  #form; // what it asks of the element: {read(), envelope(), cover(), begin(kept, was), end(kept, code), said()}
  #module;
  #text = "{}"; // the record as it was last read
  #isRead = false; // whether that is how it stands
  #typed = new Map(); // what was typed since, by place
  #labels = new Map(); // what the places are called
  #cover = {}; // the envelope around the record
  #was; // where the person was when it stopped
  #isHeld = false; // whether the form has stopped, and nothing has taken its place
  #isTyping = false;
  #isDue = false;

  constructor(root, form) {
    [this.#root, this.#form] = [root, form];
    for (const kind of HEARD) root.addEventListener(kind, (event) => this.#hear(event), true);
    root.addEventListener("input", () => {
      this.#isTyping = false;
      look();
    });
  }

  /** A form is about to be drawn from what the host gave, or from what was kept of it. */
  begins(glue, given) {
    look();
    this.#isRead = false;
    this.#module = Watched.of(glue);
    this.#module.forms.add(this);
    try {
      const whole = (typeof given === "string" ? JSON.parse(given) : given) ?? {};
      this.#hold(whole.format ? whole : { record: whole });
    } catch {
      this.#text = String(given); // no JSON: it is refused, with a sentence
    }
  }

  /** The form is drawn. */
  began() {
    this.#cover = JSON.parse(this.#form.cover());
    this.#isHeld = this.#isTyping = false;
    this.text();
  }

  #hold({ record, feedback, ...cover }) {
    this.#text = JSON.stringify(feedback ? { ...record, feedback } : (record ?? {}));
    for (const member of APART) delete cover[member];
    this.#cover = cover;
  }

  /** The form is taken away. Answers with what is kept of it, and with whether it may be freed. */
  leave() {
    this.#module.forms.delete(this);
    try {
      if (!this.isStopped) return { kept: this.#form.envelope(), isSound: true };
    } catch {
      /* it stopped at this */
    }
    return { kept: this.#kept(this.#text), isSound: false };
  }

  get isStopped() {
    return this.#isHeld || this.#module.isStopped;
  }

  /** The record as it stands, or as it stood before the form stopped. */
  text() {
    if (this.#isRead) return this.#text;
    try {
      const text = this.isStopped ? undefined : this.#form.read();
      if (text !== undefined) [this.#text, this.#isRead] = [text, true, this.#typed.clear()];
    } catch {
      lookSoon();
    }
    return this.#text;
  }

  /** Something other than typing, such as a row that was added, is in no box: it is read at once. */
  changed() {
    this.#isRead = false;
    if (this.#isTyping || this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.text();
    });
  }

  #hear(event) {
    if (event.type === "input") this.#note(event.target);
    // A form that stopped hears nothing more; a box that goes with it would tell it so.
    if (this.#isHeld) event.stopImmediatePropagation();
  }

  #note(box) {
    if (!isBox(box)) return;
    const [place, written] = answered(box);
    this.#isTyping = true;
    this.#isRead = false;
    this.#typed.set(place, written);
    if (!this.#labels.has(place)) this.#labels.set(place, labelOf(box));
  }

  /** The envelope of the record as it stands: what is kept on this device. */
  kept() {
    return this.#kept(this.text());
  }

  // Not read and written again: it may be long, and is asked for while somebody types.
  #kept(text) {
    const cover = JSON.stringify(this.#cover).slice(1, -1);
    return `{${cover && `${cover},`}"record":${text}}`;
  }

  /** The form is locked: nothing of the record is held here. */
  forget() {
    this.#isRead = false;
    [this.#text, this.#cover, this.#was] = ["{}", {}, undefined];
    this.#typed.clear();
    this.#labels.clear();
  }

  /** The form has stopped. */
  hold() {
    this.#isHeld = true;
    this.#isRead = false;
    this.#was = whereabouts(this.#root);
    for (const [place, label] of labelsOf(this.#root)) this.#labels.set(place, label);
  }

  /** Begins anew with all that was typed; answers with whether that went well. */
  again() {
    try {
      const text = this.#module.put(this.#text, this.#typed);
      if (!this.#form.begin(this.#kept(text), this.#was)) return false;
      focusAgain(this.#root, this.#was);
      return !this.#module.isStopped;
    } catch {
      return false;
    }
  }

  /** Shows what was typed as it is, without the module. */
  end() {
    this.#isHeld = true;
    const [was, code, said] = [this.#was, reference(), this.#form.said()];
    const page = plainPage(answersOf(this.#text, this.#typed, this.#labels), code, said);
    this.#root.replaceChildren(page);
    if (was.focus) page.querySelector("[tabindex]").focus({ preventScroll: true });
    // The draft gets what can be put in its place; the page stands without that.
    try {
      [this.#text] = [this.#module.put(this.#text, this.#typed), this.#typed.clear()];
    } catch {
      /* it stays on the page */
    }
    this.#module.forms.delete(this);
    this.#isHeld = false;
    this.#form.end(this.#kept(this.#text), code);
  }
}
