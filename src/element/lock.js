// The lock of one form: hears whether somebody is there and what both clocks say, and carries out what the
// drafts' module decides. While a form is locked its record is in this window only as sealed text.

import { bytesOf, module, random } from "./device.js";
import { asText, isKey } from "./given.js";
import { LockPage, Warning } from "./lock_page.js";
import { purge } from "./purge.js";
import { forgetPassphrases } from "./unlock.js";

const HERE = ["keydown", "pointerdown", "wheel", "touchmove", "input"];
const AGAIN = 5000; // milliseconds after which a module that did not come is asked for again
const PATIENCE = 5000; // milliseconds that the drafts' module has to come where a form is locked before it is there

/** Locks one form, and opens it again. */
export class Lock {
  locked = false;
  #form; // what it asks of the form: see element.js
  #module;
  #keys; // seal the record when the form is locked
  #device; // makes those keys where the host gives none; nobody can read it out
  #pause; // the module's own
  #after;
  #begun; // resolves once somebody is listened for
  #turn = 0;
  #timer;
  #ears;
  #channel;
  #last; // the box that had the focus last
  #held; // of a locked form: {sealed, user, byHost, typed, own, kept, at, done}
  #came; // a record that the host gave while it was locked
  #trying = false;
  #place; // where the focus was
  #warning = new Warning();
  #page = new LockPage(() => this.#goOn());

  constructor(form) {
    this.#form = form;
  }

  /** A form is shown. It locks after a pause where drafts are kept, or where the host asks for it. */
  watch(kept) {
    if (this.#place) this.#return();
    this.#begin(kept);
  }

  // The drafts' module may not have come: the network may be back in a moment, and a form nobody watches stays open.
  #begin(kept) {
    const begun = this.#watch(kept);
    const turn = this.#turn;
    this.#begun = begun.catch(() => void setTimeout(() => turn === this.#turn && this.#begin(kept), AGAIN));
  }

  async #watch(kept) {
    const { element } = this.#form;
    const turn = ++this.#turn;
    const own = await module();
    const keys = await this.#keysOf(own);
    if (turn !== this.#turn || this.locked || !element.isConnected) return keys?.free();
    this.#keys?.free();
    [this.#module, this.#keys] = [own, keys];
    // Without a key nothing could be opened again.
    const after = keys ? (element.getAttribute("lock-after") ?? (kept ? "" : "off")) : "off";
    if (this.#after !== after || !this.#pause) {
      this.#pause?.free();
      this.#pause = own.Pause.begin(after, performance.now(), Date.now());
      this.#after = after;
    }
    this.#warning.stand(element.shadowRoot, this.#form.said());
    this.#listen();
    this.#told("resumed");
  }

  /** From the host's secret, or from a key of this window. None where the page is not secure. */
  async #keysOf(own) {
    const secret = this.#form.secret();
    if (isKey(secret)) return own.Keys.host(await bytesOf(secret));
    if (secret !== undefined) return own.Keys.host(typeof secret === "string" ? new TextEncoder().encode(secret) : secret);
    if (!globalThis.crypto?.subtle) return undefined;
    this.#device ??= await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return own.Keys.device(await bytesOf(this.#device));
  }

