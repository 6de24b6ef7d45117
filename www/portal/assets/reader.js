// The page of one reader of the family: the element is given the copy behind this page's address, and what the
// reader says of it is sent there. Nothing is stored, and no cookie goes with it.

const page = document.querySelector("team-around-family");
const here = location.pathname;
const asked = { cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" };

// What this script says, in the language of the page. What was not sent the element says itself.
const SAID = {
  en: {
    silent: "The page could not be loaded. Try again in a minute.",
    full: "This page takes no more comments. Ring somebody who is named on it.",
  },
  cy: {
    silent: "Nid oedd modd llwytho’r dudalen. Rhowch gynnig arall arni mewn munud.",
    full: "Nid yw’r dudalen hon yn derbyn rhagor o sylwadau. Ffoniwch rywun sydd wedi’i enwi arni.",
  },
};
const said = SAID[document.documentElement.lang] ?? SAID.en;

page.addEventListener("ta-comment", ({ detail }) => detail.waitUntil(send(detail)));
// What stands around the plan tells of it too.
page.addEventListener("ta-hide", ({ detail }) => document.querySelectorAll("body > :not(team-around-family)").forEach((part) => (part.hidden = detail.hidden)));
await open();

async function open() {
  const answer = await fetch(`${here}/copy.json`, asked).catch(() => null);
  if (answer?.status === 404) return gone();
  if (answer?.ok) page.copy = await answer.text();
  else document.getElementById("problem").textContent = said.silent;
}

// The link ended since the page was opened: what is here goes, and the page says no more than any other. What the
// reader wrote is their own: it stays until they have copied it.
function gone() {
  page.copy = null;
  if (!page.unsent) {
    page.remove();
    return location.reload();
  }
  page.replaceChildren();
  const [around, english, welsh] = ["section", "h1", "p"].map((name) => document.createElement(name));
  Object.assign(english, { textContent: "Not available", lang: "en", id: "gone" });
  Object.assign(welsh, { textContent: "Ddim ar gael", lang: "cy" });
  around.setAttribute("aria-labelledby", english.id);
  around.append(english, welsh);
  document.title = english.textContent;
  page.before(around);
}

async function send({ part, kind, text }) {
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ part, kind, text });
  const answer = await fetch(`${here}/comments`, { ...asked, method: "POST", headers, body }).catch(() => null);
  if (answer?.ok) return;
  if (answer?.status === 404) gone();
  throw answer?.status === 429 ? { message: said.full } : {};
}
