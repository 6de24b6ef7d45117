// What is kept on the worker's own machine: carries out what the drafts' module decides. The module is one of
// its own, so that it outlives a form that stopped. The journal and the key of the device are in IndexedDB, the
// slots in local storage; both may be denied, full or gone at any time, and that is an answer like another.

import { marks, shut } from "./marks.js";

export const NAME = "team-around-drafts";
const SLOT = /^ta-draft:v1:([\w-]{22}):[ab]$/;
const PATIENCE = 3000; // milliseconds that another window has to hand a draft over

let started;
/** The drafts' module, fetched once and after the form is shown. */
export const module = () =>
  (started ??= import("./team_around_drafts.js").then(async (drafts) => {
    await drafts.default();
    return drafts;
  }));

const random = (count) => crypto.getRandomValues(new Uint8Array(count));

/** Resolves with what a request of the store answers. */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const fault = (error) => ({ QuotaExceededError: "full", SecurityError: "denied", InvalidStateError: "denied" })[error?.name] ?? "broken";

/** The journal: the last sealed text of each draft, and whose turn it is to write it. */
export class Journal {
  #database;

  static async open() {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("drafts", { keyPath: "did" });
      request.result.createObjectStore("keys");
    };
    const journal = new Journal();
    journal.#database = await answer(request);
    journal.#database.onversionchange = () => journal.#database.close();
    return journal;
  }

  /** Runs in one transaction that is on the disk once it is complete, and resolves with what `act` left in `out`. */
  #write(store, act) {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(store, "readwrite", { durability: "strict" });
      const out = {};
      transaction.oncomplete = () => resolve(out.value);
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? out.error);
      act(transaction.objectStore(store), out);
    });
  }

  all() {
    return answer(this.#database.transaction("drafts").objectStore("drafts").getAll());
  }

  /** Takes the next turn; resolves with its number. */
  claim(did, atLeast, marks) {
    return this.#write("drafts", (store, out) => {
      const found = store.get(did);
      found.onsuccess = () => {
        const row = { ...(found.result ?? { did }), ...marks };
        row.fence = out.value = Math.max((row.fence ?? 0) + 1, atLeast);
        store.put(row);
      };
    });
  }

  /** Puts a sealed text, unless somebody else has the turn or a newer one is there. */
  put({ did, epoch, seq, text, ...marks }) {
    return this.#write("drafts", (store, out) => {
      const found = store.get(did);
      found.onsuccess = () => {
        const row = found.result ?? { did, fence: epoch };
        const older = row.epoch === undefined || row.epoch < epoch || (row.epoch === epoch && row.seq < seq);
        out.value = row.fence <= epoch && older ? "ok" : "fenced";
        if (out.value === "ok") store.put({ ...row, ...marks, epoch, seq, text });
      };
    });
  }

  remove(did) {
    return this.#write("drafts", (store) => store.delete(did));
  }

  forgetKey() {
    return this.#write("keys", (store) => store.delete("device"));
  }

  /** The key of this device, which nobody can read out; made when it is first asked for. */
  async key() {
    const made = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return this.#write("keys", (store, out) => {
      const found = store.get("device");
      found.onsuccess = () => {
        out.value = found.result ?? made;
        if (!found.result) store.put(made, "device");
      };
    });
  }
}

export const bytesOf = async (key) => new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(NAME)));

/** Whether local storage can be used at all; one that is full can. */
export function slotsWork() {
  try {
    localStorage.setItem(`${NAME}:probe`, "");
    localStorage.removeItem(`${NAME}:probe`);
    return true;
  } catch (error) {
    return error?.name === "QuotaExceededError";
  }
}

/** Keeps the draft of one form. It never throws into the form, and tells it what happened. */
export class Drafts {
  #form; // what it asks of the form: {subject, user, secret, given, text(), tell(state, detail)}
  #module;
  #journal;
  #slots = false; // whether local storage can be used
  #keys;
  #marks = {}; // whose it is and what it is of, for this browser alone
  #base; // what the host gave, in short
  #found;
  #draft; // the module's own, once this window has its turn
  #release; // gives the turn back
  #channel;
  #timer;
  #typed = false; // whether something was typed before the draft was opened
  #over = false;

  constructor(form) {
    this.#form = form;
  }

