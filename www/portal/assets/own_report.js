// The page for a request that came as a file: the form opens it, and what was written is a file again.
// Nothing is sent from here.

import { warnBeforeLeaving } from "./unsaved.js";

const PACKS = new Set(["calderdale-meetings-2017", "hampshire-cin-2018", "childrens-commissioner-2024", "example-contrasting-council", "example-core-group"]);
const LONG = 15_000; // milliseconds after which a form that has not come is told of
const part = (id) => document.getElementById(id);
let form; // the one that is written in
let coming; // the one that is not there yet
let unsaved; // whether something is in no file yet
const states = new WeakMap(); // how the draft of a form stands, as it was told last
let told = {}; // what the page says: under which key, and with what

// What this script says, in the language that the page shows.
const SAID = {
  en: {
    title: "Report",
    foreign: "That file is no request for a report, and no report that was saved here. Choose the file that you were sent.",
    start: "The form could not start. Load this page again. If that does not help, ask the person who sent you the file to take your report down by telephone.",
    coming: "The form is coming.",
    opened: "The file is open in the form below. What you type is kept in this browser, encrypted, and is here again when you open the same file.",
    unknown: (packs) => `The request follows rules that this page does not know (${packs}). You can write your report all the same.`,
    sure: "What you wrote in the other file is in no file yet. It stays in this browser, and is here again when you open that file.",
    alone: "This browser does not keep what you wrote in the other file. Save that report as a file first, then choose this file again.",
    kept: (name) => `Your report is saved as the file “${name}”, where your browser saves files. Nothing was sent: send this file to the person who asked you, by secure e-mail.`,
    begun: (name) => `What you wrote so far is saved as the file “${name}”, where your browser saves files. Open it here to go on, on this device or another.`,
    gone: "This browser keeps nothing of the report any more.",
  },
  cy: {
    title: "Adroddiad",
    foreign: "Nid yw’r ffeil honno’n gais am adroddiad, nac yn adroddiad a gadwyd yma. Dewiswch y ffeil a anfonwyd atoch.",
    start: "Ni allai’r ffurflen ddechrau. Llwythwch y dudalen hon eto. Os nad yw hynny’n helpu, gofynnwch i’r person a anfonodd y ffeil atoch gymryd eich adroddiad dros y ffôn.",
    coming: "Mae’r ffurflen ar ei ffordd.",
    opened: "Mae’r ffeil ar agor yn y ffurflen isod. Caiff yr hyn a deipiwch ei gadw yn y porwr hwn, wedi’i amgryptio, a bydd yma eto pan agorwch yr un ffeil.",
    unknown: (packs) => `Mae’r cais yn dilyn rheolau nad yw’r dudalen hon yn eu hadnabod (${packs}). Gallwch ysgrifennu eich adroddiad yr un fath.`,
    sure: "Nid yw’r hyn a ysgrifennoch yn y ffeil arall mewn unrhyw ffeil eto. Mae’n aros yn y porwr hwn, a bydd yma eto pan agorwch y ffeil honno.",
    alone: "Nid yw’r porwr hwn yn cadw’r hyn a ysgrifennoch yn y ffeil arall. Cadwch yr adroddiad hwnnw fel ffeil yn gyntaf, yna dewiswch y ffeil hon eto.",
    kept: (name) => `Mae eich adroddiad wedi’i gadw fel y ffeil “${name}”, lle mae eich porwr yn cadw ffeiliau. Nid anfonwyd dim: anfonwch y ffeil hon at y person a ofynnodd i chi, drwy e-bost diogel.`,
    begun: (name) => `Mae’r hyn a ysgrifennoch hyd yma wedi’i gadw fel y ffeil “${name}”, lle mae eich porwr yn cadw ffeiliau. Agorwch hi yma i fynd ymlaen, ar y ddyfais hon neu un arall.`,
    gone: "Nid yw’r porwr hwn yn cadw dim o’r adroddiad mwyach.",
  },
};

part("language").addEventListener("click", changeLanguage);
part("own-file").addEventListener("change", ({ target }) => openFile(target));
part("remove").addEventListener("click", remove);

