// Two texts of one form beside each other: what the other one has otherwise, to be taken answer by answer.

import { button, paragraph } from "./told.js";

/** A list of what another text has otherwise; `taken` is told the text with one of it. */
export function compared({ list: listed, take: taking }, other, said, taken) {
  const sentences = listed(other);
  if (!sentences.length) return paragraph(said.same, "govuk-body");
  const list = Object.assign(document.createElement("ul"), { className: "govuk-list ta-kept-compared" });
  list.append(...sentences.map((sentence, at) => {
    const item = document.createElement("li");
    const take = button(said.take_this, () => {
      const text = taking(other, at);
      if (text) taken(text);
    });
    take.setAttribute("aria-label", `${said.take_this}: ${sentence}`);
    item.append(Object.assign(document.createElement("bdi"), { textContent: sentence }), " ", take);
    return item;
  }));
  const block = document.createElement("div");
  block.className = "ta-kept-compare";
  block.append(paragraph(said.compared, "govuk-body"), list);
  return block;
}
