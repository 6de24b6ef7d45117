// The journal: the last sealed text of each draft, and whose turn it is to write it, in IndexedDB. What is in it
// outlives a browser that is killed. It may be denied, full, cleared or gone at any time.

const NAME = "team-around-drafts";
const PATIENCE = 3000; // milliseconds that a store has to open
const AGAIN = 10_000; // milliseconds after which one that did not open is asked again

/** Resolves with what a request of the store answers. */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Why a store did not keep something, in the words of the drafts' module. */
export const fault = (error) => ({ QuotaExceededError: "full", SecurityError: "denied", InvalidStateError: "denied" })[error?.name] ?? "broken";

/** A draft with the copies of it that were put aside. */
const whole = (did) => IDBKeyRange.bound(did, `${did}:\uffff`);

export class Journal {
  #opening;
  #key; // that of this device, once it was asked for
  #asking; // resolves with it
  #notes = new Map(); // what was written down beside it
  #cleared; // called when the browser threw the store away

  constructor(cleared) {
    this.#cleared = cleared;
  }

  /** A connection that is made again where it was lost. */
  #database() {
    if (this.#opening) return this.#opening;
    const opening = (this.#opening = this.#open());
    // Nobody waits for it a second time, until it may be well again.
    opening.catch(() => setTimeout(() => this.#opening === opening && (this.#opening = undefined), AGAIN));
    return opening;
  }

  async #open() {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("drafts", { keyPath: "did" });
      request.result.createObjectStore("keys");
    };
    const opened = answer(request);
    let timer;
    const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error("the store does not open")), PATIENCE)));
    const patient = Promise.race([opened, late]).finally(() => clearTimeout(timer));
    const database = await patient.catch((error) => {
      opened.then((database) => database.close(), () => undefined);
      throw error;
    });
    const lost = () => (this.#opening = undefined);
    database.onversionchange = () => (lost(), database.close());
    database.onclose = () => (lost(), this.#cleared());
    return database;
  }

  /** Lets the connection go, once what was asked for is done: one that is open keeps all that waits for it. Whoever
   *  asks for something later has another. */
  close() {
    const opening = this.#opening;
    this.#opening = undefined;
    opening?.then((database) => database.close(), () => undefined);
  }

  /** Runs in one transaction that is on the disk once it is complete; resolves with what `act` left in `out`. */
  async #write(act, store = "drafts", durability = "strict") {
    const database = await this.#database();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(["drafts", "keys"], "readwrite", { durability });
      const out = {};
      transaction.oncomplete = () => resolve(out.value);
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
      act(transaction.objectStore(store), out, transaction);
    });
  }

  /** Every row: drafts, turns that nobody wrote in, and copies that were put aside. */
  async all() {
    const database = await this.#database();
    return answer(database.transaction("drafts").objectStore("drafts").getAll());
  }

  /** Takes the next turn; resolves with its number. */
  claim(did, atLeast, marks) {
    return this.#write((store, out) => {
      const found = store.get(did);
      found.onsuccess = () => {
        const row = { ...(found.result ?? { did, claimed: Date.now() }), ...marks };
        row.fence = out.value = Math.max((row.fence ?? 0) + 1, atLeast);
        store.put(row);
      };
    });
  }

  /** Gives back a turn in which nothing was written. */
  unclaim(did) {
    return this.#write((store) => {
      const found = store.get(did);
      found.onsuccess = () => found.result && found.result.text === undefined && store.delete(did);
    });
  }

  /** Puts a sealed text, unless somebody else has the turn or a newer one is there. */
  put({ did, epoch, seq, text, ...marks }) {
    return this.#write((store, out, transaction) => {
      const found = store.get(did);
      found.onsuccess = () => {
        const row = found.result ?? { did, fence: epoch };
        const older = row.epoch === undefined || row.epoch < epoch || (row.epoch === epoch && row.seq < seq);
        out.value = row.fence <= epoch && older ? "ok" : "fenced";
        if (out.value !== "ok") return;
        const kept = store.put({ did, fence: row.fence, epoch, seq, text, ...marks });
        // The store was cleared under us: without the key the text could never be opened.
        if (!found.result) kept.onsuccess = () => this.#rememberAll(transaction.objectStore("keys"));
      };
    });
  }

  /** Writes down when a draft was first seen to have expired, or to be unreadable. */
  notice(did, noticed) {
    return this.#write((store) => {
      const found = store.get(did);
      found.onsuccess = () => store.put({ did, fence: 0, ...found.result, noticed });
    });
  }

  /** Puts damaged copies aside, where nothing is written over them: `[{place, text}]`. */
  aside(did, copies) {
    return this.#write((store) => {
      for (const { place, text } of copies) store.put({ did: `${did}:${place}`, text, at: Date.now() });
    });
  }

  forgetKey() {
    this.#asking = undefined;
    return this.#write((keys) => keys.delete("device"), "keys");
  }

  remove(did) {
    return this.#write((store) => store.delete(whole(did)));
  }

  /** The key of this device, which nobody can read out; made when it is first asked for. */
  key() {
    const asking = (this.#asking ??= this.#keyed());
    asking.catch(() => (this.#asking = undefined));
    return asking;
  }

  async #keyed() {
    const database = await this.#database();
    this.#key = await answer(database.transaction("keys").objectStore("keys").get("device"));
    if (this.#key) return this.#key;
    this.#key = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    // It is on the disk with the first text that it seals: a strict write takes what was written before it along.
    this.#key = await this.#write((keys, out) => this.#remember(keys, out), "keys", "relaxed");
    return this.#key;
  }

  /** What was written down under this name beside the key; nothing in it opens anything. */
  async noted(name) {
    const database = await this.#database();
    const value = await answer(database.transaction("keys").objectStore("keys").get(name));
    if (value) this.#notes.set(name, value);
    return value;
  }

  note(name, value) {
    this.#notes.set(name, value);
    return this.#write((keys) => keys.put(value, name), "keys");
  }

  /** Writes it down unless something stands there; resolves with what stands there then. */
  async first(name, value) {
    const there = await this.#write((keys, out) => {
      const found = keys.get(name);
      found.onsuccess = () => {
        out.value = found.result ?? value;
        if (!found.result) keys.put(value, name);
      };
    }, "keys");
    this.#notes.set(name, there);
    return there;
  }

  #rememberAll(keys) {
    if (this.#key) this.#remember(keys);
    for (const [name, value] of this.#notes) {
      const found = keys.get(name);
      found.onsuccess = () => found.result || keys.put(value, name);
    }
  }

  #remember(keys, out = {}) {
    const found = keys.get("device");
    found.onsuccess = () => {
      out.value = found.result ?? this.#key;
      if (!found.result) keys.put(this.#key, "device");
    };
  }
}
