// What a page written by hand costs that does the work of bench.js and bench-meeting.js: as many rows and boxes, a row
// that is added is shown and can be written in at once, and what was typed is kept on this device soon after, as plain
// text. It has no rules but those of boxes that must be filled in. `?page=` and `?n=` are those of the other two.

const KEPT_AFTER = 300; // milliseconds
const asked = new URLSearchParams(location.search);
const count = Number(asked.get("n")) || 20;
const form = document.getElementById("page");

const many = (n, make) => Array.from({ length: n }, (_, i) => make(i));
const named = (what, n) => many(n, (i) => `${what} ${i + 1}`);
const PEOPLE = named("Person", 8);
const AGENCIES = ["Children’s Services", "Brynderw School", "Glan Nant Health", "Aber Housing"];

// A question: its key, its label, what kind of box, what there is to choose, whether it must be answered.
const area = (key, label, must) => ({ key, label, kind: "area", must });
const line = (key, label, must) => ({ key, label, kind: "line", must });
const select = (key, label, from, must) => ({ key, label, kind: "select", from, must });
const choice = (key, label, type, from) => ({ key, label, kind: "choice", type, from });
const day = (key, label, must) => ({ key, label, kind: "day", from: ["Day", "Month", "Year"], must });

const YES_NO = ["Yes", "No"];
const ACTION = [area("what", "What will be done", true), select("owner", "Who does it", PEOPLE, true), day("due", "By when", true), line("measure", "How it is measured"), line("resource", "What it needs"), select("status", "How far it is", named("State", 5))];
const PERSON = [line("name", "Full name", true), select("relationship", "Who they are", named("Relation", 12)), line("format", "Interpreter or format"), line("contact", "How to reach them"), line("times", "Safe times"), choice("home", "Lives with the child", "radio", YES_NO)];
const CHILD = [...named("About the child", 6).map((label, i) => line(`line${i}`, label, i < 2)), ...named("What is known", 6).map((label, i) => area(`area${i}`, label))];
const ENTRY = [line("when", "When", true), area("event", "What happened", true), choice("agencies", "Whose it is", "checkbox", AGENCIES), line("source", "Where it is written"), choice("significance", "What it was for the child", "radio", ["Positive", "Negative", "Neutral"]), area("impact", "What it meant"), choice("children", "Which children", "checkbox", ["Sam Example"]), choice("third", "About somebody else", "radio", YES_NO)];
const ATTENDING = [select("attended", "Came", ["Here", "For part", "Apologies", "No word"]), choice("briefed", "Was briefed", "checkbox", ["Yes"]), choice("contribute", "Could contribute", "checkbox", ["Yes"]), choice("comment", "Could comment", "checkbox", ["Yes"])];
const decision = (people) => [area("what", "What was decided", true), area("reason", "Why"), choice("reflects", "As the child wished", "radio", ["Yes", "Partly", "No"]), area("how", "How the child is told"), select("by", "Who tells the child", people), day("on", "When"), choice("dissent", "Somebody disagrees", "radio", YES_NO)];

// A list: its name, its questions, its rows, and whether only one row is open and the others are text.
const some = (fields, i) => Object.fromEntries(fields.filter(({ kind }) => kind === "line" || kind === "area").map(({ key, label }) => [key, `${label} ${i + 1}`]));
const list = (name, fields, n, closed = false) => ({ name, fields, closed, rows: many(n, (i) => some(fields, i)) });
const meeting = (people, decisions) => [list("attendance", ATTENDING, people), list("decisions", decision(named("Professional", people)), decisions)];
const PAGES = {
  plan: () => [list("child", CHILD, 1), list("people", PERSON, 8), list("actions", ACTION, count)],
  chronology: () => [list("entries", ENTRY, count, true)],
  minutes: () => meeting(count, 1),
  decisions: () => meeting(12, count),
};
const lists = PAGES[asked.get("page") ?? "plan"]();
const last = lists.at(-1);
const of = new Map(lists.map((one) => [one.name, one]));

/** An element by hand: under this page's policy nothing is parsed as HTML. */
function made(tag, attributes, ...within) {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name]);
  element.append(...within);
  return element;
}

const labelled = (id, label) => made("label", { for: id }, label);
const option = (text, chosen) => made("option", text === chosen ? { selected: "" } : {}, text);

