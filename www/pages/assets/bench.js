// One form with every row open, for side by side measurements: 12 questions about a child and the plan,
// 8 people with 6 questions each, and as many actions with 6 questions each as `?n=` says, all rules live.
// `window.bench` is what a harness holds on to; it looks through the open shadow root.

const PEOPLE = 8;
const count = Number(new URLSearchParams(location.search).get("n")) || 20;
const plan = document.getElementById("plan");

const PROSE =
  "Seen at home and in school; the network agreed what is going well and what has to change before the next review.";
const RELATIONSHIPS = ["mother", "father", "step-parent", "partner-of-parent", "grandparent", "sibling", "other-relative", "carer", "other"];
const STATES = ["not-started", "in-progress"];
const pad = (n) => String(n).padStart(2, "0");

const person = (_, i) => ({
  id: `p-${i + 1}`,
  name: i === 5 ? "" : `Person ${i + 1}`,
  relationship: RELATIONSHIPS[i % RELATIONSHIPS.length],
  interpreter_or_format: ["None", "Large print", "By phone", "Welsh"][i % 4],
  contact: `01632 9600${pad(i)}`,
  safe_times: "School hours",
  in_household: i % 2 === 0 ? "yes" : "no",
});

// Two in five have a mistake: nobody does it, or its day is not there.
const action = (_, i) => ({
  id: `a-${i + 1}`,
  what: `Action ${i + 1}: visit weekly`,
  owner: i % 5 === 4 ? null : `p-${(i % PEOPLE) + 1}`,
  due: i % 5 === 2 ? null : `2027-${pad((i % 12) + 1)}-${pad((i % 28) + 1)}`,
  measure: "Review of records",
  resource: `Outcome ${i + 1}: is safe and settled`,
  status: STATES[i % STATES.length],
});

const record = {
  children: [
    { id: "c-1", name: "Sam Example", preferred_name: "Sam", date_of_birth: "2031-04-05", la_child_id: "9434765919", legal_status: "section-17", ethnicity: "WIRT" },
  ],
  people: Array.from({ length: PEOPLE }, person),
  assessment: { history: PROSE, current_circumstances: PROSE },
  plan: { start: "2026-09-01", why: PROSE, parent_summary: PROSE, actions: Array.from({ length: count }, action) },
  contingency: { trigger: PROSE, action: PROSE },
};

const questions = {
  child: ["name", "preferred_name", "date_of_birth", "la_child_id", "legal_status", "ethnicity"],
  plan: ["why", "parent_summary"],
  assessment: ["history", "current_circumstances"],
  contingency: ["trigger", "action"],
  person: ["name", "relationship", "interpreter_or_format", "contact", "safe_times", "in_household"],
  action: ["what", "owner", "due", "measure", "resource", "status"],
};

const ready = new Promise((resolve) => plan.addEventListener("ta-ready", resolve, { once: true }));

Object.assign(plan, {
  protocol: ["hampshire-cin-2018", "calderdale-meetings-2017", "childrens-commissioner-2024"],
  questions: Object.entries(questions)
    .flatMap(([of, keys]) => keys.map((key) => `${of}.${key}`))
    .concat("children", "people", "plan/actions"),
  record,
});

const inside = (selector) => [...(plan.shadowRoot?.querySelectorAll(selector) ?? [])];
const actionInputs = () => inside('textarea[id^="plan/actions/"][id$="/what"]');

window.bench = {
  ready,
  actionInputs,
  middleActionInput: () => actionInputs()[Math.floor(count / 2)],
  addActionRow: () => inside('button[data-act="add"][data-home="plan/actions"]')[0].click(),
  validateAll: () => plan.check().filter((finding) => finding.status === "unmet").length,
  errorsShown: () => inside(".ta-finding").length,
};
