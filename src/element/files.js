// Files that a form hands to the person, or takes from them.

import { json } from "./given.js";

/** What is downloaded when the form says so. */
export const FILES = {
  export: (form) => form.exportFile(),
  request: (form) => form.request(),
  feedback: (form) => form.exportFeedback(),
  chronology: (form) => form.exportChronology(),
};

export function download(file) {
  if (!file) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** What the agency that a request is for is called: several requests stand beside each other in one folder. */
function agencyIn(text) {
  const { agency, record } = JSON.parse(text);
  return record.agencies?.find(({ id }) => id === agency)?.name ?? "";
}

const wordsOf = (name) => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What one agency is asked to report on. */
export function requestOf(handle, agency = handle?.requested?.()) {
  const text = agency && handle?.request?.(agency);
  return text ? json(text, `${["team-around-request", ...wordsOf(agencyIn(text))].join("-")}.json`) : undefined;
}

export const feedbackOf = (handle) => json(handle?.feedback?.() ?? "", "team-around-feedback.json");

export const chronologyOf = (handle) => new File([handle?.chronology?.() ?? ""], "team-around-chronology.csv", { type: "text/csv" });

/** A file that somebody chose goes to the form as bytes, and the box is ready for the next one. */
export async function chosen(handle, box) {
  const [file] = box.files;
  const bytes = new Uint8Array(await file.arrayBuffer());
  box.value = "";
  handle()?.take?.(box.dataset.file, bytes);
}

/** Brings in a report or another copy of a meeting; says so where the form has no place for it. */
export async function broughtIn(handle, file, nowhere) {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : new Uint8Array(await file.arrayBuffer());
  const said = handle()?.take?.("contribution", bytes);
  if (said) return JSON.parse(said);
  return { taken: false, message: nowhere, added: 0, filled: 0, differences: 0, leftOut: 0 };
}
