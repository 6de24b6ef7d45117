// What a person sees of their draft: one line below the form, and what was found when the form was opened.

import { Drafts } from "./drafts.js";

const SAID_AGAIN = new Set(["saving", "saved"]); // said in place, and not read out each time

// Figures alone, which read the same in both languages.
export const time = (at) => new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(at);
const day = (at) => new Intl.DateTimeFormat("en-GB", { dateStyle: "short", timeStyle: "short" }).format(at);

/** The draft of one form, with what is said of it. */
export class Kept {
  #form;
  #drafts;
  #said = {};
  #line = Object.assign(document.createElement("p"), { className: "ta-draft ta-kept" });
  #found = Object.assign(document.createElement("div"), { className: "ta-kept-found" });
  #told; // what the line says

  constructor(form) {
    this.#form = form;
    this.#found.setAttribute("role", "status");
    this.#drafts = new Drafts({ ...form, tell: (state, detail) => this.#heard(state, detail) });
    for (const [event, target] of [["pagehide", window], ["visibilitychange", document], ["freeze", document]])
      target.addEventListener(event, this.flush);
  }

  open() {
    return this.#drafts.open();
  }

  changed() {
    this.#drafts.changed();
  }

  flush = () => this.#drafts.flush();

  /** Stands below the form, in the reader's language. */
  show(root, said) {
    this.#said = said;
    const form = root.querySelector(".ta-form") ?? root;
    form.prepend(this.#found);
    form.append(this.#line);
  }

  /** The host has it, but for what was typed since. */
  async stored(record, newer) {
    this.#drafts.rebase(record);
    this.#found.replaceChildren();
    if (newer) return this.#drafts.changed();
    await this.#drafts.discard();
    this.#say();
  }

  async discard() {
    await this.#drafts.discard();
    this.#found.replaceChildren();
    this.#say();
  }

  get base() {
    return this.#drafts.base;
  }

  get typed() {
    return this.#drafts.typed;
  }

  /** The form is locked; resolves with whether what was typed is kept. */
  async lock() {
    this.#hush();
    return this.#drafts.lock();
  }

  close() {
    this.#drafts.close();
    this.#hush();
  }

  #hush() {
    for (const [event, target] of [["pagehide", window], ["visibilitychange", document], ["freeze", document]])
      target.removeEventListener(event, this.flush);
    this.#line.remove();
    this.#found.remove();
  }

  #heard(state, { at, reason, ...detail }) {
    if (state === "found") this.#offer(detail, at);
    else if (state === "shut") this.#ask("shut", { time: day(at) }, [["remove_shut", () => this.#drafts.removed(detail.did)]]);
    else if (state === "elsewhere") this.#ask("elsewhere", {}, [["take", () => this.#drafts.take()]]);
    else this.#say(state === "failed" ? (reason ?? "broken") : state, at);
    this.#form.tell({ state: state === "found" ? (detail.same && !detail.typed ? "restored" : "found") : state, at, reason });
  }

  /** What was kept is put back where nothing was changed since; otherwise the person decides. */
  #offer({ text, same, typed, damaged, others = [] }, at) {
    const facts = { time: day(at) };
    const remove = ["remove", () => this.#form.discard()];
    if (!same || typed) this.#ask("offered", facts, [["open", () => this.#put(text, facts, damaged)], remove]);
    else this.#put(text, facts, damaged);
    for (const other of others) this.#offerOther(other);
  }

  /** What was typed in a window that lost its turn, for one. Opening it keeps the other as a copy. */
  #offerOther({ did, at, text }) {
    const open = async () => {
      await this.#drafts.opened(did);
      this.#form.restore(text);
      this.#drafts.changed();
    };
    this.#found.append(...this.#asked("other", { time: day(at) }, [["open_other", open], ["remove_other", () => this.#drafts.removed(did)]]));
  }

  #put(text, facts, damaged) {
    this.#form.restore(text);
    this.#ask(damaged ? "recovered" : "restored", facts, [["remove", () => this.#form.discard()]]);
  }

  #ask(key, facts, acts) {
    this.#found.replaceChildren(...this.#asked(key, facts, acts));
  }

  #asked(key, facts, acts) {
    const told = Object.assign(document.createElement("p"), { className: "govuk-body", textContent: this.#fill(key, facts) });
    const buttons = acts.map(([act, done]) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "ta-link-button", textContent: this.#said[act] });
      // Not within the click, which the form hears too: what is done may take the form away.
      button.addEventListener("click", () => setTimeout(() => this.#done(done)));
      return button;
    });
    return [told, ...buttons];
  }

  #done(act) {
    this.#found.replaceChildren();
    act();
    this.#found.tabIndex = -1;
    this.#found.focus();
  }

  #say(key, at) {
    const told = key ? this.#fill(key, { time: at && time(at) }) : "";
    if (this.#told === told) return;
    this.#told = told;
    // A line that says each second that it is saving would be heard over what is typed.
    const failed = Boolean(key) && !SAID_AGAIN.has(key);
    if (failed) this.#line.setAttribute("role", "alert");
    else this.#line.removeAttribute("role");
    this.#line.classList.toggle("ta-draft--failed", failed);
    this.#line.textContent = told;
  }

  #fill(key, facts) {
    return (this.#said[key] ?? "").replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");
  }
}
