// An encrypted copy of what stands in the form, as a file: for a device that forgets.

import { module, random } from "./device.js";
import { isShort, keysOf } from "./passphrase.js";
import { day, fill } from "./told.js";

const NAME = "team-around-draft.json";
const LONGEST = 4 * 1024 * 1024; // bytes; no copy of ours is longer

export class Copies {
  #form; // {subject, user, cipher, text(), takes(text), restore(text)}
  #drafts;
  #opened; // told when a copy is open in the form: (key, at)
  #over = false; // whether the form is another now, or locked
  said = {};

  constructor(form, drafts, opened) {
    this.#form = form;
    this.#drafts = drafts;
    this.#opened = opened;
  }

  /** The form is another, or locked: what is still under way is of no use there. */
  end() {
    this.#over = true;
  }

  /** A copy of what stands in the form now; rejects with a sentence where there is none. */
  async seal(passphrase) {
    // What stood there when it was asked for: the form may be of another child before the key is there.
    const [stood, given] = [this.#form.text(), this.#drafts.given];
    const drafts = await module();
    const count = drafts.shortest_passphrase();
    if (typeof passphrase !== "string" || isShort(passphrase.trim(), drafts)) throw new RangeError(fill(this.said.pass_short, { count }));
    const { subject, user, cipher = "XC20P" } = this.#form;
    const keys = await keysOf(passphrase, drafts.new_way(cipher === "A256GCM", random(16)), drafts).catch((why) => {
      throw new Error(this.#why(why));
    });
    const text = JSON.stringify({ subject, user, base: drafts.digest(given), text: stood });
    const sealed = drafts.seal_copy(keys, cipher, text, Date.now(), random(96));
    keys.free();
    if (!sealed) throw new Error(this.said.copy_broken);
    return new File([sealed], NAME, { type: "application/json" });
  }

  #why(why) {
    return { memory: this.said.pass_memory, insecure: this.said.copy_insecure }[why] ?? this.said.copy_broken;
  }

  /**
   * Opens a copy in the form, beside what was typed there. Answers `{taken, reason, message}`; where nothing was
   * taken nothing was changed. What is kept nowhere is replaced only where that is `allowed`.
   */
  async open(file, passphrase, allowed = false) {
    const refused = (reason, facts) => ({ taken: false, reason, message: fill(this.said[`copy_${reason}`] ?? this.#why(reason), facts) });
    if (typeof file?.text !== "function" || file.size > LONGEST) return refused("foreign");
    const read = async () => this.#read(await file.text(), passphrase); // the file may be gone by now
    const { state, held, at } = await read().catch((why) => ({ state: why }));
    if (this.#over) return refused("nowhere");
    if (state !== "opened") return refused(typeof state === "string" ? state : "damaged");
    if (held?.subject !== this.#form.subject) return refused("subject", this.#named(held?.subject));
    if (typeof held.text !== "string" || !this.#form.takes(held.text)) return refused("damaged");
    if (!allowed && !(await this.#drafts.holds())) return refused("typed");
    await this.#drafts.opened();
    if (this.#over) return refused("nowhere");
    this.#form.restore(held.text);
    this.#drafts.changed();
    const same = held.base === (await module()).digest(this.#drafts.given);
    const key = same ? "copy_opened" : "copy_opened_changed";
    this.#opened(key, at);
    return { taken: true, message: fill(this.said[key], { time: day(at) }) };
  }

  async #read(text, passphrase) {
    const drafts = await module();
    const { state, way } = JSON.parse(drafts.copy_way(text));
    if (state !== "sealed") return { state };
    // None that is so short was ever taken.
    if (isShort(passphrase, drafts)) return { state: "wrong" };
    const keys = await keysOf(passphrase, way, drafts);
    const opened = JSON.parse(drafts.open_copy(keys, text));
    keys.free();
    return opened;
  }

  #named(subject) {
    const [document = "", name = ""] = typeof subject === "string" ? subject.split("\n") : [];
    return { document: this.said[`list_${document}`] ?? "", name };
  }
}