  #listen() {
    if (this.#ears) return;
    const { element } = this.#form;
    this.#ears = new AbortController();
    const { signal } = this.#ears;
    for (const event of HERE) addEventListener(event, this.#here, { capture: true, signal });
    const seen = () => this.#told(document.visibilityState === "hidden" ? "hidden" : "resumed");
    for (const [event, target] of [["visibilitychange", document], ["resume", document], ["pageshow", window], ["focus", window]])
      target.addEventListener(event, seen, { signal });
    element.shadowRoot.addEventListener("focusin", ({ target }) => (this.#last = target), { signal });
    if (!globalThis.BroadcastChannel) return;
    this.#channel = new BroadcastChannel("team-around-drafts:lock");
    this.#channel.onmessage = ({ data: { user, what } }) => user === this.#form.user() && this.#heard(what);
  }

  // A key that comes too late ends nothing, and is not typed into anything either.
  #here = (event) => {
    if (!event.isTrusted || this.locked) return;
    this.#told("active");
    if (this.#held) return void (event.type === "keydown" && (event.preventDefault(), event.stopImmediatePropagation()));
    this.#place = undefined;
  };

  #heard(what) {
    if (what === "purge") this.#told("asked-elsewhere", () => this.#forget());
    else this.#told(`${what}-elsewhere`);
  }

  #told(what, then) {
    if (this.#pause && !this.locked) this.#carry(this.#pause.told(performance.now(), Date.now(), what));
    then?.();
  }

  #carry(acts) {
    for (const act of JSON.parse(acts)) {
      if (act.do === "wake") this.#wake(act.at);
      else if (act.do === "warn") this.#warning.say(act.seconds);
      else if (act.do === "unwarn") this.#warning.hush();
      else if (act.do === "flush") this.#form.kept()?.flush();
      else if (act.do === "lock") this.#lock();
      else if (act.do === "tell") this.#tell(act.what);
    }
  }

  #wake(at) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#told("woken"), Math.max(0, at - performance.now()));
  }

