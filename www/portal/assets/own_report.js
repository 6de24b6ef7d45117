// The page for a request that came as a file: the form opens it, and what was written is a file again.
// Nothing is sent from here.

import { warnBeforeLeaving } from "./unsaved.js";

const PACKS = "hampshire-cin-2018 calderdale-meetings-2017";
const problem = document.getElementById("problem");
const opened = document.getElementById("opened");
let form;
let unsaved; // whether something is in no file yet

// What this script says, in the language that the page shows.
const SAID = {
  en: {
    foreign: "That file is no request for a report, and no report that was saved here. Choose the file that you were sent.",
    start: "The form could not start.",
    opened: "The file is open in the form below. What you type is kept in this browser until you finish.",
    kept: (name) => `Your report is saved as the file “${name}”, as your browser saves files. Nothing was sent: send this file to the person who asked you, by secure e-mail.`,
    begun: (name) => `What you wrote so far is saved as the file “${name}”. Open it here to go on, on this device or another.`,
  },
  cy: {
    foreign: "Nid yw’r ffeil honno’n gais am adroddiad, nac yn adroddiad a gadwyd yma. Dewiswch y ffeil a anfonwyd atoch.",
    start: "Ni allai’r ffurflen ddechrau.",
    opened: "Mae’r ffeil ar agor yn y ffurflen isod. Caiff yr hyn a deipiwch ei gadw yn y porwr hwn nes i chi orffen.",
    kept: (name) => `Mae eich adroddiad wedi’i gadw fel y ffeil “${name}”, fel y mae eich porwr yn cadw ffeiliau. Nid anfonwyd dim: anfonwch y ffeil hon at y person a ofynnodd i chi, drwy e-bost diogel.`,
    begun: (name) => `Mae’r hyn a ysgrifennoch hyd yma wedi’i gadw fel y ffeil “${name}”. Agorwch hi yma i fynd ymlaen, ar y ddyfais hon neu un arall.`,
  },
};
const said = () => SAID[document.documentElement.lang];

document.getElementById("language").addEventListener("click", changeLanguage);
document.getElementById("own-file").addEventListener("change", ({ target }) => openFile(target));

async function openFile(box) {
  const [file] = box.files;
  if (!file) return;
  tell({ problem: "", opened: "" });
  const isOpen = isReport(await file.text()) ? await (form ? form.importFile(file) : begin(file)) : tell({ problem: said().foreign });
  box.value = "";
  if (isOpen) tell({ opened: said().opened });
}

function isReport(text) {
  try {
    return JSON.parse(text).document === "report";
  } catch {
    return false;
  }
}

/** Puts the form on the page with the file in it; resolves with whether it could be opened. */
async function begin(file) {
  await customElements.whenDefined("team-around-report");
  const made = Object.assign(document.createElement("team-around-report"), { id: "report", protocol: PACKS.split(" ") });
  made.lang = document.documentElement.lang;
  made.record = await file.text();
  made.addEventListener("ta-before-submit", (event) => asFile(event));
  const stands = new Promise((resolve) => {
    made.addEventListener("ta-ready", () => resolve(true), { once: true });
    made.addEventListener("ta-error", ({ detail }) => resolve(tell({ problem: detail?.message ?? said().start })), { once: true });
  });
  document.getElementById("place").replaceChildren(made);
  if (!(await stands)) {
    made.remove();
    return false;
  }
  form = made;
  form.addEventListener("ta-error", ({ detail }) => tell({ problem: detail?.message ?? said().start }));
  unsaved = warnBeforeLeaving(form);
  return true;
}

// Nothing is handed over: the form stays as it is, and can be saved again after a change.
function asFile(event) {
  event.preventDefault();
  const { kind, envelope } = event.detail;
  const name = kind === "draft" ? "report-not-finished.json" : "report.json";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(envelope)], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  unsaved?.settled();
  tell({ problem: "", opened: said()[kind === "draft" ? "begun" : "kept"](name) });
  opened.focus();
}

// The form begins anew in the other language, with what was typed.
function changeLanguage() {
  const lang = document.documentElement.lang === "cy" ? "en" : "cy";
  document.documentElement.lang = lang;
  if (form) form.lang = lang;
  tell({ problem: "", opened: "" });
  for (const text of document.querySelectorAll("[data-said]")) text.hidden = text.lang !== lang;
}

function tell(what) {
  if (what.problem !== undefined) problem.textContent = what.problem;
  if (what.opened !== undefined) opened.textContent = what.opened;
}
