// A chronology of as many entries as `?n=` says (`?page=chronology`), or minutes with as many people
// (`?page=minutes`) or as many decisions of twelve people (`?page=decisions`), for the same measurements as bench.js.
// `window.bench` is what a harness holds on to.

const asked = new URLSearchParams(location.search);
const count = Number(asked.get("n")) || 20;
const page = asked.get("page");
const minutes = page === "minutes" || page === "decisions";
const people = page === "decisions" ? 12 : count;
const meeting = document.getElementById("meeting");

const AGENCIES = ["Children’s Services", "Brynderw School", "Glan Nant Health", "Aber Housing"];
const many = (make, n = count) => Array.from({ length: n }, (_, i) => make(i));
const event = (i) => ({
  id: `e-${i + 1}`,
  when: `${(i % 28) + 1}/0${(i % 9) + 1}/20${10 + (i % 15)}`,
  event: `Event ${i + 1} of many years, told in some words`,
  agencies: [`g-${(i % AGENCIES.length) + 1}`],
  significance: ["positive", "negative", "neutral"][i % 3],
});
const professional = (i) => ({ id: `p-${i + 1}`, name: `Professional ${i + 1}`, role: "teacher", agency: `g-${(i % AGENCIES.length) + 1}` });
const decision = (i) => ({ id: `d-${i + 1}`, meeting: "m-1", what: `Decision ${i + 1}, told in some words`, reason: "Because of what was said", reflects: "yes", tell_child_by: `p-${(i % people) + 1}` });

const record = {
  children: [{ id: "c-1", name: "Sam Example", date_of_birth: "2021-04-05" }],
  agencies: AGENCIES.map((name, i) => ({ id: `g-${i + 1}`, name })),
  professionals: minutes ? many(professional, people) : [],
  decisions: page === "decisions" ? many(decision) : [],
  chronology: minutes ? [] : many(event),
  meetings: [{ id: "m-1", kind: "core-group", on: "2026-11-20" }],
};

const [title, home, box] = minutes
  ? ["Minutes", "decisions", 'textarea[id^="decisions/"][id$="/what"]']
  : ["What happened when", "chronology", '.ta-row--open textarea[id$="/event"]'];
const inside = (selector) => [...(meeting.shadowRoot?.querySelectorAll(selector) ?? [])];
const frame = () => new Promise(requestAnimationFrame);
const until = async (found) => {
  while (!found()) await frame();
  return found();
};
const add = () => inside(`[data-act=add][data-home=${home}]`)[0];
const boxes = () => inside(box);
let adding; // the button that adds: to look for it among thousands of elements would be measured too

/** Turns to the page, and opens a box in the middle of it. */
async function begin() {
  (await until(() => inside("button").find((button) => button.textContent === title))).click();
  await until(add);
  if (minutes) add().click();
  else inside(".ta-chronology [data-act=open]")[count >> 1].click();
  await until(() => boxes().length);
  adding = add();
}

Object.assign(meeting, { protocol: ["hampshire-cin-2018", "calderdale-meetings-2017"], record });

window.bench = {
  ready: begin(),
  middleActionInput: () => boxes().at(-1),
  addActionRow: async () => {
    const before = meeting.shadowRoot.activeElement;
    adding.click();
    await until(() => meeting.shadowRoot.activeElement !== before && meeting.shadowRoot.activeElement?.matches("input, textarea, [data-heading]"));
  },
  validateAll: () => meeting.check().filter((finding) => finding.status === "unmet").length,
  errorsShown: () => inside(".ta-finding").length,
};
