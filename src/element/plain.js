// The page for a form that stopped twice: all text, to read, to copy and to save as a file. It needs no module.

const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"; // none that is read as another

/** A code by which a person and their help desk mean the same stop. It says nothing about anybody. */
export function reference() {
  const letters = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => LETTERS[byte % LETTERS.length]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** Every answer of a record, and what was typed after it: `[label, text]`, in the record's order. */
export function answersOf(text, typed, labels) {
  const found = new Map();
  try {
    walk(JSON.parse(text), [], [], (place, where, written) => found.set(place, { where, written }));
  } catch {
    found.set("", { where: [], written: text });
  }
  for (const [place, written] of typed) found.set(place, { where: found.get(place)?.where ?? place.split("/"), written });
  const answers = [...found].filter(([, { written }]) => written.trim());
  return answers.map(([place, { where, written }]) => [called(where, labels.get(place)), written]);
}

const called = (where, label) => [...where.slice(0, label ? -1 : undefined).map((part) => part.replaceAll("_", " ")), label].filter(Boolean).join(" › ");

/** Visits each answer with its place, by the ids of rows, and with where it is, by their numbers. */
function walk(value, place, where, tell) {
  if (Array.isArray(value) && value.some((row) => row?.id)) {
    value.forEach((row, n) => walk(row, [...place, row.id], [...where.slice(0, -1), `${where.at(-1)} ${n + 1}`], tell));
  } else if (value && typeof value === "object" && !Array.isArray(value) && value.unread === undefined) {
    for (const [key, inner] of Object.entries(value)) if (key !== "id") walk(inner, [...place, key], [...where, key], tell);
  } else if (value !== null) {
    tell(place.join("/"), where, String(value.unread ?? (Array.isArray(value) ? value.join(", ") : value)));
  }
}

const make = (tag, className, members = {}) => Object.assign(document.createElement(tag), { className, ...members });

/** The page: a heading, what happened, two buttons, and each answer in a box. */
export function plainPage(answers, code, said) {
  const page = make("div", "ta-form", { lang: said.lang });
  const title = make(`h${/^[1-5]$/.test(said.level) ? said.level : 2}`, "govuk-heading-l", { tabIndex: -1, textContent: said.heading });
  const told = [said.told, said.reference.replace("{code}", code)].map((textContent) => make("p", "govuk-body", { textContent }));
  const status = make("p", "govuk-body");
  status.setAttribute("role", "status");
  const whole = () => [said.heading, told[1].textContent, ...answers.map((answer) => answer.join("\n"))].join("\n\n");
  const copy = make("button", "govuk-button", { type: "button", textContent: said.copy });
  copy.addEventListener("click", async () => (status.textContent = (await copied(whole(), page)) ? said.copied : said.uncopied));
  const save = make("button", "govuk-button govuk-button--secondary", { type: "button", textContent: said.save });
  save.addEventListener("click", () => download(whole(), `team-around-${code}.txt`));
  const buttons = make("div", "govuk-button-group");
  buttons.append(copy, save);
  page.append(title, ...told, buttons, status, ...answers.map(([label, text], n) => boxOf(`plain/${n}`, label, text)));
  return page;
}

function boxOf(id, label, text) {
  const group = make("div", "govuk-form-group");
  const rows = Math.min(10, Math.ceil(text.length / 70) + text.split("\n").length - 1);
  const box = make("textarea", "govuk-textarea", { id, rows, readOnly: true, value: text, autocomplete: "off" });
  group.append(make("label", "govuk-label", { htmlFor: id, textContent: label }), box);
  return group;
}

/** Copies by the clipboard, or where that is denied by a box that is selected. */
async function copied(text, page) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const before = page.getRootNode().activeElement;
    const box = page.appendChild(make("textarea", "govuk-textarea", { value: text }));
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    before?.focus();
    return done;
  }
}

function download(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new File([text], name, { type: "text/plain" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
