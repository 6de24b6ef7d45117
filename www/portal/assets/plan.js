// What a portal does around <team-around-plan> and <team-around-meeting>: give it the stored record,
// store what it sends, and show both versions where somebody else was faster.

import { warnBeforeLeaving } from "./unsaved.js";

export const form = document.getElementById("plan") ?? document.getElementById("meeting");
let here = location.pathname;
let version; // the one that the next save follows
let opened; // the one whose record the form was given
let draft; // how what is typed is kept on this device

await customElements.whenDefined(form.localName);
form.addEventListener("ta-error", (event) => say(event.detail?.message ?? "The form could not start."));
form.addEventListener("ta-draft", (event) => (draft = event.detail.state));
// A locked form opens with the key that the portal gives to whoever is signed in.
form.addEventListener("ta-unlock", (event) => event.detail.waitUntil(open(true)));
form.addEventListener("ta-submit", (event) => event.detail.waitUntil(send(event.detail)));
// Once it is refused the element shows why. Where there are two versions, they are what to read first.
form.addEventListener("ta-rejected", () => setTimeout(() => part("conflict").focus()));
export const isUnsaved = warnBeforeLeaving(form);
await open();

// The properties may be set in any order, but the record last: it is shown once.
export async function open(locked = false) {
  const answer = await fetch(`${here}/data.json`).catch(() => null);
  if (locked && answer?.status === 401) return location.assign(signIn());
  if (!answer?.ok) return say(await sentence(answer));
  const { record, version: stored, ...given } = await answer.json();
  version = opened = stored;
  Object.assign(form, given, { record });
}

// Fulfilled with the receipt, or rejected with { message, errors }: the element shows the errors
// among its own, and keeps what was typed.
async function send({ kind, text }) {
  const answer = await fetch(here, {
    method: "POST",
    headers: { "Content-Type": "application/json", "If-Match": `"${version}"`, "X-Opened": `"${opened}"` },
    body: text,
  }).catch(() => null);
  if (answer?.ok) return stored(await answer.json(), kind);
  const refusal = (await answer?.json().catch(() => null)) ?? { message: await sentence(answer), errors: [] };
  if (answer?.status === 409) showBoth(refusal);
  if (answer?.status === 401) refusal.message = signedOut(refusal.message);
  throw refusal;
}

const signIn = () => `/sign-in?to=${here}`;

// It is said to be kept only where it is.
function signedOut(message) {
  part("sign-in-again").href = signIn();
  part("signed-out").hidden = false;
  const kept = ["saved", "slot", "restored"].includes(draft);
  return `${message} ${kept ? "What you typed is kept on this device, and is here again once you have signed in." : "What you typed is not kept on this device: save a copy before you leave this page."}`;
}

function stored(receipt, kind) {
  part("signed-out").hidden = true;
  version = receipt.version;
  if (part("state")) part("state").textContent = kind === "draft" ? "Draft" : "Final";
  follow(receipt);
  part("conflict").hidden = true;
  const elsewhere = receipt.leftOut?.length
    ? ` Not stored, because another document answers for it: ${receipt.leftOut.join("; ")}. Write it on that document’s own page.`
    : "";
  part("sent").textContent = `Version ${receipt.version}, sent by you just now. Receipt ${receipt.id}.${elsewhere}`;
  return receipt;
}

// A meeting that was begun in the form, from none or from the one before, has an address of its own
// once it is stored.
function follow({ meeting, title }) {
  const own = meeting ? here.replace(/(\/meetings\/)[^/]+$/, `$1${meeting}`) : here;
  if (own === here) return;
  here = own;
  history.replaceState(null, "", here);
  document.querySelector("h1").textContent = title;
}

function showBoth({ message, conflict }) {
  const { yours, theirs, differences } = conflict;
  part("conflict-message").textContent = message;
  part("conflict-versions").replaceChildren(
    ...described("Yours", `${yours.by.name}, ${yours.by.role}: not stored yet, begun from version ${yours.after}`),
    ...described("Theirs", `${theirs.by.name}, ${theirs.by.role}: version ${theirs.version}, ${new Date(theirs.at).toLocaleString("en-GB")}`),
  );
  part("conflict-differences").replaceChildren(...differences.map(difference));
  part("conflict-none").hidden = differences.length > 0;
  part("open-theirs").href = theirs.page;
  part("keep-mine").onclick = () => sendAfter(theirs.version, yours.kind);
  if (part("merge")) part("merge").onclick = () => bringTogether(theirs.version);
  part("conflict").hidden = false;
}

// What is sent is what stands in the form now, so nothing typed since is left out.
function sendAfter(seen, kind) {
  version = seen;
  return kind === "draft" ? form.save() : form.submit();
}

// The element merges the other version, and shows what came in and what differs. What is saved then follows both.
async function bringTogether(seen) {
  const answer = await fetch(`${here}/versions/${seen}/copy.json`).catch(() => null);
  if (!answer?.ok) return say(await sentence(answer));
  const came = await form.contribute(await answer.text());
  // What was refused is not in the form, so what is saved does not follow it.
  if (came && !came.taken) return say(came.message || `Version ${seen} was not brought into the form. Nothing has changed.`);
  version = seen;
  part("conflict").hidden = true;
  part("sent").textContent = `Version ${seen} has been brought into the form. Nothing is stored yet: look at it, then save.`;
  form.scrollIntoView();
}

function difference({ label, yours, theirs }) {
  const item = document.createElement("li");
  const both = document.createElement("dl");
  both.append(...described("Yours", yours || "Nothing"), ...described("Theirs", theirs || "Nothing"));
  item.append(made("strong", label), both);
  return item;
}

export function described(term, text) {
  return [made("dt", term), made("dd", text)];
}

export function made(name, text) {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}

export function part(id) {
  return document.getElementById(id);
}

export async function sentence(answer) {
  const body = await answer?.clone().json().catch(() => null);
  return body?.message ?? "The portal does not answer. Try again in a minute; nothing you typed is lost.";
}

function say(message) {
  part("problem").textContent = message;
}