function boxes({ kind, type, from, label }, id, value = "") {
  const own = { id, name: id };
  if (kind === "line") return [labelled(id, label), made("input", { ...own, value })];
  if (kind === "area") return [labelled(id, label), made("textarea", { ...own, rows: 3 }, value)];
  if (kind === "select") return [labelled(id, label), made("select", own, ...["", ...from].map((text) => option(text, value)))];
  const one = (text, at) => [made("input", { id: `${id}-${at}`, name: id, ...(kind === "day" ? { size: 4 } : { type, value: text }) }), labelled(`${id}-${at}`, text)];
  return [made("fieldset", { class: "choice" }, made("legend", {}, label), ...from.flatMap(one))];
}

const inside = ({ name, fields, rows }, i) => fields.map((field) => made("div", {}, ...boxes(field, `${name}.${i}.${field.key}`, rows[i][field.key])));
const acts = (at) => [["open", "Change"], ["remove", "Remove"]].map(([act, text]) => made("button", { type: "button", [`data-${act}`]: at }, text));
const told = ({ name, fields, rows }, i) => [...fields.slice(0, 3).map(({ key }) => made("p", {}, rows[i][key] ?? "")), ...acts(`${name}.${i}`)];
const row = (one, i, isOpen = !one.closed) =>
  made("div", { class: isOpen ? "row" : "row entry", id: `${one.name}.${i}`, role: "group", "aria-label": `${one.name} ${i + 1}`, tabindex: -1 }, ...(isOpen ? inside(one, i) : told(one, i)));
const section = (one) => made("section", { id: one.name }, made("h2", {}, one.name), ...one.rows.map((_, i) => row(one, i)));

form.append(...lists.map(section), made("button", { type: "button", "data-add": "" }, "Add"));

let keeping;
function keepSoon() {
  clearTimeout(keeping);
  keeping = setTimeout(() => localStorage.setItem("by-hand", JSON.stringify(lists.map(({ name, rows }) => [name, rows]))), KEPT_AFTER);
}

form.addEventListener("input", ({ target }) => {
  const [name, i, key] = target.name.split(".");
  of.get(name).rows[i][key] = target.value;
  keepSoon();
});

let opened;
function open(i) {
  if (opened !== undefined) document.getElementById(`${last.name}.${opened}`).replaceWith(row(last, opened, false));
  opened = i;
  document.getElementById(`${last.name}.${i}`).replaceWith(row(last, i, true));
  show(i);
}

/** Brings a row on the screen and the focus into its first box. */
function show(i) {
  const element = document.getElementById(`${last.name}.${i}`);
  element.scrollIntoView({ block: "start" });
  element.querySelector("input, textarea, select").focus({ preventScroll: true });
}

function add() {
  const i = last.rows.push({}) - 1;
  document.getElementById(last.name).append(row(last, i));
  if (last.closed) open(i);
  else show(i);
  keepSoon();
}

function remove(at) {
  document.getElementById(at).remove();
  delete last.rows[at.split(".")[1]]; // the others keep their places
  keepSoon();
}

form.addEventListener("click", ({ target }) => {
  if (target.matches("[data-add]")) add();
  else if (target.dataset.open) open(Number(target.dataset.open.split(".")[1]));
  else if (target.dataset.remove) remove(target.dataset.remove);
});

/** Marks what must be answered and is not. */
function check() {
  let missing = 0;
  for (const { name, fields, rows } of lists)
    rows.forEach((answers, i) => fields.forEach(({ key, must }) => {
      const id = `${name}.${i}.${key}`;
      document.getElementById(`${id}-error`)?.remove();
      if (!must || answers[key]) return;
      missing += 1;
      const box = document.getElementById(id) ?? document.getElementById(`${id}-0`);
      box?.before(made("p", { class: "error", id: `${id}-error` }, "Answer this question"));
    }));
  return missing;
}

const first = () => [...document.getElementById(last.name).querySelectorAll(":scope > .row > div:first-child")].map((block) => block.querySelector("input, textarea, select"));
if (last.closed) open(count >> 1);

window.bench = {
  ready: Promise.resolve(),
  middleActionInput: () => (last.closed ? first()[0] : first()[last.rows.length >> 1]),
  addActionRow: add,
  validateAll: check,
  errorsShown: () => form.querySelectorAll(".error").length,
};
