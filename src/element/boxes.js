// The boxes of a form, read and found without it: whose answer one holds, what it is called, where the person is.

const BOX = "input:not([type=file]), textarea, select";

export const isBox = (element) => element.matches(BOX);

/** Whose answer a box holds, and the answer as it stands there: as form/listen.rs reads it. */
export function answered(box) {
  const { ask, day, many, tick } = box.dataset;
  const values = (group, which) => [...(box.closest(group)?.querySelectorAll(which) ?? [box])].map(({ value }) => value.trim());
  if (day) return [day, joined(values(".govuk-date-input", "input"))];
  if (many) return [many, values(".govuk-checkboxes", "input:checked").join(",")];
  if (tick) return [tick, box.checked ? box.value : ""];
  return [ask ?? box.id, box.value];
}

/** Day, month and year as one answer: as form/controls/day.rs joins them. */
function joined([first, ...rest]) {
  if (rest.every((part) => !part) && !/^\d+$/.test(first)) return first;
  return [first, ...rest].join("/");
}

/** What the person read beside a box: the legend of several, or else its label. */
export function labelOf(box) {
  const { ask, day, many } = box.dataset;
  const legend = (ask ?? day ?? many) && box.closest("fieldset")?.querySelector("legend");
  return (legend ?? box.labels?.[0])?.textContent.trim() ?? "";
}

/** What the places on the page that is shown are called. */
export const labelsOf = (root) => [...root.querySelectorAll(BOX)].map((box) => [answered(box)[0], labelOf(box)]);

/** Where the person is: the page that is shown, a place on it, and what has the focus, with its caret. */
export function whereabouts(root) {
  const focus = root.activeElement;
  const box = focus?.matches(BOX) ? focus : (root.querySelector(`.ta-row--open :is(${BOX})`) ?? root.querySelector(`.ta-form :is(${BOX})`));
  const at = box ? answered(box)[0] : root.querySelector("[data-home]")?.dataset.home;
  const page = root.querySelector(".ta-form")?.dataset.page;
  return { page, at, focus: focus && nameOf(focus), value: box === focus ? focus?.value : undefined, ...caretOf(focus) };
}

/** What finds an element again when the form is drawn anew. */
function nameOf({ id, dataset }) {
  if (id) return `[id="${CSS.escape(id)}"]`;
  const names = Object.entries({ "data-act": dataset.act, "data-at": dataset.at, "data-home": dataset.home, "data-under": dataset.under });
  return names.filter(([, value]) => value).map(([name, value]) => `[${name}="${CSS.escape(value)}"]`).join("") || "[data-heading=page]";
}

function caretOf(box) {
  try {
    return { caret: [box.selectionStart, box.selectionEnd, box.selectionDirection], scroll: box.scrollTop };
  } catch {
    return {}; // a box without a caret
  }
}

/** Gives the focus and the caret back; a box that is written in has what stood in it, to the letter. */
export function focusAgain(root, { focus, value, caret, scroll }) {
  const found = focus && (root.querySelector(focus) ?? root.querySelector("[data-heading=page]"));
  if (!found) return;
  const isText = found.matches("input:not([type=radio], [type=checkbox]), textarea");
  if (isText && value !== undefined && found.value !== value) found.value = value;
  found.focus({ preventScroll: true });
  if (isText && caret?.[0] !== undefined && caret[0] !== null) found.setSelectionRange(...caret);
  if (scroll) found.scrollTop = scroll;
}
