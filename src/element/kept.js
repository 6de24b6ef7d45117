// What a person sees of their draft: one line below the form, what was found when the form was opened, and the
// list of what is kept on this device.

import { compared } from "./compared.js";
import { Copies } from "./copies.js";
import { Copying } from "./copying.js";
import { Drafts } from "./drafts.js";
import { Listed } from "./listed.js";
import { button, day, element, fill, paragraph, sure, time } from "./told.js";
import { Unlock } from "./unlock.js";

const QUIET = new Set(["untouched", "saving", "saved"]); // said in place, and not read out each time
const STATED = new Set(["asked", "memory"]); // read out once
const LINE = new Set([...QUIET, ...STATED, "slot", "failed"]); // what the line says; the rest stands above the form
const LEAVING = () => [["visibilitychange", document], ["freeze", document]];
const LATE = 1000; // milliseconds after which a save that is under way is told of: they are done in less as a rule
const ASKED = new Set(["remove", "remove_other", "remove_shut"]); // what nobody could bring back

/** The draft of one form, with what is said of it. */
export class Kept {
  #form; // what it asks of the form: that of `Drafts`, {restore(text, readOnly), discard(), exportFile(), comparing()}
  #drafts;
  #said = {};
  #line = paragraph("", "ta-draft ta-kept");
  #notes = Object.assign(document.createElement("div"), { className: "ta-kept-notes" });
  #noted = new Map(); // what stands above the form: {key, facts, acts, below?, element} by what it is about
  #listed;
  #told; // what the line says
  #standing;
  #times = []; // of what the line says: since when, and until when
  #late; // until a save that is under way is told of
  #unlock = new Unlock({ asking: () => this.#heard("asked", {}), given: (within) => this.#unlocked(within) });
  #copying;
  copies; // encrypted copies of the form, as files