  #tell(what) {
    this.#channel?.postMessage({ user: this.#form.user(), what });
  }

  #lock() {
    const { element } = this.#form;
    clearTimeout(this.#timer);
    const { typed, ...record } = this.#form.held() ?? {};
    const [kept, secret] = [this.#form.kept(), this.#form.secret()];
    const base = kept?.base ?? (record.given && this.#module?.digest(record.given));
    const waiting = kept?.waiting ?? [];
    const sealed = record.text && this.#keys?.seal(JSON.stringify({ ...record, base, waiting }), Date.now(), random(96));
    const focused = element.shadowRoot.activeElement;
    this.#place = this.#placeOf(focused ?? this.#last);
    this.locked = true;
    const held = (this.#held = { sealed, user: this.#form.user(), byHost: secret !== undefined, typed: Boolean(typed) || waiting.length > 0, own: kept?.did, kept: false, at: Date.now() });
    held.done = this.#shut(held);
    this.#page.show(element, this.#form.said(), Boolean(focused));
    this.#form.locked(new Date(held.at));
  }

  /** The reader's language is another now. */
  spoken() {
    if (this.locked) this.#page.speak(this.#form.said());
  }

  async #shut(held) {
    this.#keys?.free();
    this.#keys = this.#last = undefined;
    held.kept = await this.#form.shut();
    forgetPassphrases();
    // What a passphrase opens is not opened by a button.
    if (held.kept && this.#form.element.getAttribute("draft-keys") === "passphrase") held.sealed = undefined;
    this.#form.wash();
    this.#module?.wash();
    if (this.#held === held) this.#page.say(this.#state(held), { at: held.at });
  }

  #state({ typed, kept, sealed, purged }) {
    if (purged) return "purged";
    if (!typed) return "untouched";
    return kept ? "saved" : sealed ? "window" : "lost";
  }

  #placeOf(box) {
    if (!box?.isConnected) return {};
    const { ask, day, many, tick, at } = box.dataset;
    const text = typeof box.selectionStart === "number";
    return { at: ask ?? day ?? many ?? tick ?? at ?? box.id, id: box.id, caret: text && [box.selectionStart, box.selectionEnd] };
  }

  /** The focus goes back to where it was. */
  #return() {
    const { shadowRoot } = this.#form.element;
    const { at, id, caret } = this.#place;
    if (at) this.#form.seek(at);
    setTimeout(() => {
      const box = (id && shadowRoot.getElementById(id)) || shadowRoot.querySelector("[data-heading=page]");
      if (!box || !this.#place) return;
      box.focus();
      if (caret) box.setSelectionRange?.(...caret);
    }, 50);
  }

  /** The host locks the form: here at once, and in this person's other windows. Resolves with whether nothing
   *  is lost with the page: what was typed is kept on this device, or nothing was. */
  async now() {
    await Promise.race([this.#begun, new Promise((done) => setTimeout(done, PATIENCE))]);
    if (this.#pause) this.#told("asked");
    else if (!this.locked) this.#lock();
    const held = this.#held;
    await held?.done;
    return !held?.typed || held.kept;
  }

  /** Removes what this person kept on this device, and forgets the keys. */
  async purge() {
    const own = (await this.#form.kept()?.own()) ?? [this.#held?.own].filter(Boolean);
    await this.now();
    this.#tell("purge");
    this.#forget();
    await purge(this.#form.user(), own);
  }

  #forget() {
    if (!this.#held) return;
    Object.assign(this.#held, { sealed: undefined, purged: true });
    this.#device = this.#place = undefined;
    this.#page.end("purged");
  }

  async #goOn() {
    const held = this.#held;
    await held?.done;
    if (!held?.byHost) return this.#reopen();
    this.#page.say("waiting", {}, true);
    const waits = [];
    this.#form.asks((answer) => waits.push(answer));
    try {
      await Promise.all(waits);
      if (this.locked && !waits.length) this.#page.say("unheard");
    } catch (refusal) {
      if (this.locked) this.#page.say("refused", { message: refusal?.message });
    }
  }

  /** The host set a property. With the host's key the form opens once that key is there again. */
  given(name) {
    if (this.locked && name === "draftKey") this.#attempt();
  }

  /** Whether a record that the host gives has to wait: the form is locked. */
  keeps(record) {
    if (!this.locked) return false;
    if (record !== undefined && record !== null) {
      this.#came = record;
      this.#attempt();
    }
    return true;
  }

  async #attempt() {
    if (this.#trying) return;
    this.#trying = true;
    await this.#held?.done; // and until the host has set the rest
    this.#trying = false;
    const came = this.#came;
    this.#came = undefined;
    const may = this.#held?.byHost ? this.#form.secret() !== undefined : came !== undefined;
    if (may) await this.#reopen(came);
  }

  async #reopen(came) {
    const held = this.#held;
    const own = this.#module ?? (await module());
    const keys = held.byHost || this.#device ? await this.#keysOf(own) : undefined;
    // What one person typed is not shown to the next; it stays where it was kept.
    const isTheirs = !held.user || held.user === this.#form.user();
    const opened = isTheirs && held.sealed && keys?.unseal(held.sealed);
    keys?.free();
    if (!this.locked || this.#held !== held) return;
    if (!opened && came === undefined) return this.#page.say("shut");
    this.locked = false;
    this.#held = undefined;
    this.#page.leave();
    if (this.#pause) this.#carry(this.#pause.told(performance.now(), Date.now(), "unlocked"));
    this.#form.open(this.#again(held, opened && JSON.parse(opened), came, own));
  }

  /** What the form shows: what stood there. Where the host has another record now that one, and the person
   *  decides about what they wrote. */
  #again({ typed, kept, at }, was, came, own) {
    const changed = came !== undefined && own.digest(asText(came)) !== was?.base;
    const back = was && { text: was.text, base: was.base, waiting: was.waiting, typed, kept, at, changed };
    return { record: came ?? was.given, before: was?.before, text: changed ? undefined : was.text, back };
  }

  /** The form leaves the page. What is locked stays locked. */
  leave() {
    this.#turn += 1;
    // Nothing is sealed of a form that is gone; where it comes back, it has another key.
    this.#keys?.free();
    this.#keys = undefined;
    clearTimeout(this.#timer);
    this.#ears?.abort();
    this.#channel?.close();
    this.#ears = this.#channel = undefined;
    this.#warning.hush();
  }
}
