// The page of somebody who has nothing but the link: the form is given the request, and what its
// author saves or sends is kept behind the same link.

import { warnBeforeLeaving } from "./unsaved.js";

const form = document.getElementById("report");
const here = location.pathname;
let answers;

await customElements.whenDefined("team-around-report");
form.addEventListener("ta-error", (event) => say(event.detail?.message ?? "The form could not start."));
form.addEventListener("ta-submit", (event) => event.detail.waitUntil(send(event.detail.text)));
document.getElementById("own-file").addEventListener("change", ({ target }) => openFile(target));
warnBeforeLeaving(form);
await open();

async function open() {
  const answer = await fetch(`${here}/data.json`).catch(() => null);
  if (!answer?.ok) return say(await sentence(answer));
  const { record, answers: written, ...given } = await answer.json();
  answers = written;
  Object.assign(form, given, { record });
}

// What the form refuses it says itself, and keeps what was typed.
async function openFile(box) {
  const [file] = box.files;
  if (!file) return;
  await form.importFile(file);
  form.dispatchEvent(new Event("input"));
  box.value = "";
  document.getElementById("opened").textContent = "Look at the form: it shows your file where the file could be opened. Nothing is sent yet.";
}

async function send(text) {
  const answer = await fetch(here, {
    method: "POST",
    headers: { "Content-Type": "application/json", "If-Match": `"${answers}"` },
    body: text,
  }).catch(() => null);
  if (!answer?.ok) {
    const refusal = await answer?.clone().json().catch(() => null);
    throw refusal ?? { message: await sentence(answer), errors: [] };
  }
  const receipt = await answer.json();
  answers = receipt.answers;
  return receipt;
}

// A link that expired meanwhile is answered with a page, not with a sentence.
async function sentence(answer) {
  const keep = "Save what you wrote as a file, and send it to the person who asked you.";
  if (answer?.status === 404) return `This link does not open anything now. ${keep}`;
  const body = await answer?.clone().json().catch(() => null);
  return body?.message ?? `The portal does not answer. Try again in a minute. If that does not help: ${keep}`;
}

function say(message) {
  document.getElementById("problem").textContent = message;
}
