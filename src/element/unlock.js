// Asks for the passphrase of what is kept on this device: once for each page. Until it is given nothing is written.
//
// The journal holds, for each person, how their passphrase is gone through (with a salt of its own), the id of the
// key that comes of it, and how often a wrong one was given: `{way, kid, wrong, last}`.

import { random } from "./device.js";
import { actButton, apart, Box, isShort, keysOf, status, waiting } from "./passphrase.js";
import { button, element, fill, paragraph } from "./told.js";

const open = new Map(); // the keys of this page by the person's name in the journal
const opened = new EventTarget();

/** The page forgets every passphrase: the next form asks for it again. */
export function forgetPassphrases() {
  for (const keys of open.values()) keys.free();
  open.clear();
}

// What stands in the panel: to give the passphrase, to choose the first one, or another one.
const KINDS = {
  known: { told: "pass_known", label: "pass_label", act: "pass_open", autocomplete: "current-password" },
  new: { told: "pass_new", label: "pass_new_label", hint: "pass_hint", act: "pass_keep", autocomplete: "new-password" },
  anew: { told: "pass_anew_told", label: "pass_new_label", hint: "pass_hint", act: "pass_keep", autocomplete: "new-password" },
};

export class Unlock {
  #told; // {asking(), given()}
  #said = {};
  #asked; // {module, journal, name, approved, resolve}, while somebody is asked
  #kind;
  #busy = false;
  #waits; // until another try is taken
  #text = paragraph("", "govuk-body");
  #box = new Box(() => this.#submit());
  #act = actButton("", () => this.#submit());
  #other = button("", () => this.#turn());
  #status = status();
  element = apart("ta-passphrase ta-no-print");

  constructor(told) {
    this.#told = told;
    this.element.setAttribute("role", "group");
    const acts = element("div", "govuk-button-group", this.#act, this.#other);
    this.element.append(this.#text, this.#box.element, acts, this.#status);
    this.element.hidden = true;
  }

  /** In the reader's language. */
  shown(said) {
    this.#said = said;
    this.#draw();
    return this.element;
  }

  /** Resolves with the person's keys, once the passphrase was given in this page. */
  async ask({ module, journal, user, approved }) {
    const name = `passphrase:${module.digest(JSON.stringify(user))}`;
    if (open.has(name)) return open.get(name).again();
    const known = await journal.noted(name);
    return new Promise((resolve) => {
      this.#asked = { module, journal, name, approved, resolve };
      // Given in another form of this page.
      opened.addEventListener(name, () => this.#given(), { once: true });
      this.#change(known ? "known" : "new");
      this.#told.asking();
    });
  }

  /** Nobody waits for it any more. */
  end() {
    this.#asked = undefined;
    clearTimeout(this.#waits);
    this.element.remove();
  }

  #given() {
    const { name, resolve } = this.#asked ?? {};
    if (!resolve || !open.has(name)) return;
    this.#asked = undefined;
    const within = this.element.contains(this.element.getRootNode().activeElement);
    this.element.hidden = true;
    this.#box.clear();
    this.#told.given(within);
    resolve(open.get(name).again());
  }

  #turn() {
    this.#change(this.#kind === "known" ? "anew" : "known");
    this.#box.focus();
  }

  #change(kind) {
    clearTimeout(this.#waits);
    this.#kind = kind;
    this.element.hidden = false;
    this.#box.clear();
    this.#say("");
    this.#draw();
  }

  #draw() {
    if (!this.#asked) return;
    const { told, label, hint, act, autocomplete } = KINDS[this.#kind];
    const said = this.#said;
    const count = this.#asked.module.shortest_passphrase();
    this.element.setAttribute("aria-label", said.pass_group);
    this.#text.textContent = said[told];
    this.#box.write(said, said[label], hint ? fill(said[hint], { count }) : "", autocomplete);
    this.#act.textContent = said[act];
    this.#other.hidden = this.#kind === "new";
    this.#other.textContent = this.#kind === "known" ? said.pass_anew : said.pass_back;
  }

  #say(sentence) {
    this.#status.textContent = sentence;
  }

  async #submit() {
    if (this.#busy || !this.#asked) return;
    // Nothing was tried.
    if (this.#kind === "known" && !this.#box.value.trim()) return this.#box.refuse(this.#said.pass_none);
    this.#busy = true;
    clearTimeout(this.#waits);
    try {
      if (this.#kind === "known") await this.#try();
      else await this.#choose();
    } catch (why) {
      this.#box.refuse(why === "memory" ? this.#said.pass_memory : this.#said.pass_broken);
    }
    this.#say("");
    this.#busy = false;
  }

  /** Tries what was given; a wrong one is counted before it is said. */
  async #try() {
    const { module, journal, name } = this.#asked;
    const row = await journal.noted(name);
    if (!row) return this.#change("new");
    const wait = module.passphrase_wait(row.wrong, row.last, Date.now());
    if (wait > 0) return this.#refuse([], wait);
    const keys = await this.#keys(row.way);
    if (keys?.kid() === row.kid) return this.#keep(keys, { ...row, wrong: 0 });
    keys?.free();
    const [wrong, last] = [row.wrong + 1, Date.now()];
    await journal.note(name, { ...row, wrong, last });
    this.#refuse([this.#said.pass_wrong], module.passphrase_wait(wrong, last, last));
  }

  /** Says what is wrong and how long to wait; and when that is over, that it is. */
  #refuse(sentences, wait) {
    this.#box.refuse([...sentences, waiting(wait, this.#said)].filter(Boolean).join(" "));
    if (wait > 0) this.#waits = setTimeout(() => this.#mayTry(), wait);
  }

  #mayTry() {
    this.#box.refuse("");
    this.#say(this.#said.pass_again);
  }

  /** No keys where it is too short to have ever been one. */
  #keys(way) {
    const { module } = this.#asked;
    this.#say(this.#said.pass_checking);
    return isShort(this.#box.value, module) ? undefined : keysOf(this.#box.value, way, module);
  }

  async #choose() {
    const { module, journal, name, approved } = this.#asked;
    // Spaces at its ends are seen by nobody who looks over what they wrote.
    if (isShort(this.#box.value.trim(), module)) return this.#box.refuse(fill(this.#said.pass_short, { count: module.shortest_passphrase() }));
    const way = module.new_way(approved, random(16));
    const keys = await this.#keys(way);
    const row = { way, kid: keys.kid(), wrong: 0, last: 0 };
    // Another window may have chosen one meanwhile: then it is that one.
    const there = this.#kind === "new" ? await journal.first(name, row) : row;
    if (there.kid === row.kid) return this.#keep(keys, row);
    keys.free();
    this.#change("known");
    this.#box.refuse(this.#said.pass_wrong);
  }

  async #keep(keys, row) {
    const { journal, name } = this.#asked;
    await journal.note(name, row);
    open.get(name)?.free();
    open.set(name, keys);
    opened.dispatchEvent(new Event(name));
  }
}
