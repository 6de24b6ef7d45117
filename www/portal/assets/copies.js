// What the page of a plan's copies does: a link for one reader, shown once, and ended at once.

const part = (id) => document.getElementById(id);
const plan = location.pathname.split("/").slice(0, 3).join("/");

for (const button of document.querySelectorAll(".hand-out")) button.addEventListener("click", () => handOut(button));
for (const list of document.querySelectorAll(".links")) list.addEventListener("click", ({ target }) => target.matches(".revoke") && revoke(target, list));
part("copy").addEventListener("click", copy);

async function handOut(button) {
  const { value, valueAsNumber } = part(`days-${button.value}`);
  // What is no number goes as it is, and the portal says what it takes.
  const days = Number.isNaN(valueAsNumber) ? value : valueAsNumber;
  const answer = await post(`${plan}/copies/${button.value}/links`, { days });
  if (!answer?.ok) return say(await sentence(answer));
  const { link, until, reader, way } = await answer.json();
  say("");
  part("link-message").textContent = `For ${reader} and nobody else, until ${until}. An older link for this copy no longer opens.`;
  part("link-way").textContent = way;
  part("link-text").value = location.origin + link;
  part("link").hidden = false;
  part("link").focus();
  await look();
}

async function revoke(button, list) {
  const answer = await post(`${plan}/links/${button.value}/revoke`);
  if (!answer?.ok) return say(await sentence(answer));
  say("");
  part("link").hidden = true;
  part("link-text").value = "";
  await look();
  part("told").textContent = `The link for ${list.dataset.reader} is revoked. It does not open anything now.`;
}

// What became of each link is told anew; the rest of the page stays as it is.
async function look() {
  const answer = await fetch(`${plan}/copies/links.json`).catch(() => null);
  if (!answer?.ok) return say(await sentence(answer));
  const links = await answer.json();
  for (const list of document.querySelectorAll(".links")) {
    const own = links.filter(({ copy }) => copy === list.dataset.copy);
    list.replaceChildren(...own.map((link) => row(link, list.dataset)));
  }
}

function row({ id, said, opens }, { reader, mayEnd }) {
  const item = document.createElement("li");
  item.textContent = said;
  if (!opens || mayEnd === undefined) return item;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "revoke", value: id, textContent: "Revoke" });
  button.setAttribute("aria-label", `Revoke the link for ${reader}`);
  item.append(" ", button);
  return item;
}

async function copy() {
  part("link-text").select();
  const copied = await navigator.clipboard?.writeText(part("link-text").value).then(() => true, () => false);
  part("told").textContent = copied ? "The link is copied." : "The link is marked. Copy it with the keyboard or the menu of your browser.";
}

function post(address, body) {
  const headers = { "Content-Type": "application/json" };
  return fetch(address, { method: "POST", headers, body: JSON.stringify(body ?? {}) }).catch(() => null);
}

async function sentence(answer) {
  const body = await answer?.clone().json().catch(() => null);
  return body?.message ?? "The portal does not answer. Try again in a minute.";
}

function say(message) {
  part("problem").textContent = message;
}
