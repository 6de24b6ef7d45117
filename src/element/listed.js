// What is kept on this device: one's own drafts with their age, to be removed one by one or all.

import { button, day, element, fill, paragraph, sure } from "./told.js";

export class Listed {
  #drafts;
  #discard; // removes what this form itself keeps
  #said = {};
  #summary = element("span", "govuk-details__summary-text");
  #inside = element("div", "govuk-details__text");
  element = element("details", "govuk-details ta-kept-list ta-no-print", element("summary", "govuk-details__summary", this.#summary), this.#inside);

  constructor(drafts, discard) {
    this.#drafts = drafts;
    this.#discard = discard;
    this.#inside.tabIndex = -1;
    this.element.addEventListener("toggle", () => this.element.open && this.#list());
  }

  /** The list in the reader's language, closed until somebody asks. */
  shown(said) {
    this.#said = said;
    this.#summary.textContent = said.list;
    if (this.element.open) this.#list();
    return this.element;
  }

  async #list() {
    if (this.#drafts.isAsking) return this.#inside.replaceChildren(paragraph(this.#said.list_asked, "govuk-body"));
    const all = await this.#drafts.kept();
    const own = all.filter(({ state }) => state !== "sealed");
    const sealed = all.length - own.length;
    const told = [];
    if (!own.length) told.push(paragraph(this.#said.list_none, "govuk-body"));
    else told.push(element("ul", "govuk-list", ...own.map((one) => this.#item(one))));
    if (own.length > 1) told.push(this.#all(own));
    if (sealed) told.push(paragraph(fill(this.#drafts.byPassphrase ? this.#said.list_sealed_pass : this.#said.list_sealed, { count: sealed }), "govuk-body"));
    this.#inside.replaceChildren(...told);
  }

  #item(one) {
    const { state, subject, at, until, here, age } = one;
    const [document = "", name = ""] = subject?.split("\n") ?? [];
    const key = here ? "list_here" : { damaged: "list_damaged", newer: "list_newer" }[state] ?? (age === "hidden" ? "list_over" : "list_own");
    const facts = { document: this.#said[`list_${document}`] ?? document, name, time: at ? day(at) : "", until: until ? day(until, false) : "" };
    const item = element("li", "ta-kept-list__item", paragraph(fill(this.#said[key], facts), "govuk-body"));
    const remove = button(this.#said.list_remove, () => this.#ask(remove, "sure", [one]));
    // Several buttons of one name say nothing to somebody who hears them alone.
    remove.setAttribute("aria-label", fill(this.#said.list_remove_one, facts));
    item.append(remove);
    return item;
  }

  #all(own) {
    const remove = button(this.#said.list_remove_all, () => this.#ask(remove, "sure_all", own));
    return element("div", "ta-kept-list__all", remove);
  }

  /** What nobody can bring back does not go before they were asked; who keeps it is where they were. */
  #ask(remove, question, drafts) {
    const asked = sure(this.#said, question, () => this.#remove(drafts), () => {
      for (const part of asked) part.remove();
      remove.hidden = false;
      remove.focus();
    });
    remove.hidden = true;
    remove.after(...asked);
    asked[0].focus();
  }

  async #remove(drafts) {
    for (const { did, here } of drafts) if (!here) await this.#drafts.removed(did);
    await this.#list();
    this.#inside.focus();
    if (drafts.some(({ here }) => here)) this.#discard();
  }
}
