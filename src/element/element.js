// The custom elements: a thin class around what the crate exports, and one name for each document. What crosses is JSON text.

import { module } from "./device.js";
import { FamilyCopy } from "./family_copy.js";
import { asRecord, asText, civil, isWelsh, json } from "./given.js";
import { Kept } from "./kept.js";
import { Lock } from "./lock.js";
import { answered, learn, ready } from "./modules.js";
import { Rescue } from "./rescue.js";
import css from "./styles.js";
import said from "./words.js";

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
// What is downloaded when the form says so.
const FILES = {
  export: (form) => form.exportFile(),
  request: (form) => form.request(),
  feedback: (form) => form.exportFeedback(),
  chronology: (form) => form.exportChronology(),
};
const SOON = 300; // milliseconds of quiet before the record is looked at again
const PROPERTIES = ["record", "protocol", "today", "bankHolidays", "user", "draftKey", "readOnly", "questions", "meeting", "agency", "planBefore"];

class TeamAroundForm extends HTMLElement {
  static formAssociated = true;
  static document; // which document of the planning file it is
  static observedAttributes = ["protocol", "lang", "today", "readonly", "open", "questions", "nation", "heading-level", "meeting", "agency"];
  #inside = this.attachInternals();
  #given = {}; // what the host set
  #module; // the glue of the module that draws it
  #handle;
  #tried = false; // whether a form was asked for; it may have been refused
  #kept; // the envelope as it stood when the element left the page
  #stale = false; // whether the form is about to begin anew
  #waiting = false; // whether the reader's words have yet to come
  #document = 0; // counts the records that the host gave
  #busy; // what was handed over and not answered
  #next; // what was asked for meanwhile
  #timer;
  #drafts; // what keeps what is typed on this device
  #newer = false; // whether something was typed since it was handed over
  #onlyRead = false; // whether a newer version wrote what is shown
  #at; // where the person was when the form stopped
  #rescue = new Rescue(this.attachShadow({ mode: "open" }), {
    read: () => this.#handle?.whole(),
    envelope: () => this.#handle.envelope("draft"),
    cover: () => this.#handle.cover(),
    begin: (kept, at) => this.#revive(kept, at),
    end: (kept, reference) => this.#ended(kept, reference),
    said: () => ({ ...this.#said().stopped, lang: this.#said().lock.lang, level: this.getAttribute("heading-level") }),
  });

