// What a meeting's page has beside the form: agencies are asked for their reports, and what came is
// brought into the form. The form itself is kept by plan.js.

import { form, isUnsaved, made, open, part, sentence } from "./plan.js";

let asked; // the address of the meeting for which the link that is shown was made

part("look").addEventListener("click", look);
part("copy").addEventListener("click", copy);
// The form may go on to another meeting. Its reports are asked for once it is stored and has its address.
form.addEventListener("ta-change", whose);
form.addEventListener("ta-accepted", look);
await look();

async function whose() {
  const { meeting } = JSON.parse(await form.exportFile().text());
  const own = !meeting || location.pathname.endsWith(`/${meeting}`);
  part("reports").hidden = !own || isNew();
  if (!own) document.querySelector("h1").textContent = "A new meeting, not saved yet";
}

// A meeting that is not stored yet has no reports.
function isNew() {
  return location.pathname.endsWith("/next");
}

async function look() {
  if (isNew()) return;
  if (part("unsaved")) part("unsaved").hidden = true;
  part("link").hidden ||= asked !== location.pathname;
  part("reports").hidden = false;
  const answer = await fetch(`${location.pathname}/requests.json`).catch(() => null);
  if (!answer?.ok) return tell(await sentence(answer));
  const { agencies, mayAsk } = await answer.json();
  part("asking").hidden = !mayAsk;
  const none = "There is no agency in the record yet. Add the agencies to the meeting, save, then ask them here.";
  part("agencies").replaceChildren(...agencies.map((agency) => row(agency, mayAsk)));
  tell(agencies.length ? "" : none);
}

function row(agency, mayAsk) {
  const { name, asked, came, inRecord, opens, request } = agency;
  const item = document.createElement("li");
  item.append(made("strong", name), made("p", asked));
  if (came) item.append(made("p", inRecord ? `${came} It is in the record.` : came));
  if (came && !inRecord) item.append(button("Bring it into the record", name, () => bringIn(agency)));
  if (mayAsk) item.append(button(request ? "Make a new link" : "Ask for a report", name, () => ask(agency)));
  if (mayAsk && opens) item.append(button("Close the link", name, () => close(agency)));
  return item;
}

// The same words stand beside each agency, so a button's name says which one it is for.
function button(text, name, act) {
  const node = Object.assign(made("button", text), { type: "button", onclick: act });
  node.setAttribute("aria-label", `${text}: ${name}`);
  return node;
}

async function ask({ id, name, request }) {
  const answer = await post(`${location.pathname}/requests`, { agency: id, ...chosen() });
  if (!answer?.ok) return tell(await sentence(answer));
  const { link, until } = await answer.json();
  asked = location.pathname;
  // The form tells that this agency was asked, unless something typed there would be lost by it.
  const shown = isUnsaved() ? " The form below shows that it was asked once you have saved and loaded this page again." : "";
  if (!shown) await open();
  await look();
  part("link-message").textContent = `For ${name}, until ${until}. Send it by secure e-mail: whoever has it can open the request.${request ? ` An older link for ${name} no longer opens.` : ""}${shown}`;
  part("link-text").value = location.origin + link;
  part("link").hidden = false;
  part("link").focus();
}

// What is no number goes as it is, and the portal says what it takes.
function chosen() {
  const { value, valueAsNumber } = part("days");
  const days = Number.isNaN(valueAsNumber) ? value : valueAsNumber;
  return { days, language: part("language").value, empty: part("empty").checked };
}

async function copy() {
  part("link-text").select();
  const copied = await navigator.clipboard?.writeText(part("link-text").value).then(() => true, () => false);
  tell(copied ? "The link is copied." : "The link is marked. Copy it with the keyboard or the menu of your browser.");
}

async function close({ request, name }) {
  const answer = await post(`${plan()}/requests/${request}/close`);
  if (!answer?.ok) return tell(await sentence(answer));
  part("link").hidden = true;
  await look();
  tell(`The link for ${name} is closed. It does not open anything now.`);
}

// The form shows what came in and what differs. Nothing is stored until somebody saves.
async function bringIn({ request, name }) {
  const answer = await fetch(`${plan()}/requests/${request}/contribution.json`).catch(() => null);
  if (!answer?.ok) return tell(await sentence(answer));
  tell(brought(name, await form.contribute(await answer.text())));
}

// What became of it, as the form says: it may have refused the report.
function brought(name, came) {
  const there = "Look under “Reports from agencies” in the form below";
  if (!came) return `The form was given the report from ${name}. ${there} for what became of it; it is not stored yet.`;
  if (!came.taken) return came.message || `The report from ${name} was not taken, and the form has not changed.`;
  const told = came.message ? ` ${came.message}` : "";
  return `The report from ${name} is in the form below, and not stored yet. ${there}, then save.${told}`;
}

const plan = () => location.pathname.split("/").slice(0, 3).join("/");

function post(address, body) {
  const headers = { "Content-Type": "application/json" };
  return fetch(address, { method: "POST", headers, body: JSON.stringify(body ?? {}) }).catch(() => null);
}

function tell(message) {
  part("told").textContent = message;
}