async function openFile(box) {
  const [file] = box.files;
  if (!file) return;
  const text = await file.text().catch(() => "");
  box.value = "";
  const asked = requestIn(text);
  if (!asked) return tell({ problem: ["foreign"] });
  // What no store keeps would be gone with its form.
  if (unsaved?.() && ["failed", "memory", undefined].includes(states.get(form))) return tell({ problem: ["alone"] });
  const left = unsaved?.() ? [["sure"]] : [];
  tell({ opened: [["coming"]] });
  const made = begin(text, asked);
  const problem = await stands(made);
  if (made !== coming) return made.remove(); // another file was chosen meanwhile
  coming = undefined;
  if (problem) {
    made.remove();
    return tell({ problem });
  }
  unsaved?.settled();
  form?.remove();
  made.hidden = false;
  form = made;
  unsaved = warnBeforeLeaving(form);
  form.addEventListener("ta-error", ({ detail }) => detail?.message && tell({ problem: [detail.message] }));
  tell({ opened: [["opened"], ...asked.unknown, ...left] });
}

/** What a file asks of whom; nothing where it is no agency's report or request for one. */
function requestIn(text) {
  try {
    const { document, meeting, agency, protocol, record } = JSON.parse(text.replace(/^\ufeff/, ""));
    const report = record.reports.find((row) => row.agency === agency && row.meeting === meeting);
    if (document !== "report" || !meeting || !agency || !report) return undefined;
    const packs = (protocol ?? []).map(({ id }) => id).filter((id) => id !== "team-around-answers");
    const other = packs.filter((id) => !PACKS.has(id));
    return {
      packs: packs.filter((id) => PACKS.has(id)),
      unknown: other.length ? [["unknown", other.join(", ")]] : [],
      // Each request is a person of its own: neither is shown what the other left in this browser.
      user: { id: `report-by-file-${meeting}-${agency}-${report.id}` },
    };
  } catch {
    return undefined;
  }
}

/** A form of its own for each file, which is not seen before the file is open in it. */
function begin(text, { packs, user }) {
  coming?.remove();
  coming = Object.assign(document.createElement("team-around-report"), { hidden: true, protocol: packs, user, record: text, lang: document.documentElement.lang });
  coming.addEventListener("ta-before-submit", asFile);
  coming.addEventListener("ta-draft", ({ target, detail }) => states.set(target, detail.state));
  part("place").append(coming);
  return coming;
}

/** Resolves with why a form could not open the file; with nothing where it did. */
function stands(made) {
  return new Promise((resolve) => {
    made.addEventListener("ta-ready", () => resolve(), { once: true });
    // Without its Welsh words it comes in English.
    made.addEventListener("ta-error", ({ detail }) => detail?.code === "words" || resolve(detail?.message ? [detail.message] : ["start"]));
    setTimeout(() => resolve(["start"]), LONG);
  });
}

// Nothing is handed over: the form stays as it is, and can be saved again after a change.
function asFile(event) {
  event.preventDefault();
  const { kind, envelope } = event.detail;
  const isDraft = kind === "draft";
  const name = nameOf(envelope, isDraft ? "report-not-finished" : "report");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(envelope)], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  unsaved?.settled();
  tell({ opened: [[isDraft ? "begun" : "kept", name]], done: !isDraft });
  part("opened").focus();
}

/** A file's name with that of the agency: several may come to one person. */
function nameOf({ agency, record }, what) {
  const name = record.agencies?.find(({ id }) => id === agency)?.name ?? "";
  return `${[what, ...(name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].join("-")}.json`;
}

/** What this browser keeps of the report goes, and the form with it: the file has it. */
async function remove() {
  await form?.purge();
  form?.remove();
  form = unsaved = undefined;
  tell({ opened: [["gone"]] });
  part("opened").focus();
}

// The form begins anew in the other language, with what was typed.
function changeLanguage() {
  const lang = document.documentElement.lang === "cy" ? "en" : "cy";
  document.documentElement.lang = lang;
  for (const one of [form, coming]) if (one) one.lang = lang;
  for (const text of document.querySelectorAll("[data-said]")) text.hidden = text.lang !== lang;
  tell(told);
}

/** Says it in the language of the page: each a key with its fact, or a sentence as it is. */
function tell({ problem, opened = [], done = false }) {
  told = { problem, opened, done };
  const said = SAID[document.documentElement.lang];
  const words = ([key, fact]) => (typeof said[key] === "function" ? said[key](fact) : (said[key] ?? key));
  document.title = said.title;
  part("problem").textContent = problem ? words(problem) : "";
  part("opened").textContent = opened.map(words).join(" ");
  part("done").hidden = !done;
}
