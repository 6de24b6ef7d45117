// Whoever leaves a page with answers that are not stored is asked first. Answers with whether there are such, and with
// `settled()` for a page that keeps them in another way.

let free = false; // whether the page may go: what was typed is kept on this device

/** Nobody is asked any more. */
export function letGo() {
  free = true;
}

export function warnBeforeLeaving(form) {
  let unsaved = false;
  let since = false; // whether something changed after what is on its way
  const changed = () => (unsaved = since = true);
  form.addEventListener("input", changed); // at once; what a button of the form changes is told a moment later
  form.addEventListener("ta-change", changed);
  form.addEventListener("ta-submit", () => (since = false));
  form.addEventListener("ta-accepted", () => (unsaved = since));
  addEventListener("beforeunload", (event) => unsaved && !free && event.preventDefault());
  return Object.assign(() => unsaved, { settled: () => (unsaved = false) });
}
