// What is kept on the worker's own machine: carries out what the drafts' module decides. The module is one of
// its own, so that it outlives a form that stopped. The journal and the key of the device are in IndexedDB, the
// slots in local storage; both may be denied, full or gone at any time, and that is an answer like another.
//
// Each window writes a draft of its own. The one that has the form's turn goes on with what was kept; another
// window of the same form is told so, may take the turn over, and loses nothing either way.

import { keyOf, module, random, slotsWork, withoutKey } from "./device.js";
import { fault, Journal } from "./journal.js";
import { marks } from "./marks.js";
import { look, putAside, remove, unknown } from "./shelf.js";
import { Turn } from "./turn.js";

const AGAIN = 5000; // milliseconds after which a module that did not come is asked for again

/** Keeps the draft of one form. It never throws into the form, and tells it what happened. */
export class Drafts {
  #form; // what it asks of the form: {subject, user, secret, keys, cipher, given, isFile, leaves, isOf(text), text(), unsaved(), tell(state, detail), ask(what)}
  #here = { slots: false, marks: {} }; // what there is to keep it with: {module, journal, slots, keys, marks}
  #base; // what the host gave, in short
  #turn;
  #draft; // the module's own, which this window writes
  #timer;
  #wrote = false; // whether something typed here is in no other draft
  #unkept = false; // whether something was typed while there was no draft to write
  #typed = false; // whether something was typed that the host does not have
  #moving = false; // whether a draft of its own is being opened
  #waiting = []; // texts that no store has, and that nobody has opened since the form was
  #over = false;

  constructor(form) {
    this.#form = form;
  }