  constructor(form) {
    this.#form = form;
    this.#notes.setAttribute("role", "status");
    this.#drafts = new Drafts({ ...form, tell: (state, detail) => this.#heard(state, detail), ask: (what) => this.#unlock.ask(what) });
    this.#listed = new Listed(this.#drafts, () => this.#form.discard());
    this.copies = new Copies(form, this.#drafts, (key, at) => this.#brought(key, at));
    this.#copying = new Copying(this.copies, form.download);
    this.#listed.element.append(this.#copying.element);
    for (const [event, target] of LEAVING()) target.addEventListener(event, this.flush);
    for (const event of ["pagehide", "pageshow"]) addEventListener(event, this.#turned);
  }

  open() {
    return this.#drafts.open();
  }

  changed() {
    this.#drafts.changed();
    // A page that is going still runs for a moment, and nobody waits for it.
    if (document.hidden) this.flush();
  }

  flush = () => this.#drafts.flush();
  #turned = ({ type }) => (type === "pagehide" ? this.#drafts.rest() : this.#drafts.resume());

  /** Stands around the form, in the reader's language. */
  show(root, said) {
    this.#said = said;
    for (const [about, note] of this.#noted) this.#draw(about, note);
    const form = root.querySelector(".ta-form") ?? root;
    if (this.#standing) this.#say(this.#standing, ...this.#times);
    this.#copying.shown(said);
    form.prepend(this.#unlock.shown(said), this.#notes);
    form.append(this.#line, this.#listed.shown(said));
  }

  /** The host has it, but for what was typed since. */
  async stored(record, newer) {
    this.#drafts.rebase(record);
    this.#clear("restored");
    if (newer) return this.#drafts.changed();
    await this.discard();
  }

  async discard() {
    await this.#drafts.discard();
    this.#clear("restored");
    if (!STATED.has(this.#standing)) this.#say();
  }

  get base() {
    return this.#drafts.base;
  }

  get typed() {
    return this.#drafts.typed;
  }

  /** What waits in this window alone. */
  get waiting() {
    return this.#drafts.waiting;
  }

  /** The id of the draft that is written here. */
  get did() {
    return this.#drafts.did;
  }

  /** Removes a draft that is not written here. */
  removed(did) {
    return this.#drafts.removed(did);
  }

  /** The ids of this person's drafts. */
  async own() {
    const kept = await this.#drafts.kept().catch(() => []);
    return kept.filter(({ state }) => state === "own").map(({ did }) => did);
  }

  /** The form is locked; resolves with whether what was typed is kept. */
  async lock() {
    this.copies.end();
    const kept = this.#drafts.lock();
    this.#hush();
    this.#noted.clear();
    await kept;
    this.#form = { tell: () => undefined };
    return kept;
  }

  close() {
    this.copies.end();
    this.#drafts.close();
    this.#hush();
  }

  #hush() {
    this.#unlock.end();
    clearTimeout(this.#late);
    for (const [event, target] of LEAVING()) target.removeEventListener(event, this.flush);
    for (const event of ["pagehide", "pageshow"]) removeEventListener(event, this.#turned);
    for (const part of [this.#line, this.#notes, this.#listed.element]) part.remove();
  }

  #heard(state, { at, until, reason, ...detail }) {
    if (LINE.has(state)) this.#stands(state === "failed" ? (reason ?? "broken") : state, at, until);
    else this.#sayAbove(state, detail, at);
    this.#form.tell({ state, at: at === undefined ? undefined : new Date(at), reason });
  }

  // Each pause in typing is saved. A line that changed twice each time would be looked at each time.
  #stands(state, at, until) {
    this.#line.dataset.state = state;
    if (state === "saving" && this.#standing === "saved") this.#late ??= setTimeout(() => this.#say(state), LATE);
    else this.#say(state, at, until);
  }

  /** What was kept is put back where nothing was changed since; otherwise the person decides. */
  #sayAbove(state, detail, at) {
    const facts = { time: at === undefined ? "" : day(at) };
    const discard = ["remove", () => this.#form.discard()];
    if (state === "restored") {
      this.#form.restore(detail.text);
      this.#note("restored", detail.damaged ? "recovered" : "restored", facts, [discard]);
    } else if (state === "newer") {
      this.#form.restore(detail.text, true);
      this.#note("newer", "newer", facts, [["copy", () => this.#form.exportFile()]]);
    } else if (state === "elsewhere") {
      this.#clear("restored");
      this.#note("elsewhere", "elsewhere", facts, [["take", () => this.#take()]]);
    } else if (state === "shut") {
      this.#note("shut", "shut", facts, [["remove_shut", () => this.#drafts.removed(detail.did)]]);
    } else if (state === "found") for (const offer of detail.offers) this.#offer(offer);
    else this.#note(state, state, facts, []);
  }

  #unlocked(within) {
    this.#say();
    if (within) this.#focus();
  }

  #brought(key, at) {
    this.#note("restored", key, { time: day(at) }, [["remove", () => this.#form.discard()]]);
    this.#focus();
  }

  async #take() {
    this.#clear("elsewhere");
    await this.#drafts.take();
  }

  /** What was typed before the record was changed, or in another window. Opening it keeps the other. */
  #offer(offer) {
    const { did, at, same, text } = offer;
    const open = async () => {
      await this.#drafts.opened(offer, ({ text }) => this.#form.restore(text));
      this.#drafts.changed();
    };
    const [told, opens, removes] = same ? ["other", "open_other", "remove_other"] : ["offered", "open", "remove"];
    const acts = [[opens, open], ["compare", () => this.#compare(offer)], [removes, () => this.#drafts.removed(did, text)]];
    this.#note(did, told, { time: day(at) }, acts);
  }

  /** What the other text has otherwise stands below it, to be taken one by one. */
  async #compare(offer) {
    this.#offer(offer);
    const comparing = await this.#form.comparing().catch(() => undefined);
    const note = this.#noted.get(offer.did);
    if (!note) return;
    const taken = (text) => {
      this.#form.restore(text);
      this.#drafts.changed();
      this.#draw(offer.did, note);
      this.#focus();
    };
    note.below = () => (comparing ? compared(comparing, offer.text, this.#said, taken) : paragraph(this.#said.not_compared, "govuk-body"));
    this.#draw(offer.did, note);
  }

  #clear(about) {
    this.#noted.get(about)?.element.remove();
    this.#noted.delete(about);
  }

  /** Says something above the form, once, with what can be done about it. */
  #note(about, key, facts, acts) {
    this.#clear(about);
    const note = { key, facts, acts, element: element("div", "ta-kept-found") };
    this.#noted.set(about, note);
    this.#draw(about, note);
    this.#notes.append(note.element);
  }

  // One alone: what stands beside it keeps its focus, and is not read out again.
  #draw(about, note) {
    const { key, facts, acts, below, element: place } = note;
    const press = (act, done) => (ASKED.has(act) ? this.#ask(about, note, act, done) : this.#done(about, done));
    place.replaceChildren(paragraph(fill(this.#said[key], facts), "govuk-body"), ...acts.map(([act, done]) => button(this.#said[act], () => press(act, done))));
    if (below) place.append(below());
  }

  /** What somebody wrote, and can open, does not go before they were asked; the focus is where they were. */
  #ask(about, note, act, done) {
    const keep = () => {
      this.#draw(about, note);
      [...note.element.querySelectorAll("button")].find(({ textContent }) => textContent === this.#said[act]).focus();
    };
    const asked = sure(this.#said, "sure", () => this.#done(about, done), keep);
    note.element.replaceChildren(note.element.firstChild, ...asked);
    asked[0].focus();
  }

  #done(about, act) {
    this.#clear(about);
    act();
    this.#focus();
  }

  // It takes the focus only where a button that had it is gone: otherwise it is no stop.
  #focus() {
    this.#notes.tabIndex = -1;
    this.#notes.focus();
    this.#notes.addEventListener("blur", () => this.#notes.removeAttribute("tabindex"), { once: true });
  }

  #say(key, at, until) {
    clearTimeout(this.#late);
    [this.#standing, this.#times, this.#late] = [key, [at, until], undefined];
    const told = key && key !== "untouched" ? fill(this.#said[key], { time: at && time(at), until: until && day(until, false) }) : "";
    if (this.#told === told) return;
    this.#told = told;
    // A line that says each second that it is saving would be heard over what is typed.
    const stated = STATED.has(key);
    const failed = Boolean(key) && !QUIET.has(key) && !stated;
    if (failed || stated) this.#line.setAttribute("role", failed ? "alert" : "status");
    else this.#line.removeAttribute("role");
    this.#line.classList.toggle("ta-draft--failed", failed);
    this.#line.textContent = told;
  }
}
