// One form in its element: begun, taken away, and begun anew with what was typed; or the sentence in its place.

import { focusAgain, whereabouts } from "./boxes.js";
import { asRecord, asText } from "./given.js";
import { late, learn, ready, spoken } from "./modules.js";
import { problemsOf, refusal } from "./refused.js";
import { Rescue } from "./rescue.js";
import { button } from "./told.js";
import said from "./words.js";

export class Life {
  handle; // the form that stands there, as its module gave it
  module; // the glue of the module that draws it
  kept; // the envelope that the next one begins with, in place of what the host gave
  onlyRead = false; // whether a newer version wrote what is shown
  isTried = false; // whether a form was asked for; it may have been refused
  isWaiting = false; // whether the reader's words have yet to come
  #isStale = false; // whether the form is about to begin anew
  #isAsking = false; // whether the words of another language are asked for while a form stands there
  #was; // where the person was when the form stopped, or is begun anew with other settings
  #element;
  #host;
  #form; // what it asks of the element: {said(), locked(), coming(), stood(), heard(word), begun(), goes(), goesOn(), anew(), revived(), ended(), tell(…)}
  #rescue;

  constructor(element, host, form) {
    [this.#element, this.#host, this.#form] = [element, host, form];
    this.#rescue = new Rescue(this.#root, {
      read: () => this.handle?.whole(),
      envelope: () => this.handle.envelope("draft"),
      cover: () => this.handle.cover(),
      begin: (kept, was) => this.#revive(kept, was),
      end: (kept, reference) => this.#ended(kept, reference),
      said: () => ({ ...this.#form.said().stopped, lang: this.#form.said().lock.lang, level: element.getAttribute("heading-level") }),
    });
  }

  get #root() {
    return this.#element.shadowRoot;
  }

  /** What is typed, and all around it, as text: also of a form that stopped. */
  text() {
    return this.isWaiting && this.kept !== undefined ? this.kept : this.#rescue.kept();
  }