  /** Looks for what was kept before, and takes the turn. Until then nothing is written. */
  async open() {
    const { back } = this.#form; // what this window held when it was locked
    const alone = back?.typed && !back.kept; // what no store has
    if (alone && !back.changed) this.#unkept = this.#typed = true;
    this.#waiting = [...(back?.waiting ?? []), ...(alone && back.changed ? [back] : [])];
    const offer = () => this.#offer(this.#waiting.map(({ waiting, ...one }) => ({ ...one, aside: [] })));
    if (this.#form.keys === "memory") {
      this.#tell("memory", {});
      return offer();
    }
    try {
      if (globalThis.indexedDB) this.#here.journal = new Journal(() => this.#wrote && this.changed());
      // Asked for while the module comes; whoever needs it waits for the same answer.
      if (this.#form.keys !== "passphrase") this.#here.journal?.key().catch(() => undefined);
      this.#here.slots = slotsWork();
    } catch {
      // Even to ask for the store may be denied.
    }
    this.#here.module = await module().catch(() => undefined);
    try {
      if (!this.#here.module) return this.#later();
      this.#here.keys = await keyOf(this.#form, this.#here.module, this.#here.journal);
      if (this.#over) return this.#wipe();
      if (!this.#here.keys) {
        this.#tell("failed", { reason: withoutKey(this.#form) });
        return offer();
      }
      const { subject, user } = this.#form;
      this.#here.marks = await marks(await this.#here.journal?.key().catch(() => undefined), this.#form);
      if (this.#over) return;
      this.rebase(this.#form.given);
      if (back && !back.changed) this.#base = back.base ?? this.#base;
      this.#turn = new Turn(`ta-draft:${this.#here.module.digest(JSON.stringify([subject, user]))}`, {
        begin: (turn) => this.#begin(turn).then(() => !this.#over),
        asked: () => this.#settled(),
        lost: () => this.#told("taken"),
      });
      await this.#turn.begin();
      offer();
      if (this.#here.slots) this.#here.module.keep_room();
    } catch (error) {
      this.#tell("failed", { reason: fault(error) });
    }
  }

  // The module did not come: the network may be back in a moment.
  #later() {
    this.#tell("failed", { reason: "broken" });
    setTimeout(() => this.#over || this.open(), AGAIN);
  }

  /** What the host has now; a draft that was made from it needs no question. */
  rebase(given) {
    this.#form.given = given;
    this.#base = this.#here.module?.digest(given);
  }

  get given() {
    return this.#form.given;
  }

  /** Whether what is kept here is sealed by a passphrase, and whether that was not given yet. */
  get byPassphrase() {
    return this.#form.keys === "passphrase";
  }

  get isAsking() {
    return this.byPassphrase && !this.#here.keys;
  }

  /** Whether everything that was typed here is kept, as far as the stores answer within two seconds. */
  async holds() {
    this.flush();
    for (let round = 0; round < 40 && this.#draft?.is_behind(); round += 1) await new Promise((done) => setTimeout(done, 50));
    return this.#draft ? !this.#draft.is_behind() : !this.#unkept;
  }

  async #look() {
    const looked = await look(this.#here, this.#form);
    return { ...looked, drafts: looked.drafts.filter(({ did, base, text }) => did !== this.#draft?.did() && (base === this.#base || this.#form.isOf(text))) };
  }

  /** What is kept on this device: `[{did, state, subject, at, until, here}]`. */
  async kept() {
    if (!this.#here.keys) return [];
    const { kept } = await this.#look();
    return kept.filter(({ age }) => age !== "over").map((one) => ({ ...one, here: one.did === this.#draft?.did() }));
  }

  /** Goes on with what was kept, if it was made from what the host gave; otherwise the person is asked. */
  async #begin(turn) {
    const { drafts: all, kept, closed } = await this.#look();
    if (this.#over) return;
    const drafts = turn && !this.#form.isFile ? await unknown(this.#here, all, this.#form.given) : all;
    if (closed && closed.did !== this.#form.leaves) this.#tell("shut", closed);
    const [newest] = drafts;
    const typed = this.#wrote || this.#unkept;
    if (turn && newest?.newer && !typed) return this.#tell("newer", newest);
    const goesOn = turn && newest && !typed && newest.base === this.#base;
    const went = await this.#write(goesOn ? newest : undefined, (found) => this.#goesOn(found));
    if (!turn) this.#tell("elsewhere", {});
    if (turn) this.#offer(went ? drafts.slice(1) : drafts);
    for (const one of kept) this.#tellOfAge(one);
  }

  /** What this window itself held, when it was locked, is in the form already. */
  #goesOn(newest) {
    const { back } = this.#form;
    this.#typed = true;
    if (back && !back.changed && back.text === newest.text) this.#tell("saved", newest);
    else this.#tell("restored", newest);
  }

  #offer(drafts) {
    const offers = drafts.filter(({ newer }) => !newer).map((draft) => ({ ...draft, same: draft.base === this.#base }));
    if (offers.length) this.#tell("found", { at: offers[0].at, offers });
  }

  #tellOfAge({ state, subject, age, at }) {
    if (state === "damaged") this.#tell("unreadable", {});
    else if (age === "hidden" && subject === this.#form.subject) this.#tell("expired", { at });
  }

  /** Opens the draft that this window writes: one that was found, or a new one. Answers whether it went on.
   *  `shown` shows what was found, before anything else can be written in its place. */
  async #write(found, shown) {
    if (found?.aside.length) await putAside(this.#here, found);
    const { did, epoch } = found ?? { did: this.#here.module.new_id(random(16)), epoch: 1 };
    const claim = this.#here.journal?.claim(did, epoch, this.#here.marks).catch(() => undefined);
    // Nobody else knows a new draft, so nobody can have its turn. In one that was found somebody may have gone on
    // writing until now, and from now on nobody can.
    const turn = (await (found && claim)) ?? epoch;
    const last = found && ((await this.#look()).drafts.find((draft) => draft.did === did) ?? found);
    if (this.#over) return void this.#here.journal?.unclaim(did).catch(() => undefined);
    // Something was typed meanwhile: that is another text than what was found.
    if (found && this.#unkept) return this.#write();
    this.flush();
    this.#drop();
    const cipher = this.#form.cipher ?? "XC20P";
    const { older, created } = last ?? { older: "a" };
    this.#draft = this.#here.module.Draft.open(this.#here.keys, JSON.stringify({ did, older, created }), turn, this.#here.slots, cipher, Date.now(), random(56));
    this.#wrote = false;
    if (!this.#draft) return this.#tell("failed", { reason: "broken" });
    if (last) shown?.(last);
    if (this.#unkept) this.changed();
    this.#unkept = false;
    return Boolean(found);
  }

  /** Everything is written and answered. */
  async #settled() {
    this.flush();
    while (this.#draft?.is_behind()) await new Promise((done) => setTimeout(done, 50));
  }

  /** Writes the form here from now on, with what is kept of it. */
  async take() {
    await this.#turn.take().catch((error) => this.#tell("failed", { reason: fault(error) }));
  }

  #tell(state, detail) {
    if (!this.#over) this.#form.tell(state, detail);
  }

  #told(what) {
    if (this.#draft) this.#carry(this.#draft.told(performance.now(), what));
  }

  changed() {
    this.#wrote = this.#typed = true;
    if (this.#draft) this.#told("changed");
    else this.#unkept = true;
  }

  /** Everything is written now: nobody may be there to wait for it. */
  flush() {
    this.#told("leaving");
  }

  /** The page is left: another window may go on at once, and this one does where it comes back whole. */
  rest() {
    this.flush();
    this.#turn?.rest();
  }

  resume() {
    this.#turn?.resume();
  }

  /** Carries out what the module decided. */
  #carry(acts) {
    for (const act of JSON.parse(acts)) {
      if (act.do === "wake") this.#wake(act.at);
      else if (act.do === "write") this.#seal(act);
      else if (act.do === "copy") this.#apart();
      else if (act.do === "say") this.#say(act);
    }
  }

  #wake(at) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#told("woken"), Math.max(0, at - performance.now()));
  }

  #say({ state, reason }) {
    // What was typed here is in the draft that another window writes now; what was not is written apart.
    if (state === "elsewhere") this.#wrote = false;
    this.#tell(state, { at: Date.now(), until: this.#draft.until(), reason });
  }

  #seal({ seq, slot }) {
    const { subject, user } = this.#form;
    const text = JSON.stringify({ subject, user, base: this.#base, text: this.#form.text() });
    const draft = this.#draft;
    const { row, acts } = JSON.parse(draft.seal(seq, slot ?? "", text, Date.now(), random(24), performance.now()));
    const sealed = row && draft.sealed();
    this.#carry(JSON.stringify(acts));
    if (!row) return;
    const answered = (answer) => this.#draft === draft && this.#carry(draft.told_journal(performance.now(), seq, answer));
    if (!this.#here.journal) return queueMicrotask(() => answered("denied"));
    this.#here.journal.put({ ...row, text: sealed, ...this.#here.marks }).then(answered, (error) => answered(fault(error)));
  }

  /** What is typed where the turn was lost is a draft of its own. */
  async #apart() {
    if (this.#moving) return;
    this.#moving = this.#unkept = true;
    await this.#write().catch((error) => this.#tell("failed", { reason: fault(error) }));
    this.#moving = false;
  }

  /** Another text of this form, or a new one, is opened in place of this one, which stays as it was kept. */
  async opened(offer, shown) {
    this.#waits(offer?.did, offer?.text);
    if (!this.#here.keys) return shown?.(offer);
    this.flush();
    this.#unkept = false;
    await this.#write(offer?.did ? offer : undefined, shown);
    if (!offer?.did) shown?.(offer);
    this.#offer((await this.#look()).drafts);
  }

  /** Texts that this window alone has, and that nobody has opened or removed. */
  get waiting() {
    return this.#waiting;
  }

  // One of them was opened or removed.
  #waits(did, text) {
    if (!did) this.#waiting = this.#waiting.filter((one) => one.text !== text);
  }

  /** Removes a text that this window does not write. */
  async removed(did, text) {
    this.#waits(did, text);
    if (did) await remove(this.#here, did);
  }

  /** Takes the draft away: the host has it, or nobody wants it. What is typed from now on is a new one. */
  async discard() {
    this.#wrote = this.#unkept = this.#typed = false;
    if (!this.#draft) return;
    const did = this.#draft.did();
    this.#drop();
    await this.removed(did);
    if (!this.#over) await this.#write();
  }

  /** The module's own is freed, and with it the key that sealed the draft. */
  #drop() {
    clearTimeout(this.#timer);
    this.#draft?.free();
    this.#draft = undefined;
  }

  // Where the module's objects are not freed, their keys stay in its memory.
  #wipe() {
    this.#drop();
    this.#here.keys?.free();
    this.#here.keys = undefined;
  }

  /** What the draft was made from, in short. */
  get base() {
    return this.#base;
  }

  get typed() {
    return this.#typed;
  }

  get did() {
    return this.#draft?.did();
  }

  /** The form is locked: what was typed is written once more, as it stands, and then nothing of it is held
   *  here. Resolves with whether the stores have it. */
  async lock() {
    const text = this.#form.text();
    this.#form = { ...this.#form, text: () => text, secret: undefined, given: undefined, back: undefined };
    const typed = this.#typed || this.#form.unsaved();
    const waits = this.#waiting.length > 0;
    const kept = await this.holds();
    const hasDraft = Boolean(this.#draft);
    this.close();
    this.#form = undefined;
    return !waits && (hasDraft ? kept : !typed);
  }

  /** The form is gone; what is under way is still written. */
  close() {
    this.flush();
    this.#over = true;
    const did = this.#draft?.did();
    if (did && !this.#wrote) this.#here.journal?.unclaim(did).catch(() => undefined);
    this.#wipe();
    this.#turn?.end();
    this.#here.journal?.close();
  }
}
