// A family's copy in a plan's page: looked at by whoever prepares or approves it, and made into a file once it may
// go. A module of its own draws it and makes it, which a page fetches for this alone.

import { asText, isWelsh } from "./given.js";
import { learn, ready } from "./modules.js";
import { tend } from "./rescue.js";
import { paragraph } from "./told.js";

// Nobody's name, and nothing of what it is about.
const FILES = { html: ["team-around-copy.html", "text/html"], json: ["team-around-copy.json", "application/json"] };

/** A table of words as JSON text; a text that is none where it cannot be written. */
function table(words) {
  try {
    return words ? String(asText(words)) : "";
  } catch {
    return "-";
  }
}

export class FamilyCopy {
  #root; // the element's shadow root
  #form; // what it asks of the element: {record(), settings(), take(text), file(id), said()}
  #module;
  #view;
  #given; // how the view is given up
  #sheet; // the styles of the reader's page, adopted once

  constructor(root, form) {
    [this.#root, this.#form] = [root, form];
  }

  /** Shows a copy where the form has a place for it, or takes it away. */
  async show(id) {
    this.close();
    const place = id && this.#root.querySelector("[data-copy]");
    if (!place) return;
    try {
      const module = await this.#begun(id);
      if (!place.isConnected || this.#view) return;
      this.#draw(module, place, id);
      this.#given = tend(module, {
        hold: () => this.#hold(place),
        again: () => this.#draw(module, place, id),
        end: () => this.#failed(place),
      });
    } catch {
      this.#failed(place);
    }
  }

  #draw(module, place, id) {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet();
      this.#sheet.replaceSync(module.copy_styles());
      this.#root.adoptedStyleSheets.push(this.#sheet);
    }
    const { lang, heading, user, readOnly, today } = this.#form.settings();
    this.#view = module.copy_view(place, JSON.stringify({ copy: id, user, readOnly, today, heading, lang }), (word, text) => this.#asked(id, word, text));
    return Boolean(this.#view);
  }

  #asked(id, word, text) {
    if (word === "record") return this.#form.record();
    if (word === "take") this.#form.take(text);
    else this.#form.file(id);
  }

  // The module stopped: what it drew hears nothing more, and is not even freed.
  #hold(place) {
    this.#view = undefined;
    place.replaceChildren();
  }

  #failed(place) {
    place.replaceChildren(paragraph(this.#form.said().no_copy, "govuk-body"));
  }

  /** Nothing of a copy is held any more. */
  close() {
    this.#given?.();
    this.#view?.free();
    this.#module?.wash();
    this.#given = this.#view = undefined;
  }

  /** The copy as a file. Rejects with an error that has every reason why it does not go. */
  async file(id, { as = "html", words } = {}) {
    const [name, type] = FILES[as] ?? FILES.html;
    const module = await this.#begun(id);
    const { lang, today } = this.#form.settings();
    const { text, refused } = JSON.parse(module.copy_file(this.#form.record(), String(id), today, as, lang, table(words)));
    module.wash();
    if (text !== undefined) return new File([text], name, { type });
    throw Object.assign(new Error(refused.map(({ message }) => message).join(" ")), { reasons: refused });
  }

  // Welsh comes for a reader of the form, and for one of the copy.
  async #begun(id) {
    const { copies = [] } = JSON.parse(this.#form.record()).sharing ?? {};
    const own = copies.find((copy) => copy.id === id)?.language;
    if (isWelsh(this.#form.settings().lang) || isWelsh(String(own))) await learn("copies");
    return (this.#module = await ready("copies"));
  }
}
