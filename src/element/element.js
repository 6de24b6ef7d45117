// The custom elements: a thin class around what the crate exports, and one name for each document. What crosses is JSON text.

import { focusAgain, whereabouts } from "./boxes.js";
import { module } from "./device.js";
import { FamilyCopy } from "./family_copy.js";
import { FILES, broughtIn, chosen, chronologyOf, download, feedbackOf, requestOf } from "./files.js";
import { asRecord, asText, json } from "./given.js";
import { Handing } from "./handing.js";
import { ATTRIBUTES, Host, define } from "./host.js";
import { Kept } from "./kept.js";
import { Lock } from "./lock.js";
import { answered, learn, ready } from "./modules.js";
import { problemsOf, refusal } from "./refused.js";
import { Rescue } from "./rescue.js";
import { seen } from "./seen.js";
import css from "./styles.js";
import { button } from "./told.js";
import said from "./words.js";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
const SOON = 300; // milliseconds of quiet before the record is looked at again

class TeamAroundForm extends HTMLElement {
  static formAssociated = true;
  static document; // which document of the planning file it is
  static observedAttributes = ATTRIBUTES;
  #inside = this.attachInternals();
  #host = new Host(this, this.constructor.document);
  #given = this.#host.given; // what the host set
  #module; // the glue of the module that draws it
  #handle;
  #isChanged = false; // whether something was changed since that was last told
  #tried = false; // whether a form was asked for; it may have been refused
  #kept; // the envelope as it stood when the element left the page
  #stale = false; // whether the form is about to begin anew
  #waiting = false; // whether the reader's words have yet to come
  #timer;
  #drafts; // what keeps what is typed on this device
  #onlyRead = false; // whether a newer version wrote what is shown
  #was; // where the person was when the form stopped, or is begun anew with other settings
  #rescue = new Rescue(this.attachShadow({ mode: "open" }), {
    read: () => this.#handle?.whole(),
    envelope: () => this.#handle.envelope("draft"),
    cover: () => this.#handle.cover(),
    begin: (kept, was) => this.#revive(kept, was),
    end: (kept, reference) => this.#ended(kept, reference),
    said: () => ({ ...this.#said().stopped, lang: this.#said().lock.lang, level: this.getAttribute("heading-level") }),
  });

