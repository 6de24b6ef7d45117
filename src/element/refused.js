// What is said where what was given cannot be opened.

import { element, paragraph } from "./told.js";

/** What the form's module found wrong with a record: `[{pointer, message}]`, or nothing where the error is the
 *  browser's own. */
export function problemsOf(error) {
  try {
    return [JSON.parse(String(error))].flat().filter((problem) => problem?.message);
  } catch {
    return [];
  }
}

/** What stands where the form would: a sentence, what is wrong in what was given, and what can be done. */
export function refusal(sentence, problems, ...acts) {
  const lines = [sentence, ...problems.map(({ message, pointer }) => message + (pointer && ` (${pointer})`))];
  const box = element("div", "", ...lines.map((line) => paragraph(line, "govuk-body")), ...acts);
  box.setAttribute("role", "alert");
  box.tabIndex = -1;
  return box;
}