  /** Looks for what was kept before, and takes the turn. Until then nothing is written. */
  async open() {
    try {
      this.#module = await module();
      this.#slots = slotsWork();
      this.#journal = await Journal.open().catch(() => undefined);
      this.#keys = await this.#key();
      if (this.#over) return this.#wipe();
      if (!this.#keys) return this.#tell("failed", { reason: globalThis.isSecureContext ? "denied" : "insecure" });
      const { back } = this.#form; // what this window held when it was locked
      this.#marks = await marks(await this.#journal?.key().catch(() => undefined), this.#form);
      this.rebase(this.#form.given);
      const alone = back?.typed && !back.kept; // what no store has
      if (back && !back.changed) this.#base = back.base ?? this.#base;
      this.#typed ||= Boolean(alone && !back.changed);
      this.#found = await this.#find();
      if (this.#over) return;
      await this.#turn({ ifAvailable: true });
      const same = back && !back.changed && (this.#found.text ?? back.text) === back.text;
      if (alone && back.changed) this.#tell("found", { text: back.text, at: back.at, same: false });
      else if (same && back.kept && back.typed) this.#tell("saved", { at: new Date(back.at) });
      else if (!same && this.#draft && this.#found.text !== undefined) this.#tell("found", { ...this.#found, same: this.#found.base === this.#base, typed: this.#typed });
    } catch (error) {
      this.#tell("failed", { reason: fault(error) });
    }
  }

  /** What the host has now; a draft that was made from it needs no question. */
  rebase(given) {
    this.#base = this.#module?.digest(given);
  }

  /** A key for this user from the host, or that of the device; none without a secure context. */
  async #key() {
    const { secret } = this.#form;
    if (typeof secret === "string") return this.#module.Keys.host(new TextEncoder().encode(secret));
    if (secret instanceof Uint8Array) return this.#module.Keys.host(secret);
    if (!globalThis.crypto?.subtle) return undefined;
    if (secret instanceof CryptoKey) return this.#module.Keys.host(await bytesOf(secret));
    return this.#journal && this.#module.Keys.device(await bytesOf(await this.#journal.key()));
  }

  /** The newest draft of this form that the key opens; a new one where there is none. */
  async #find() {
    const rows = (await this.#journal?.all()) ?? [];
    if (this.#over) return {};
    const closed = shut(rows, this.#marks, this.#keys.kid());
    if (closed) this.#tell("shut", closed);
    const names = this.#slots ? Object.keys(localStorage).map((name) => SLOT.exec(name)?.[1]) : [];
    const dids = [...new Set([...names.filter(Boolean), ...rows.map((row) => row.did)])];
    const journal = Object.fromEntries(rows.filter((row) => row.text).map((row) => [row.did, row.text]));
    const { subject, user } = this.#form;
    const asked = { dids, journal, subject, user, slots: this.#slots };
    return JSON.parse(this.#module.find(this.#keys, JSON.stringify(asked), random(16)));
  }

  /** One window writes a draft, for as long as it lives. Resolves once it has the turn, or has it not. */
  #turn(how) {
    return new Promise((resolve, reject) => {
      const begin = async (lock) => {
        if (lock && !this.#over) await this.#begin();
        else this.#tell("elsewhere", {});
        resolve();
        if (this.#draft) await new Promise((done) => (this.#release = done));
      };
      if (!navigator.locks) return void begin({}).catch(reject);
      const held = navigator.locks.request(`ta-draft:${this.#found.did}`, how, begin);
      held.catch((error) => (this.#draft ? this.#told("taken") : reject(error)));
    });
  }

  async #begin() {
    const { did, epoch } = this.#found;
    const turn = (await this.#journal?.claim(did, epoch, this.#marks)) ?? epoch;
    if (this.#over) return;
    this.#draft = this.#module.Draft.open(this.#keys, JSON.stringify(this.#found), turn, this.#slots, Date.now(), random(56));
    this.#channel = new BroadcastChannel(`${NAME}:${did}`);
    this.#channel.onmessage = () => this.#give();
    if (this.#typed) this.#told("changed");
  }

  /** Another window asks for the draft: it gets it whole. */
  async #give() {
    this.flush();
    for (let waited = 0; waited < PATIENCE / 2 && this.#draft?.is_behind(); waited += 50) await new Promise((done) => setTimeout(done, 50));
    this.#told("taken");
    this.#release?.();
  }

  /** Writes the draft here from now on; the window that has it is asked first. */
  async take() {
    const channel = new BroadcastChannel(`${NAME}:${this.#found.did}`);
    channel.postMessage("give");
    channel.close();
    try {
      await this.#turn({ signal: AbortSignal.timeout(PATIENCE) });
    } catch {
      await this.#turn({ steal: true });
    }
    const { text, at, others } = await this.#find();
    if (text !== undefined) this.#tell("found", { text, at, others, same: true, typed: this.#typed });
    else this.#tell("saved", { at: new Date() });
  }

  #tell(state, detail) {
    if (!this.#over) this.#form.tell(state, detail);
  }

  #told(what) {
    if (this.#draft) this.#carry(this.#draft.told(performance.now(), what));
  }

  changed() {
    this.#typed = true;
    this.#told("changed");
  }

  /** Everything is written now: nobody may be there to wait for it. */
  flush() {
    this.#told("leaving");
  }

  /** Carries out what the module decided. */
  #carry(acts) {
    for (const act of JSON.parse(acts)) {
      if (act.do === "wake") this.#wake(act.at);
      else if (act.do === "write") this.#write(act);
      else if (act.do === "say") this.#tell(act.state, { at: new Date(), reason: act.reason });
      else if (act.do === "copy") this.#copy();
    }
  }

  #wake(at) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#told("woken"), Math.max(0, at - performance.now()));
  }

  #text() {
    const { subject, user } = this.#form;
    return JSON.stringify({ subject, user, base: this.#base, text: this.#form.text() });
  }

  #write({ seq, slot }) {
    const sealed = this.#draft.seal(seq, slot ?? "", this.#text(), Date.now(), random(24), performance.now());
    const { row, acts } = JSON.parse(sealed);
    this.#carry(JSON.stringify(acts));
    if (!row) return;
    const answered = (answer) => this.#draft && this.#carry(this.#draft.told_journal(performance.now(), seq, answer));
    if (!this.#journal) return queueMicrotask(() => answered("denied"));
    this.#journal.put({ ...row, ...this.#marks }).then(answered, (error) => answered(fault(error)));
  }

  /** What was typed where the turn was lost is a draft of its own. */
  #copy() {
    const row = this.#draft.copy(this.#keys, this.#text(), Date.now(), random(96));
    if (row) this.#journal?.put({ ...JSON.parse(row), ...this.#marks }).catch((error) => this.#tell("failed", { reason: fault(error) }));
  }

  /** Another text of this form is opened in place of this one, which stays as a copy. */
  async opened(did) {
    this.#copy();
    this.changed();
    await this.removed(did);
  }

  /** Removes another text of this form. */
  async removed(did) {
    this.#module.forget(did, this.#slots);
    await this.#journal?.remove(did).catch(() => undefined);
  }

  /** Takes the draft away: the host has it, or nobody wants it. What is typed from now on is a new one. */
  async discard() {
    if (!this.#draft) return;
    const did = this.#draft.did();
    this.#end();
    this.#module.forget(did, this.#slots);
    await this.#journal?.remove(did).catch(() => undefined);
    this.#found = { did: this.#module.new_id(random(16)), epoch: 1, older: "a" };
    this.#typed = false;
    if (!this.#over) await this.#turn({ ifAvailable: true });
  }

  // Where the module's objects are not freed, their keys stay in its memory.
  #wipe() {
    this.#draft?.free();
    this.#keys?.free();
    this.#draft = this.#keys = this.#found = undefined;
  }

  #end() {
    clearTimeout(this.#timer);
    this.#draft?.free();
    this.#draft = undefined;
    this.#channel?.close();
    this.#release?.();
  }

  /** What the draft was made from, in short. */
  get base() {
    return this.#base;
  }

  /** Whether something was typed that the host does not have. */
  get typed() {
    return this.#typed || this.#found?.text !== undefined;
  }

  /** The form is locked: what was typed is written once more, as it stands, and then nothing of it is held
   *  here. Resolves with whether the stores have it. */
  async lock() {
    const text = this.#form.text();
    this.#form = { ...this.#form, text: () => text, secret: undefined, given: undefined };
    this.flush();
    const behind = () => this.#draft?.is_behind();
    for (let waited = 0; waited < PATIENCE && behind(); waited += 50) await new Promise((done) => setTimeout(done, 50));
    const kept = this.#draft ? !behind() : !this.#typed;
    this.#over = true;
    this.#end();
    this.#wipe();
    this.#form = undefined;
    return kept;
  }

  /** The form is gone; what is under way is still written. */
  close() {
    this.flush();
    this.#over = true;
    clearTimeout(this.#timer);
    this.#channel?.close();
    this.#release?.();
    this.#wipe();
  }
}