  /** The same as a file has it; of what the host gave where nothing else stands here. */
  envelope() {
    return this.handle?.envelope("draft") ?? this.kept ?? asText(this.#host.given.record);
  }

  /** The record as it stands. */
  get record() {
    if (this.handle) return JSON.parse(this.handle.record());
    return this.kept ? JSON.parse(this.kept).record : JSON.parse(asText(this.#host.given.record));
  }

  /** Something was changed in the form. */
  changed() {
    this.#rescue.changed();
  }

  /** Fetches what draws the form, and begins. */
  async start() {
    const words = this.#lacksWords && this.#learn();
    try {
      this.module = await ready(this.#host.module);
      await words;
      // The host may have set the language meanwhile.
      if (!words && this.#lacksWords) await this.#learn();
      this.#form.coming();
      if (this.#element.isConnected && !this.handle) this.#mount();
    } catch (error) {
      this.#fail("failed", error);
    }
  }

  // The button that was pressed is gone: the focus goes to the form, to the next button, or to the sentence.
  async #retry() {
    await this.start();
    const there = (selector) => this.#root.querySelector(selector);
    (there("[data-heading=page], [role=alert] button") ?? there("[role=alert]"))?.focus();
  }

  get #lacksWords() {
    return this.#host.isWelsh && !spoken[this.#host.module];
  }

  /** Fetches the words of the reader's language where they have yet to come. */
  async words() {
    if (this.#lacksWords) await this.#learn();
  }

  // Without its words a form is in English.
  async #learn() {
    if (await learn(this.#host.module)) return;
    late(this.#host.module).then((came) => came && this.#host.isWelsh && this.again());
    if (this.#host.isWelsh) this.#form.tell("ta-error", { code: "words", problems: [], message: said.cy.words });
  }

  /** Begins at once, unless the reader's words have yet to come. */
  begin() {
    this.isWaiting = this.#lacksWords;
    if (this.isWaiting) this.start();
    else this.#mount();
  }

  #settings(more = {}) {
    return this.#host.settings({ stood: this.#form.stood(), kept: this.kept, onlyRead: this.onlyRead, page: this.#was?.page, at: this.#was?.at, ...more });
  }

  #mount() {
    this.isWaiting = false;
    if (this.#form.locked()) return;
    this.isTried = true;
    const root = document.createElement("div");
    this.#rescue.begins(this.module, this.kept ?? asRecord(this.#host.given.record));
    try {
      this.handle = this.module.mount(root, this.#settings(), (word) => this.#form.heard(word));
      this.#root.replaceChildren(root);
      this.#rescue.began();
    } catch (problems) {
      return this.#rescue.isStopped || this.#fail("refused", problems);
    }
    if (this.#was) focusAgain(this.#root, this.#was);
    this.#was = undefined;
    this.#form.begun();
  }

  // The form stopped: a fresh one has what was typed, where it was typed. What stopped is not even freed.
  #revive(kept, { page, at }) {
    this.#form.goes();
    // The focus and the caret are given back once all is said.
    [this.handle, this.kept, this.#was] = [undefined, kept, { page, at }];
    this.#mount();
    this.#was = undefined;
    if (!this.handle) return false;
    const message = this.#form.said().restarted;
    setTimeout(() => this.handle?.say(message));
    this.#form.revived();
    return this.#form.tell("ta-error", { code: "restarted", problems: [], message });
  }

  // It stopped again: a page that needs no module has taken its place.
  #ended(kept, reference) {
    this.#form.goes();
    [this.handle, this.kept] = [undefined, kept];
    this.#form.ended();
    this.#form.tell("ta-error", { code: "stopped", problems: [], message: this.#form.said().stopped.told, reference });
  }

  /** What was kept takes the place of what the host gave. */
  restore(text, onlyRead = false) {
    this.end();
    this.onlyRead = onlyRead;
    this.kept = text;
    this.begin();
  }

  /** What keeps a form from being begun with a text, which is tried where nobody sees it: `undefined` if nothing does. */
  against(text) {
    try {
      const settings = { ...JSON.parse(this.#settings()), record: text };
      this.module.mount(document.createElement("div"), JSON.stringify(settings), () => {}).free();
    } catch (error) {
      return problemsOf(error);
    }
  }

  /** Takes the form away; what was typed is kept for the next. */
  end() {
    this.isTried = false;
    this.#form.goes();
    if (!this.handle) return;
    // The focus leaves first, while somebody still hears it.
    this.#root.replaceChildren(document.createElement("slot"));
    const { kept, isSound } = this.#rescue.leave();
    if (isSound) this.handle.free();
    [this.handle, this.kept] = [undefined, kept];
  }

  /** Nothing of the record is held any more. */
  forget() {
    this.#rescue.forget();
    this.kept = this.#was = undefined;
  }

  /** What the host changes after the form is there begins the form anew, with what was typed. Where the words of its
   *  language have yet to come, the form of before stands until they do. */
  again() {
    if (!(this.isTried || this.isWaiting) || this.#isStale) return;
    this.#isStale = true;
    queueMicrotask(() => {
      this.#isStale = false;
      if (!this.#element.isConnected) return;
      if (this.isWaiting) return this.#lacksWords || this.#mount();
      if (!this.isTried) return;
      if (this.#lacksWords) this.#ask();
      else this.#renew();
    });
  }

  async #ask() {
    if (this.#isAsking) return;
    this.#isAsking = true;
    await this.#learn();
    this.#isAsking = false;
    if (this.isTried && this.#element.isConnected) this.#renew();
  }

  // What one person typed is not shown to the next one whom the host names.
  #renew() {
    const was = this.handle && whereabouts(this.#root);
    const goesOn = this.#form.goesOn();
    this.end();
    if (!goesOn) this.#form.anew();
    this.#was = goesOn ? was : was && { page: was.page };
    this.#mount();
  }

  #fail(what, error) {
    const [message, problems] = [this.#form.said()[what], problemsOf(error)];
    // What did not come may come now; what the host gave stays what it is.
    const acts = what === "failed" && globalThis.WebAssembly ? [Object.assign(button(this.#form.said().again, () => this.#retry()), { className: "govuk-button" })] : [];
    this.#root.replaceChildren(refusal(message, problems, ...acts), document.createElement("slot"));
    this.#was = undefined;
    this.#form.tell("ta-error", { code: what, problems, message });
  }
}
