// The custom elements: a thin class around what the crate exports, and one name for each document. What crosses is JSON text.

import { FamilyCopy } from "./family_copy.js";
import { FILES, broughtIn, chosen, chronologyOf, download, feedbackOf, requestOf } from "./files.js";
import { asText, json, within } from "./given.js";
import { Handing } from "./handing.js";
import { ATTRIBUTES, Host, define } from "./host.js";
import { Keeping } from "./keeping.js";
import { Life } from "./life.js";
import { Lock } from "./lock.js";
import { Paper } from "./paper.js";
import { presses } from "./pressed.js";
import { seen } from "./seen.js";
import css from "./styles.js";
import said from "./words.js";

const sheets = new WeakMap(); // by document, which a style sheet belongs to
function sheetOf(page) {
  if (sheets.has(page)) return sheets.get(page);
  const sheet = new page.defaultView.CSSStyleSheet();
  sheet.replaceSync(css);
  sheets.set(page, sheet);
  return sheet;
}
const SOON = 300; // milliseconds of quiet before the record is looked at again

class TeamAroundForm extends HTMLElement {
  static formAssociated = true;
  static document; // which document of the planning file it is
  static observedAttributes = ATTRIBUTES;
  #inside = this.attachInternals();
  #host = new Host(this, this.constructor.document);
  #given = this.#host.given; // what the host set
  #isChanged = false; // whether something was changed since that was last told
  #timer;
  #root = this.attachShadow({ mode: "open" });
  #life = new Life(this, this.#host, {
    said: () => this.#said(),
    locked: () => this.#lock.locked,
    coming: () => this.#keeping.coming(),
    stood: () => this.#handing.stood,
    heard: (word) => this.#heard(word),
    begun: () => this.#begun(),
    goes: () => this.#goes(),
    goesOn: () => this.#keeping.goesOn(),
    anew: () => this.#forget(),
    revived: () => this.#revived(),
    ended: () => this.#ended(),
    tell: (...event) => this.#tell(...event),
  });
  #handing = new Handing({
    handle: () => this.#life.handle,
    flush: () => this.#drafts?.flush(),
    stored: (record, newer) => this.#stored(record, newer),
    movesOn: () => this.#host.movesOn(),
    tell: (...event) => this.#tell(...event),
    said: () => this.#said(),
  });
  #lock = new Lock({
    element: this,
    said: () => this.#said().lock,
    secret: () => this.#given.draftKey ?? undefined,
    user: () => this.#given.user?.id ?? "",
    kept: () => this.#drafts,
    seek: (at) => this.#life.handle?.seek(at),
    held: () => this.#held(),
    shut: () => this.#shut(),
    open: (given) => this.#open(given),
    wash: () => this.#life.module?.wash(),
    locked: (at) => this.#tell("ta-draft", { state: "locked", at }),
    asks: (waitUntil) => this.#tell("ta-unlock", { waitUntil }),
  });
  #keeping = new Keeping(this, this.#host, {
    text: () => this.#life.text(),
    restore: (text, onlyRead) => this.#restore(text, onlyRead),
    takes: (text) => !this.#life.against(text),
    discard: () => this.discardDraft(),
    typed: () => this.#handing.newer,
    exportFile: () => download(this.exportFile()),
    download,
    tell: (...event) => this.#tell(...event),
    said: () => this.#said(),
  });
  #copy = new FamilyCopy(this.#root, {
    record: () => this.#handle?.record() ?? JSON.stringify(this.record ?? {}),
    settings: () => ({ ...JSON.parse(this.#host.settings({ record: null, before: null })), readOnly: !this.#handle?.may_write() }),
    take: (text) => this.#handle?.share(text),
    file: (id) => this.#copied(id),
    said: () => this.#said(),
  });

  #paper = new Paper(this.#root);

  get #handle() {
    return this.#life.handle;
  }
  get #drafts() {
    return this.#keeping.drafts;
  }

  constructor() {
    super();
    this.adoptedCallback();
    this.#root.append(document.createElement("slot"));
    this.#root.addEventListener("focusout", ({ relatedTarget }) => this.#root.contains(relatedTarget) || this.#drafts?.flush());
    presses(this.#root);
    this.#root.addEventListener("focusin", ({ target }) => target.matches("input, select, textarea") && seen(target));
    this.#root.addEventListener("change", ({ target }) => {
      if (target.dataset?.file && target.files?.[0]) chosen(() => this.#handle, target);
    });
  }

  connectedCallback() {
    this.#host.upgrade();
    this.#paper.watch();
    return this.#life.start();
  }

  // Moving an element takes it out and puts it in again: only what stays out is taken down.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#keeping.close();
      this.#lock.leave();
      this.#paper.leave();
      this.#life.end();
    });
  }

  // In another document, such as a frame's, it needs that document's sheet.
  adoptedCallback() {
    if (this.ownerDocument.defaultView) this.#root.adoptedStyleSheets = [sheetOf(this.ownerDocument)];
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "lang" && this.#lock.locked) this.#life.words().then(() => this.#lock.spoken());
    this.#life.again();
  }

  formAssociatedCallback() {
    if (this.#handle) this.#looked();
  }

  formDisabledCallback(isDisabled) {
    this.#host.isDisabled = isDisabled;
    this.#life.again();
  }

  formResetCallback() {
    this.reset();
  }

  #begun() {
    this.#inside.states?.add("ready");
    this.#tell("ta-ready", {});
    this.#looked();
    this.#keeping.begin();
    this.#lock.watch(Boolean(this.#drafts));
    if (this.#isChanged) this.#soon();
  }

  #goes() {
    clearTimeout(this.#timer);
    this.#copy.close();
  }

  // What the host confirmed is what it has now: who begins anew begins with that, and not with the record of before.
  #stored(record, newer) {
    const was = this.#given.record;
    this.#host.before ??= was;
    this.#given.record = within(was, record);
    this.#drafts?.stored(record, newer);
  }

  // What a lock seals: also what stands on the page without a form, or waits for its words.
  #held() {
    if (!this.#handle && this.#life.kept === undefined) return undefined;
    const before = this.#given.planBefore ?? this.#host.before;
    return { typed: this.#handing.newer || Boolean(this.#drafts?.typed), text: this.#life.text(), given: asText(this.#given.record), before: before && asText(before) };
  }

  // Nothing of the record is held any more. Resolves with whether what was typed is kept on this device.
  #shut() {
    const kept = this.#keeping.lock();
    this.#life.end();
    Object.assign(this.#given, { record: undefined, planBefore: undefined, draftKey: undefined });
    this.#host.anew();
    this.#forget();
    if (this.#inside.form) this.#inside.setFormValue(null);
    return kept;
  }

  // What was typed about one child is nothing of the next.
  #forget() {
    this.#life.forget();
    this.#handing.forget();
    this.#keeping.forget();
    this.#isChanged = false;
  }

  #open({ record, before, text, back }) {
    this.#given.record = record;
    this.#host.before = before;
    [this.#life.kept, this.#keeping.back] = [text, back];
    this.#handing.newer = Boolean(back?.typed);
    this.#life.begin();
  }

  // A fresh form has what was typed in one that stopped.
  #revived() {
    this.#handing.newer = true;
    this.#drafts?.changed();
  }

  #ended() {
    this.#keeping.show();
    this.#drafts?.changed();
  }

  // It is another text than the one that was sent, or refused.
  #restore(text, onlyRead) {
    this.#handing.stood = undefined;
    this.#handing.newer ||= !onlyRead;
    this.#life.restore(text, onlyRead);
  }

  // Where the Welsh has not come, what it would say is said in English.
  #said() {
    return this.#host.isWelsh ? { ...said.en, ...said.cy } : said.en;
  }

  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
  }

  #heard(word) {
    // Never from within the form's own turn: it must have finished before it is called again.
    if (word === "changed") {
      this.#handing.changed();
      this.#life.changed();
      // A box that is left as its form is taken away says nothing of the form that comes after it.
      const drafts = this.#drafts;
      queueMicrotask(() => drafts?.changed());
      if (this.#inside.form) queueMicrotask(() => this.#value());
      this.#isChanged = true;
      this.#soon();
    } else if (word === "left") this.#soon();
    else if (word === "keep") queueMicrotask(() => this.#hand("draft"));
    else if (word === "send") queueMicrotask(() => this.#hand("submission"));
    else if (word === "copy") queueMicrotask(() => this.#copy.show(this.#handle?.copy()));
    else if (FILES[word]) queueMicrotask(() => download(FILES[word](this)));
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), SOON);
  }

  #look() {
    if (!this.#handle) return;
    this.#handle.look();
    const handle = this.#handle;
    const life = this.#life;
    // A host may read it later, when another form stands there.
    if (this.#isChanged) this.#tell("ta-change", { get text() { return life.handle === handle ? handle.record() : JSON.stringify(life.record); } });
    this.#isChanged = false;
    this.#looked();
  }

  #looked() {
    const handle = this.#handle;
    const stopping = handle.stopping();
    const life = this.#life;
    this.#tell("ta-findings", { stopping, get findings() { return JSON.parse(life.handle?.findings() ?? "[]"); } });
    if (!this.#inside.form) return;
    this.#value();
    const anchor = this.#root.querySelector("input, button") ?? undefined;
    if (stopping) this.#inside.setValidity({ customError: true }, this.#said().unfinished, anchor);
    else this.#inside.setValidity({});
  }

  #value() {
    if (this.#handle) this.#inside.setFormValue(this.#handle.envelope("draft"));
  }

  #hand(asked) {
    clearTimeout(this.#timer);
    return this.#handing.hand(asked);
  }

  // What the person asked for in the form is said there, where it cannot be had.
  async #copied(id) {
    try {
      download(await this.exportFamilyCopy(id));
    } catch ({ message }) {
      this.#handle?.say(message);
    }
  }

  load(record = this.#given.record) {
    this.#load(record, this.#keeping.isFile && record === this.#given.record);
  }
  // What a file says, the host need not have.
  #load(record, isFile) {
    if (this.#lock.keeps(record)) return;
    this.#keeping.close();
    const { isTried } = this.#life;
    this.#life.end();
    if (record !== this.#given.record) this.#host.anew();
    [this.#given.record, this.#keeping.isFile] = [record, isFile];
    this.#forget();
    this.#life.onlyRead = false;
    if (isTried) this.#life.begin();
  }
  check() {
    return JSON.parse(this.#handle?.check() ?? "[]");
  }
  save() {
    return this.#hand("draft");
  }
  submit() {
    this.check();
    if (this.#handle?.stopping() === 0) return this.#hand("submission");
  }
  reset() {
    return this.discardDraft();
  }
  /** Removes what is kept on this device, and begins again with what the host gave. */
  async discardDraft() {
    await this.#drafts?.discard();
    this.load(this.#given.record ?? null);
    this.#tell("ta-draft", { state: "none" });
  }
  /** Locks the form at once, here and in this person's other windows. Resolves once what was typed is written, with
   *  whether nothing would be lost with the page. */
  lock() {
    return this.#lock.now();
  }
  /** Locks the form, removes everything that this person kept on this device, and forgets the keys. */
  async purge() {
    return this.#lock.purge();
  }
  exportFile() {
    return json(this.#life.envelope(), `team-around-${this.constructor.document}.json`);
  }
  /** What one agency is asked to report on, as a file. */
  request(agency) {
    return requestOf(this.#handle, agency);
  }
  /** Brings in an agency's report, or another person's copy of this meeting, and resolves with what came of it. */
  contribute(file) {
    return broughtIn(() => this.#handle, file, this.#said().nowhere);
  }
  exportFeedback() {
    return feedbackOf(this.#handle);
  }
  exportChronology() {
    return chronologyOf(this.#handle);
  }
  /** A copy for one reader of the family, as a file: the page itself, or its JSON. Only one that was approved goes. */
  async exportFamilyCopy(id, how) {
    return this.#copy.file(id, how);
  }
  /** An encrypted copy of the draft, as a file. */
  async exportDraft(passphrase) {
    if (!this.#drafts) throw new Error(this.#said().nowhere);
    return this.#drafts.copies.seal(passphrase);
  }
  /** Opens an encrypted copy beside what was typed, and resolves with what came of it. */
  async importDraft(file, passphrase) {
    if (!this.#drafts) return { taken: false, reason: "nowhere", message: this.#said().nowhere };
    return this.#drafts.copies.open(file, String(passphrase));
  }
  /** Begins anew with the record of a file, and resolves with whether it could be opened: otherwise nothing of what
   *  stands there was changed. */
  async importFile(file) {
    const text = await file.text().catch(() => undefined); // it may be gone by now
    // What was typed stands where no form does: behind the lock, on the page without one, or it waits for its words.
    if (this.#lock.locked || (!this.#handle && this.#life.kept !== undefined)) return this.#unopened("nowhere");
    if (text === undefined) return this.#unopened("file");
    const problems = this.#handle && this.#life.against(text);
    if (problems) return this.#unopened("file", problems);
    this.#load(text, true);
    return Boolean(this.#handle || this.#life.isWaiting);
  }
  #unopened(why, problems = []) {
    const message = [this.#said()[why], problems[0]?.message].filter(Boolean).join(" ");
    this.#handle?.say(message);
    this.#tell("ta-error", { code: "file", problems, message });
    return false;
  }

  static {
    const changed = (form, name, isOther) => {
      form.#lock.given(name);
      if (isOther) form.#life.again();
    };
    define(this.prototype, (form) => form.#host, changed);
  }

  get record() {
    return this.#life.record;
  }
  set record(value) {
    this.load(value);
  }
}

export class TeamAroundPlan extends TeamAroundForm {
  static document = "plan";
}
export class TeamAroundMeeting extends TeamAroundForm {
  static document = "meeting";
}
export class TeamAroundReport extends TeamAroundForm {
  static document = "report";
}
for (const form of [TeamAroundPlan, TeamAroundMeeting, TeamAroundReport]) {
  const name = `team-around-${form.document}`;
  if (!customElements.get(name)) customElements.define(name, form);
}