  #lock = new Lock({
    element: this,
    said: () => this.#said().lock,
    secret: () => this.#given.draftKey ?? undefined,
    user: () => this.#given.user?.id ?? "",
    kept: () => this.#drafts,
    seek: (at) => this.#handle?.seek(at),
    held: () => this.#handle && { typed: this.#drafts?.typed ?? this.#newer, text: this.#rescue.kept(), given: asText(this.#given.record), before: this.#given.planBefore && asText(this.#given.planBefore) },
    shut: () => this.#shut(),
    open: (given) => this.#open(given),
    wash: () => this.#module?.wash(),
    locked: (at) => this.#tell("ta-draft", { state: "locked", at }),
    asks: (waitUntil) => this.#tell("ta-unlock", { waitUntil }),
  });
  #back; // what this window held when it was locked
  #copy = new FamilyCopy(this.shadowRoot, {
    record: () => this.#handle?.record() ?? JSON.stringify(this.record ?? {}),
    settings: () => ({ ...JSON.parse(this.#settings({ record: null, before: null })), readOnly: !this.#handle?.may_write() }),
    take: (text) => this.#handle?.share(text),
    file: (id) => this.#copied(id),
    said: () => this.#said(),
  });

  constructor() {
    super();
    this.shadowRoot.adoptedStyleSheets = [sheet];
    this.shadowRoot.append(document.createElement("slot"));
    this.shadowRoot.addEventListener("focusout", ({ relatedTarget }) => this.contains(relatedTarget) || this.#drafts?.flush());
    this.shadowRoot.addEventListener("change", ({ target }) => {
      if (target.dataset?.file && target.files?.[0]) this.#take(target.dataset.file, target);
    });
  }

  async connectedCallback() {
    for (const name of PROPERTIES) this.#upgrade(name);
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
    const words = isWelsh(this.#language()) ? learn(this.#which()) : true;
    try {
      this.#module = await ready(this.#which());
      if (!(await words)) this.#tellUnspoken();
      if (this.#drafting && this.getAttribute("draft-keys") !== "memory") module().catch(() => undefined); // it comes while the form is drawn
      if (this.isConnected && !this.#handle) this.#mount();
    } catch (error) {
      this.#fail("failed", error);
    }
  }

  // Mounts at once, unless the reader's words have yet to come.
  #begin() {
    this.#waiting = isWelsh(this.#language()) && !answered[this.#which()];
    if (this.#waiting) this.#start();
    else this.#mount();
  }

  #which() {
    return this.constructor.document === "plan" ? "plan" : "meetings";
  }

  #language() {
    return this.closest("[lang]")?.getAttribute("lang") ?? document.documentElement.lang;
  }

  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  #list(name) {
    const given = this.#given[name] ?? this.getAttribute(name) ?? "";
    return typeof given === "string" ? given.split(/\s+/).filter(Boolean) : [given].flat();
  }

  #settings(more = {}) {
    return JSON.stringify({
      document: this.constructor.document,
      meeting: this.#given.meeting ?? this.getAttribute("meeting"),
      agency: this.#given.agency ?? this.getAttribute("agency"),
      before: this.constructor.document === "meeting" ? asRecord(this.#given.planBefore ?? this.#given.record) : null,
      record: this.#kept ?? asRecord(this.#given.record),
      protocol: this.#list("protocol"),
      questions: this.#list("questions"),
      today: this.#given.today ?? this.getAttribute("today") ?? civil(),
      bankHolidays: this.#given.bankHolidays ?? null,
      nation: this.getAttribute("nation"),
      user: this.#given.user ?? null,
      readOnly: this.#onlyRead || (this.#given.readOnly ?? this.hasAttribute("readonly")),
      open: this.getAttribute("open"),
      heading: this.getAttribute("heading-level"),
      lang: this.#language() || "en",
      at: this.#at,
      ...more,
    });
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
    this.#given = { ...this.#given, record: undefined, planBefore: undefined, draftKey: undefined };
    this.#rescue.forget();
    this.#kept = this.#back = this.#next = this.#at = undefined;
    this.#document += 1;
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
  #revive(kept, at) {
    clearTimeout(this.#timer);
    this.#copy.close();
    [this.#handle, this.#kept, this.#at] = [undefined, kept, at];
    this.#mount();
    this.#at = undefined;
    if (!this.#handle) return false;
    this.#newer = true;
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

  get #drafting() {
    return !(this.#given.readOnly || this.hasAttribute("readonly") || this.getAttribute("drafts") === "off");
  }

  // What is typed is kept on this device from now on, unless the host wants none of it.
  #keep() {
    const { user, draftKey, meeting, agency } = this.#given;
    const said = this.#said().kept;
    this.#drafts?.show(this.shadowRoot, said);
    if (this.#drafts || !this.#drafting) return;
    const record = JSON.parse(this.#handle.record());
    const of = this.getAttribute("draft-name") ?? record.document?.reference ?? record.children?.[0]?.id ?? location.pathname;
    this.#drafts = new Kept({
      subject: [this.constructor.document, of, meeting ?? this.getAttribute("meeting") ?? "", agency ?? this.getAttribute("agency") ?? ""].join("\n"),
      user: user?.id ?? "",
      secret: draftKey,
      keys: this.getAttribute("draft-keys") ?? undefined,
      cipher: this.getAttribute("draft-cipher") ?? undefined,
      back: this.#back,
      given: asText(this.#given.record),
      text: () => this.#rescue.kept(),
      restore: (text, onlyRead) => this.#restore(text, onlyRead),
      takes: (text) => this.#takes(text),
      discard: () => this.discardDraft(),
      exportFile: () => this.#download(this.exportFile()),
      comparing: () => this.#comparing(),
      download: (file) => this.#download(file),
      tell: ({ state, at, reason }) => this.#tell("ta-draft", { state, at, reason }),
    });
    this.#back = undefined;
    this.#drafts.show(this.shadowRoot, said);
    this.#drafts.open();
  }

  // What compares two texts is in the module of meetings, which a plan's page fetches for this alone.
  async #comparing() {
    const language = isWelsh(this.#language()) ? "cy" : "en";
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

  // Whether a form can be begun with a text: tried where nobody sees it.
  #takes(text) {
    try {
      const settings = { ...JSON.parse(this.#settings()), record: text };
      this.#module.mount(document.createElement("div"), JSON.stringify(settings), () => {}).free();
      return true;
    } catch {
      return false;
    }
  }

  #unmount() {
    this.#tried = false;
    this.#copy.close();
    if (!this.#handle) return;
    clearTimeout(this.#timer);
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
    return isWelsh(this.#language()) ? { ...said.en, ...said.cy } : said.en;
  }

  #fail(what, error) {
    const told = this.#said();
    let problems = [];
    try {
      problems = JSON.parse(String(error));
    } catch {
      /* not ours: the browser's own error */
    }
    const lines = [told[what], ...(Array.isArray(problems) ? problems : []).map((p) => p.message + (p.pointer && ` (${p.pointer})`))];
    const box = document.createElement("div");
    box.setAttribute("role", "alert");
    box.append(...lines.map((line) => Object.assign(document.createElement("p"), { className: "govuk-body", textContent: line })));
    this.shadowRoot.replaceChildren(box, document.createElement("slot"));
    this.#tell("ta-error", { code: what, problems, message: lines[0] });
  }

  #tell(name, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable, detail }));
  }

  #heard(word) {
    // Never from within the form's own turn: it must have finished before it is called again.
    if (word === "changed") {
      this.#newer = true;
      this.#rescue.changed();
      // A box that is left as its form is taken away says nothing of the form that comes after it.
      const drafts = this.#drafts;
      queueMicrotask(() => drafts?.changed());
      if (this.#inside.form) queueMicrotask(() => this.#value());
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#look(), SOON);
    } else if (word === "keep") queueMicrotask(() => this.#hand("draft"));
    else if (word === "send") queueMicrotask(() => this.#hand("submission"));
    else if (word === "copy") queueMicrotask(() => this.#copy.show(this.#handle?.copy()));
    else if (FILES[word]) queueMicrotask(() => this.#download(FILES[word](this)));
  }

  #look() {
    if (!this.#handle) return;
    this.#handle.look();
    const handle = this.#handle;
    this.#tell("ta-change", { get text() { return handle.record(); } });
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

  async #hand(asked) {
    clearTimeout(this.#timer);
    if (!this.#handle) return;
    if (this.#busy) return this.#wait(asked);
    const given = this.#document;
    this.#drafts?.flush();
    const text = this.#handle.envelope(asked);
    const envelope = JSON.parse(text);
    const { kind } = envelope; // what is sent of a report is a contribution
    if (!this.#tell("ta-before-submit", { kind, envelope }, true)) return;
    const waits = [];
    this.#handle.sending();
    this.#tell("ta-submit", { kind, envelope, text, waitUntil: (promise) => waits.push(promise) });
    if (!waits.length) {
      this.#handle.writing();
      return this.#handle.say(this.#said().unheard);
    }
    // An answer that comes when the host has given another record is told to the host alone.
    const still = () => (this.#document === given ? this.#handle : undefined);
    this.#busy = asked;
    this.#newer = false;
    try {
      const [receipt] = (await Promise.all(waits)).filter(Boolean);
      if (still()?.may_be_for(text, String(receipt?.hash ?? "")) === false) throw this.#said().another;
      still()?.accepted(kind, asText(receipt ?? {}));
      if (still()) this.#drafts?.stored(asText(envelope.record), this.#newer);
      this.#tell("ta-accepted", { kind, receipt });
    } catch (refusal) {
      const why = typeof refusal === "string" ? refusal : refusal?.message;
      const told = {
        message: typeof why === "string" && why ? why : this.#said().unknown,
        errors: Array.isArray(refusal?.errors) ? refusal.errors : [],
      };
      still()?.refused(asText(told));
      this.#tell("ta-rejected", { kind, ...told });
    } finally {
      const next = this.#next;
      this.#busy = this.#next = undefined;
      if (next) await this.#hand(next);
    }
  }

  // What is asked for while the host stores something waits for its answer. Nothing is sent twice.
  #wait(asked) {
    if (asked === "draft") this.#next ??= asked;
    else if (this.#busy === "draft") this.#next = asked;
  }

  // A file that somebody chose goes to the form as text, and the box is ready for the next one.
  async #take(what, box) {
    const [file] = box.files;
    const bytes = new Uint8Array(await file.arrayBuffer());
    box.value = "";
    this.#handle?.take?.(what, bytes);
  }

  #download(file) {
    if (!file) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  // What the person asked for in the form is said there, where it cannot be had.
  async #copied(id) {
    try {
      this.#download(await this.exportFamilyCopy(id));
    } catch ({ message }) {
      this.#handle?.say(message);
    }
  }

  load(record = this.#given.record) {
    if (this.#lock.keeps(record)) return;
    const tried = this.#tried;
    this.#drafts?.close();
    this.#drafts = undefined;
    this.#unmount();
    this.#given.record = record;
    this.#kept = this.#back = this.#next = undefined;
    this.#onlyRead = false;
    this.#document += 1;
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
  request(agency = this.#handle?.requested?.()) {
    const text = agency && this.#handle?.request?.(agency);
    return text ? json(text, "team-around-request.json") : undefined;
  }
  /** Brings in an agency's report, or another person's copy of this meeting, and resolves with what came of it. */
  async contribute(file) {
    const bytes = typeof file === "string" ? new TextEncoder().encode(file) : new Uint8Array(await file.arrayBuffer());
    const said = this.#handle?.take?.("contribution", bytes);
    if (said) return JSON.parse(said);
    return { taken: false, message: this.#said().nowhere, added: 0, filled: 0, differences: 0, leftOut: 0 };
  }
  exportFeedback() {
    return json(this.#handle?.feedback?.() ?? "", "team-around-feedback.json");
  }
  exportChronology() {
    return new File([this.#handle?.chronology?.() ?? ""], "team-around-chronology.csv", { type: "text/csv" });
  }
  /** A copy for one reader of the family, as a file: the page itself, or its JSON. Only one that was approved goes. */
  async exportFamilyCopy(id, how) {
    return this.#copy.file(id, how);
  }
  /** An encrypted copy of the draft, as a file. */
  async exportDraft(passphrase) {
    if (!this.#drafts) throw new Error(this.#said().nowhere);
    return this.#drafts.copies.seal(String(passphrase));
  }
  /** Opens an encrypted copy beside what was typed, and resolves with what came of it. */
  async importDraft(file, passphrase) {
    if (!this.#drafts) return { taken: false, reason: "nowhere", message: this.#said().nowhere };
    return this.#drafts.copies.open(file, String(passphrase));
  }
  async importFile(file) {
    const [text, before, given] = [await file.text(), this.#handle?.envelope("draft"), this.#given.record];
    this.load(text);
    if (this.#handle || this.#waiting || !before) return;
    // A file that cannot be opened changes nothing of what was typed.
    [this.#given.record, this.#kept] = [given, before];
    this.#begin();
    this.#handle?.say(this.#said().file);
  }

  static {
    for (const name of PROPERTIES.filter((name) => name !== "record"))
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get() { return this.#given[name]; },
        set(value) { this.#given[name] = value; this.#lock.given(name); this.#again(); },
      });
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
