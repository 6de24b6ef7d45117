// Hands what was typed over to the host, one thing at a time, and waits for its answer.

import { asText } from "./given.js";

const LONG = 15_000; // milliseconds without an answer after which the person is told

export class Handing {
  #form; // what it asks of the element: {handle(), flush(), stored(record, newer), movesOn(), tell(name, detail, cancelable), said()}
  #record = 0; // counts the records that the host gave
  #busy; // what was handed over and not answered
  #next; // what was asked for meanwhile
  newer = false; // whether something was typed since it was handed over
  stood; // where the form stands with the host, for one that is begun anew: {sending}, {sent: receipt} or {refused}

  constructor(form) {
    this.#form = form;
  }

  /** The host gave another record, or the form was locked: what is still asked for is of no use. */
  forget() {
    this.#record += 1;
    this.#busy = this.#next = this.stood = undefined;
    this.newer = false;
  }

  /** Something was typed since it was handed over. What goes on after it was sent is not what was sent. */
  changed() {
    this.newer = true;
    if (!this.stood?.sent) return;
    this.stood = undefined;
    this.#form.movesOn();
  }

  /** Hands over a draft or a submission; what is asked for while one is under way waits for its answer. */
  async hand(asked) {
    const handle = this.#form.handle();
    if (!handle) return;
    if (this.#busy) return this.#wait(asked);
    const given = this.#record;
    this.#form.flush();
    const text = handle.envelope(asked);
    const envelope = JSON.parse(text);
    const { kind } = envelope; // what is sent of a report is a contribution
    if (!this.#form.tell("ta-before-submit", { kind, envelope }, true)) return;
    const waits = [];
    handle.sending();
    this.#form.tell("ta-submit", { kind, envelope, text, waitUntil: (promise) => waits.push(promise) });
    // An answer that comes when the host has given another record is told to the host alone; it may give one at once.
    const isHere = () => this.#record === given;
    const still = () => (isHere() ? this.#form.handle() : undefined);
    if (!waits.length) {
      still()?.writing();
      return still()?.say(this.#form.said().unheard);
    }
    const stands = (stood) => {
      if (isHere()) this.stood = stood;
      if (isHere() && stood?.refused) this.newer = true; // the host does not have it
    };
    if (isHere()) [this.#busy, this.newer] = [asked, false];
    stands({ sending: true });
    const long = setTimeout(() => still()?.say(this.#form.said().waiting), LONG);
    try {
      await this.#answered(waits, still, stands, { kind, envelope, text });
    } finally {
      clearTimeout(long);
      if (isHere()) await this.#goOn();
    }
  }

  async #goOn() {
    const next = this.#next;
    this.#busy = this.#next = undefined;
    if (next) await this.hand(next);
  }

  async #answered(waits, still, stands, { kind, envelope, text }) {
    try {
      const [receipt] = (await Promise.all(waits)).filter(Boolean);
      if (still()?.may_be_for(text, String(receipt?.hash ?? "")) === false) throw this.#form.said().another;
      stands(kind === "draft" ? undefined : { sent: receipt ?? {} });
      still()?.accepted(kind, asText(receipt ?? {}));
      if (still()) this.#form.stored(asText(envelope.record), this.newer);
      this.#form.tell("ta-accepted", { kind, receipt });
    } catch (refusal) {
      const told = this.#refused(refusal);
      stands({ refused: told });
      still()?.refused(asText(told));
      this.#form.tell("ta-rejected", { kind, ...told });
    }
  }

  #refused(refusal) {
    // What a browser says of a network that is gone is no sentence for whoever types.
    const broken = refusal instanceof TypeError || refusal instanceof DOMException;
    const why = typeof refusal === "string" ? refusal : !broken && refusal?.message;
    const message = typeof why === "string" && why ? why : this.#form.said().unknown;
    return { message, errors: Array.isArray(refusal?.errors) ? refusal.errors : [] };
  }

  // Nothing is sent twice: a second press on Save asks for nothing where nothing was typed since the first.
  #wait(asked) {
    if (asked === "draft" && this.#busy === "draft" && !this.newer) return;
    if (asked === "draft") this.#next ??= asked;
    else if (this.#busy === "draft") this.#next = asked;
  }
}
