// Which draft a form has: whose it is, of what and under which key; and what becomes of it where the host says another.

import { module } from "./device.js";
import { Kept } from "./kept.js";
import { learn, ready } from "./modules.js";

// What is told of a draft while its text is in a store, or on its way there.
const KEPT = new Set(["saving", "saved", "slot", "restored", "elsewhere", "found"]);

export class Keeping {
  drafts; // what keeps what is typed on this device; nothing where the host wants none of it
  isFile = false; // whether the record came from a file, and not from the host
  back; // what this window held when it was locked
  #state; // how the draft stands, as it was told last
  #under; // what it is kept under: whose, of what, with which key
  #left; // the draft that goes once what was typed is kept under another
  #element;
  #host;
  #form; // what it asks of the element: {text(), typed(), restore(text, onlyRead), takes(text), discard(), exportFile(), download(file), tell(name, detail), said()}

  constructor(element, host, form) {
    [this.#element, this.#host, this.#form] = [element, host, form];
  }

  /** What keeps drafts is fetched while the form is drawn. */
  coming() {
    if (this.#host.isDrafting && this.#element.getAttribute("draft-keys") !== "memory") module().catch(() => undefined);
  }

  /** What is typed is kept on this device from now on, unless the host wants none of it. */
  begin() {
    const under = this.#host.drafting();
    const moves = Boolean(this.drafts) && this.#host.isDrafting && this.#isUnderAnother(under) && this.#leave(under);
    this.show();
    if (this.drafts || !this.#host.isDrafting) return;
    this.#under = under;
    const { text, typed, restore, takes, discard, exportFile, download } = this.#form;
    this.drafts = new Kept({
      ...under,
      isFile: this.isFile,
      back: this.back,
      leaves: this.#left,
      text,
      unsaved: typed,
      restore,
      takes,
      discard,
      exportFile,
      comparing: () => this.#comparing(),
      download,
      tell: ({ state, at, reason }) => this.#told(state, at, reason),
    });
    this.back = undefined;
    this.show();
    this.drafts.open();
    if (moves) this.drafts.changed();
  }

  /** Stands around the form, in the reader's language. */
  show() {
    this.drafts?.show(this.#element.shadowRoot, this.#form.said().kept);
  }

  /** Whether what was typed goes on in the form: not where the host names another person. It stays kept under the
   *  name of who typed it; what no store has is not taken from the form. */
  goesOn() {
    const user = this.#host.given.user?.id ?? "";
    const isAnothers = this.drafts?.typed && this.#under.user && this.#under.user !== user;
    if (!isAnothers || !KEPT.has(this.#state)) return true;
    this.close();
    return false;
  }

  // What was typed stays where it was until it is kept where it goes.
  #told(state, at, reason) {
    this.#state = state;
    this.#form.tell("ta-draft", { state, at, reason });
    if (!this.#left || (state !== "saved" && state !== "slot")) return;
    this.drafts?.removed(this.#left);
    this.#left = undefined;
  }

  // The host said after the record who writes, under which key, or of which meeting. A key that it takes back stays that
  // of what is kept.
  #isUnderAnother(under) {
    under.secret ??= this.#under.secret;
    return ["subject", "user", "secret"].some((name) => this.#under[name] !== under[name]);
  }

  // What one person typed is not the next one's. Otherwise it goes on under the other key or name; of another meeting it
  // stays under the first too. Answers with whether something goes on.
  #leave({ subject, user }) {
    const isOwn = !this.#under.user || this.#under.user === user;
    const goes = isOwn && this.drafts.typed;
    if (goes && this.#under.subject === subject) this.#left = this.drafts.did;
    this.close();
    return goes;
  }

  // What compares two texts is in the module of meetings, which a plan's page fetches for this alone.
  async #comparing() {
    const language = this.#host.isWelsh ? "cy" : "en";
    if (language === "cy") await learn("meetings");
    const module = await ready("meetings");
    const here = () => this.#form.text();
    return { list: (other) => JSON.parse(module.compared(here(), other, language) ?? "[]"), take: (other, at) => module.taking(here(), other, at) };
  }

  /** Writes what is typed once more, and then holds nothing of it. Resolves with whether the stores have it. */
  async lock() {
    const drafts = this.drafts;
    this.drafts = undefined;
    return (await drafts?.lock()) ?? false;
  }

  /** The form is another, or gone; what was written stays. */
  close() {
    this.drafts?.close();
    this.drafts = undefined;
  }

  /** What was typed about one child is nothing of the next. */
  forget() {
    this.back = this.#left = undefined;
  }
}