  #handing = new Handing({
    handle: () => this.#handle,
    flush: () => this.#drafts?.flush(),
    stored: (record, newer) => this.#drafts?.stored(record, newer),
    tell: (...event) => this.#tell(...event),
    said: () => this.#said(),
  });
  #lock = new Lock({
    element: this,
    said: () => this.#said().lock,
    secret: () => this.#given.draftKey ?? undefined,
    user: () => this.#given.user?.id ?? "",
    kept: () => this.#drafts,
    seek: (at) => this.#handle?.seek(at),
    held: () => this.#handle && { typed: this.#drafts?.typed ?? this.#handing.newer, text: this.#rescue.kept(), given: asText(this.#given.record), before: this.#given.planBefore && asText(this.#given.planBefore) },
    shut: () => this.#shut(),
    open: (given) => this.#open(given),
    wash: () => this.#module?.wash(),
    locked: (at) => this.#tell("ta-draft", { state: "locked", at }),
    asks: (waitUntil) => this.#tell("ta-unlock", { waitUntil }),
  });
  #isFile = false; // whether the record came from a file, and not from the host
  #back; // what this window held when it was locked
  #copy = new FamilyCopy(this.shadowRoot, {
    record: () => this.#handle?.record() ?? JSON.stringify(this.record ?? {}),
    settings: () => ({ ...JSON.parse(this.#host.settings({ record: null, before: null })), readOnly: !this.#handle?.may_write() }),
    take: (text) => this.#handle?.share(text),
    file: (id) => this.#copied(id),
    said: () => this.#said(),
  });

  constructor() {
    super();
    this.shadowRoot.adoptedStyleSheets = [sheet];
    this.shadowRoot.append(document.createElement("slot"));
    this.shadowRoot.addEventListener("focusout", ({ relatedTarget }) => this.shadowRoot.contains(relatedTarget) || this.#drafts?.flush());
    this.shadowRoot.addEventListener("focusin", ({ target }) => target.matches("input, select, textarea") && seen(target));
    this.shadowRoot.addEventListener("change", ({ target }) => {
      if (target.dataset?.file && target.files?.[0]) chosen(() => this.#handle, target);
    });
  }

  async connectedCallback() {
    this.#host.upgrade();
    return this.#start();
  }

  // Moving an element takes it out and puts it in again: only what stays out is taken down.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#drafts?.close();
      this.#drafts = undefined;
      this.#lock.leave();
      this.#unmount();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#again();
  }

  formResetCallback() {
    this.reset();
  }

  async #start() {
    const words = this.#host.isWelsh ? learn(this.#host.module) : true;
    try {
      this.#module = await ready(this.#host.module);
      if (!(await words)) this.#tellUnspoken();
      if (this.#host.isDrafting && this.getAttribute("draft-keys") !== "memory") module().catch(() => undefined); // it comes while the form is drawn
      if (this.isConnected && !this.#handle) this.#mount();
    } catch (error) {
      this.#fail("failed", error);
    }
  }

  // The button that was pressed is gone: the focus goes to the form, or to the next button.
  async #retry() {
    await this.#start();
    this.shadowRoot.querySelector("[data-heading=page], [role=alert] button")?.focus();
  }

  // Mounts at once, unless the reader's words have yet to come.
  #begin() {
    this.#waiting = this.#host.isWelsh && !answered[this.#host.module];
    if (this.#waiting) this.#start();
    else this.#mount();
  }

  #settings(more = {}) {
    return this.#host.settings({ kept: this.#kept, onlyRead: this.#onlyRead, page: this.#was?.page, at: this.#was?.at, ...more });
  }

  #mount() {
    if (this.#lock.locked) return;
    this.#tried = true;
    const root = document.createElement("div");
    this.#rescue.begins(this.#module, this.#kept ?? asRecord(this.#given.record));
    try {
      this.#handle = this.#module.mount(root, this.#settings(), (word) => this.#heard(word));
      this.shadowRoot.replaceChildren(root);
      this.#rescue.began();
    } catch (problems) {
      return this.#rescue.isStopped || this.#fail("refused", problems);
    }
    this.#inside.states?.add("ready");
    if (this.#was) focusAgain(this.shadowRoot, this.#was);
    this.#was = undefined;
    this.#tell("ta-ready", {});
    this.#looked();
    this.#keep();
    this.#lock.watch(Boolean(this.#drafts));
  }

  // Nothing of the record is held any more. Resolves with whether what was typed is kept on this device.
  #shut() {
    const drafts = this.#drafts;
    this.#drafts = undefined;
    const kept = drafts?.lock();
    this.#unmount();
    Object.assign(this.#given, { record: undefined, planBefore: undefined, draftKey: undefined });
    this.#rescue.forget();
    this.#handing.forget();
    this.#kept = this.#back = this.#was = undefined;
    if (this.#inside.form) this.#inside.setFormValue(null);
    return kept ?? Promise.resolve(false);
  }

  #open({ record, before, text, back }) {
    this.#given.record = record;
    this.#given.planBefore ??= before;
    [this.#kept, this.#back] = [text, back];
    this.#begin();
  }

  // The form stopped: a fresh one has what was typed, where it was typed. What stopped is not even freed.
  #revive(kept, { page, at }) {
    clearTimeout(this.#timer);
    this.#copy.close();
    // The focus and the caret are given back once all is said.
    [this.#handle, this.#kept, this.#was] = [undefined, kept, { page, at }];
    this.#mount();
    this.#was = undefined;
    if (!this.#handle) return false;
    this.#handing.newer = true;
    this.#drafts?.changed();
    const message = this.#said().restarted;
    setTimeout(() => this.#handle?.say(message));
    return this.#tell("ta-error", { code: "restarted", problems: [], message });
  }

  // It stopped again: a page that needs no module has taken its place.
  #ended(kept, reference) {
    clearTimeout(this.#timer);
    [this.#handle, this.#kept] = [undefined, kept];
    this.#drafts?.show(this.shadowRoot, this.#said().kept);
    this.#drafts?.changed();
    this.#tell("ta-error", { code: "stopped", problems: [], message: this.#said().stopped.told, reference });
  }

  // What is typed is kept on this device from now on, unless the host wants none of it.
  #keep() {
    const said = this.#said().kept;
    this.#drafts?.show(this.shadowRoot, said);
    if (this.#drafts || !this.#host.isDrafting) return;
    this.#drafts = new Kept({
      ...this.#host.drafting(JSON.parse(this.#handle.record())),
      isFile: this.#isFile,
      back: this.#back,
      text: () => this.#rescue.kept(),
      restore: (text, onlyRead) => this.#restore(text, onlyRead),
      takes: (text) => !this.#against(text),
      discard: () => this.discardDraft(),
      exportFile: () => download(this.exportFile()),
      comparing: () => this.#comparing(),
      download,
      tell: ({ state, at, reason }) => this.#tell("ta-draft", { state, at, reason }),
    });
    this.#back = undefined;
    this.#drafts.show(this.shadowRoot, said);
    this.#drafts.open();
  }

  // What compares two texts is in the module of meetings, which a plan's page fetches for this alone.
  async #comparing() {
    const language = this.#host.isWelsh ? "cy" : "en";
    if (language === "cy") await learn("meetings");
    const module = await ready("meetings");
    const here = () => this.#rescue.kept();
    return { list: (other) => JSON.parse(module.compared(here(), other, language) ?? "[]"), take: (other, at) => module.taking(here(), other, at) };
  }

  // What was kept takes the place of what the host gave.
  #restore(text, onlyRead = false) {
    this.#unmount();
    this.#onlyRead = onlyRead;
    this.#kept = text;
    this.#begin();
  }

  // What keeps a form from being begun with a text, which is tried where nobody sees it: `undefined` if nothing does.
  #against(text) {
    try {
      const settings = { ...JSON.parse(this.#settings()), record: text };
      this.#module.mount(document.createElement("div"), JSON.stringify(settings), () => {}).free();
    } catch (error) {
      return problemsOf(error);
    }
  }

  #unmount() {
    this.#tried = false;
    this.#copy.close();
    if (!this.#handle) return;
    clearTimeout(this.#timer);
    this.#isChanged = false;
    // The focus leaves first, while somebody still hears it.
    this.shadowRoot.replaceChildren(document.createElement("slot"));
    const { kept, isSound } = this.#rescue.leave();
    if (isSound) this.#handle.free();
    [this.#handle, this.#kept] = [undefined, kept];
  }

  // What the host changes after the form is there begins the form anew, with what was typed.
  #again() {
    if (!this.#tried || this.#stale) return;
    this.#stale = true;
    queueMicrotask(() => {
      this.#stale = false;
      if (!this.#tried || !this.isConnected) return;
      this.#was = this.#handle && whereabouts(this.shadowRoot);
      this.#unmount();
      this.#begin();
    });
  }

  // The form is then in English.
  #tellUnspoken() {
    this.#tell("ta-error", { code: "words", problems: [], message: said.cy.words });
  }

  // Where the Welsh has not come, what it would say is said in English.
  #said() {
    return this.#host.isWelsh ? { ...said.en, ...said.cy } : said.en;
  }

  #fail(what, error) {
    const [message, problems] = [this.#said()[what], problemsOf(error)];
    // What did not come may come now; what the host gave stays what it is.
    const acts = what === "failed" && globalThis.WebAssembly ? [Object.assign(button(this.#said().again, () => this.#retry()), { className: "govuk-button" })] : [];
    this.shadowRoot.replaceChildren(refusal(message, problems, ...acts), document.createElement("slot"));
    this.#was = undefined;
    this.#tell("ta-error", { code: what, problems, message });
  }

  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
  }

  #heard(word) {
    // Never from within the form's own turn: it must have finished before it is called again.
    if (word === "changed") {
      this.#handing.newer = true;
      this.#rescue.changed();
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
    if (this.#isChanged) this.#tell("ta-change", { get text() { return handle.record(); } });
    this.#isChanged = false;
    this.#looked();
  }

  #looked() {
    const handle = this.#handle;
    const stopping = handle.stopping();
    this.#tell("ta-findings", { stopping, get findings() { return JSON.parse(handle.findings()); } });
    if (!this.#inside.form) return;
    this.#value();
    const anchor = this.shadowRoot.querySelector("input, button") ?? undefined;
    if (stopping) this.#inside.setValidity({ customError: true }, String(stopping), anchor);
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
    this.#load(record, this.#isFile && record === this.#given.record);
  }
  // What a file says, the host need not have.
  #load(record, isFile) {
    if (this.#lock.keeps(record)) return;
    const tried = this.#tried;
    this.#drafts?.close();
    this.#drafts = undefined;
    this.#unmount();
    [this.#given.record, this.#isFile] = [record, isFile];
    this.#handing.forget();
    this.#kept = this.#back = this.#was = undefined;
    this.#onlyRead = false;
    if (tried) this.#begin();
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
    const text = this.#handle?.envelope("draft") ?? this.#kept ?? asText(this.#given.record);
    return json(text, `team-around-${this.constructor.document}.json`);
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
    if (this.#lock.locked || (!this.#handle && this.#kept !== undefined)) return this.#unopened("nowhere");
    if (text === undefined) return this.#unopened("file");
    const problems = this.#handle && this.#against(text);
    if (problems) return this.#unopened("file", problems);
    this.#load(text, true);
    return Boolean(this.#handle || this.#waiting);
  }
  #unopened(why, problems = []) {
    const message = [this.#said()[why], problems[0]?.message].filter(Boolean).join(" ");
    this.#handle?.say(message);
    this.#tell("ta-error", { code: "file", problems, message });
    return false;
  }

  static {
    const changed = (form, name) => {
      form.#lock.given(name);
      form.#again();
    };
    define(this.prototype, (form) => form.#host, changed);
  }

  get record() {
    if (this.#handle) return JSON.parse(this.#handle.record());
    return this.#kept ? JSON.parse(this.#kept).record : JSON.parse(asText(this.#given.record));
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
