// The two buttons below the list of what is kept here: an encrypted copy saved as a file, and one opened.

import { module } from "./device.js";
import { actButton, apart, Box, status } from "./passphrase.js";
import { element, fill, paragraph } from "./told.js";

export class Copying {
  #copies;
  #download;
  #said = {};
  #allowed = false; // whether the person was told that something is replaced
  #busy = false;
  #count; // the least characters of a passphrase
  #open; // which of the two is open
  #save = this.#opener("save");
  #take = this.#opener("take");
  #text = paragraph("", "govuk-body");
  #fileLabel = element("label", "govuk-label");
  #file = element("input", "govuk-file-upload");
  #fileGroup = element("div", "govuk-form-group", this.#fileLabel, this.#file);
  #box = new Box(() => this.#submit());
  #act = actButton("govuk-button--secondary", () => this.#submit());
  #inside = element("div", "ta-passphrase", this.#text, this.#fileGroup, this.#box.element, this.#act);
  #status = status();
  element = apart("govuk-details__text ta-copies ta-no-print");

  constructor(copies, download) {
    this.#copies = copies;
    this.#download = download;
    this.#file.type = "file";
    this.#file.accept = ".json,application/json";
    this.#file.id = this.#fileLabel.htmlFor = "ta:copy:file";
    this.#file.addEventListener("change", () => (this.#allowed = false));
    this.#inside.id = "ta:copy";
    this.#inside.hidden = true;
    this.element.append(element("div", "govuk-button-group", this.#save, this.#take), this.#inside, this.#status);
  }

  #opener(what) {
    const made = actButton("govuk-button--secondary", () => this.#turn(this.#open === what ? undefined : what));
    made.setAttribute("aria-controls", "ta:copy");
    return made;
  }

  /** In the reader's language. */
  shown(said) {
    this.#said = this.#copies.said = said;
    this.#draw();
  }

  #turn(what) {
    this.#open = what;
    this.#allowed = false;
    this.#box.clear();
    this.#file.value = "";
    this.#say("");
    this.#draw();
    if (what === "save") this.#counted();
    if (what) (what === "save" ? this.#box : this.#file).focus();
  }

  async #counted() {
    this.#count ??= await module().then((drafts) => drafts.shortest_passphrase(), () => undefined);
    this.#draw();
  }

  #draw() {
    const said = this.#said;
    const saving = this.#open === "save";
    this.#save.textContent = said.copy_save;
    this.#take.textContent = said.copy_take;
    this.#save.setAttribute("aria-expanded", saving);
    this.#take.setAttribute("aria-expanded", this.#open === "take");
    this.#inside.hidden = !this.#open;
    this.#fileGroup.hidden = saving;
    this.#fileLabel.textContent = said.copy_file;
    this.#text.textContent = saving ? said.copy_told : said.copy_take_told;
    this.#act.textContent = saving ? said.copy_make : said.copy_open;
    if (saving) this.#box.write(said, said.pass_new_label, this.#count ? fill(said.copy_hint, { count: this.#count }) : "", "new-password");
    else this.#box.write(said, said.copy_pass, "", "current-password");
  }

  #say(sentence) {
    this.#status.textContent = sentence;
  }

  async #submit() {
    if (this.#busy || !this.#open) return;
    this.#busy = true;
    try {
      await (this.#open === "save" ? this.#make() : this.#bringIn());
    } finally {
      this.#busy = false;
    }
  }

  async #make() {
    this.#say(this.#said.copy_making);
    try {
      const file = await this.#copies.seal(this.#box.value);
      this.#download(file);
      this.#turn();
      this.#save.focus();
      this.#say(fill(this.#said.copy_made, { name: file.name }));
    } catch (error) {
      this.#say("");
      this.#box.refuse(error.message);
    }
  }

  async #bringIn() {
    const [file] = this.#file.files;
    if (!file) {
      this.#file.focus();
      return this.#say(this.#said.copy_choose);
    }
    this.#say(this.#said.pass_checking);
    const { taken, reason, message } = await this.#copies.open(file, this.#box.value, this.#allowed);
    this.#allowed = reason === "typed";
    if (taken) return this.#turn();
    this.#say(reason === "wrong" ? "" : message);
    this.#box.refuse(reason === "wrong" ? message : "");
  }
}
