// The page of somebody who has nothing but the link: the form is given the request, and what its
// author saves or sends is kept behind the same link.

import { warnBeforeLeaving } from "./unsaved.js";

const form = document.getElementById("report");
const here = location.pathname;
let answers;
let asked = {}; // which agency, for which meeting

// What this script says, in the language that the page shows.
const SAID = {
  en: {
    title: "Report",
    start: "The form could not start.",
    foreign: "That file is of another request: another agency’s report, or one for another meeting. The form is as it was.",
    opened: "The form shows what is in your file. Nothing is sent yet.",
    closed: "This link does not open anything now. Save what you wrote as a file, and send it to the person who asked you.",
    silent: "The portal does not answer. Try again in a minute. If that does not help: save what you wrote as a file, and send it to the person who asked you.",
  },
  cy: {
    title: "Adroddiad",
    start: "Ni allai’r ffurflen ddechrau.",
    foreign: "Mae’r ffeil honno’n perthyn i gais arall: adroddiad asiantaeth arall, neu un ar gyfer cyfarfod arall. Mae’r ffurflen fel yr oedd.",
    opened: "Mae’r ffurflen yn dangos beth sydd yn eich ffeil. Nid oes dim wedi’i anfon eto.",
    closed: "Nid yw’r ddolen hon yn agor dim nawr. Cadwch yr hyn a ysgrifennoch fel ffeil, a’i hanfon at y person a ofynnodd i chi.",
    silent: "Nid yw’r porth yn ateb. Rhowch gynnig arall arni mewn munud. Os nad yw hynny’n helpu: cadwch yr hyn a ysgrifennoch fel ffeil, a’i hanfon at y person a ofynnodd i chi.",
  },
};
const said = (key) => SAID[document.documentElement.lang][key];

await customElements.whenDefined("team-around-report");
form.addEventListener("ta-error", (event) => say(event.detail?.message ?? said("start")));
// The form's own receipt says that it is sent; until then the line says whether what is shown was.
form.addEventListener("ta-accepted", ({ detail }) => (detail.kind === "draft" ? since() : document.getElementById("sent")?.remove()));
form.addEventListener("ta-draft", ({ detail }) => detail.state === "restored" && since());
form.addEventListener("ta-change", since);
form.addEventListener("ta-submit", (event) => event.detail.waitUntil(send(event.detail.text)));
document.getElementById("language").addEventListener("click", changeLanguage);
document.getElementById("own-file").addEventListener("change", ({ target }) => openFile(target));
warnBeforeLeaving(form);
await open();

async function open() {
  const answer = await fetch(`${here}/data.json`).catch(() => null);
  if (!answer?.ok) return say(await sentence(answer));
  const { record, answers: written, ...given } = await answer.json();
  answers = written;
  asked = given;
  Object.assign(form, given, { record });
}

function since() {
  if (!document.getElementById("sent")) return;
  document.getElementById("as-sent").hidden = true;
  document.getElementById("since").hidden = false;
}

// What the form refuses it says itself, and keeps what was typed.
async function openFile(box) {
  const [file] = box.files;
  if (!file) return;
  if (!(await isOurs(file))) {
    box.value = document.getElementById("opened").textContent = "";
    return say(said("foreign"));
  }
  const isOpen = await form.importFile(file);
  if (isOpen) say("");
  if (isOpen) form.dispatchEvent(new Event("input"));
  box.value = "";
  document.getElementById("opened").textContent = isOpen ? said("opened") : "";
}

/** Whether a file is of this agency and this meeting; what is no file of ours the form itself refuses. */
async function isOurs(file) {
  try {
    const { agency, meeting } = JSON.parse((await file.text()).replace(/^\ufeff/, ""));
    return agency === asked.agency && meeting === asked.meeting;
  } catch {
    return true;
  }
}

// The form begins anew in the other language, with what was typed.
function changeLanguage() {
  const lang = document.documentElement.lang === "cy" ? "en" : "cy";
  document.documentElement.lang = form.lang = lang;
  for (const text of document.querySelectorAll("[data-said]")) text.hidden = text.lang !== lang;
  document.title = said("title");
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
  if (answer?.status === 404) return said("closed");
  const body = await answer?.clone().json().catch(() => null);
  return body?.message ?? said("silent");
}

function say(message) {
  document.getElementById("problem").textContent = message;
}
