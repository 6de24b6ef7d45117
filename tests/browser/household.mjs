// An invented family with the people around it, and the elements for its meeting and its reports.

import { TODAY, visit } from "./world.mjs";

const PACKS = ["hampshire-cin-2018", "calderdale-meetings-2017"];
export const CHAIR = { id: "u-1", name: "Bronwen Ashdown", role: "Team manager", agency: "Plant Abergof" };

/** The family, in the order in which a meeting lists them. */
export const FAMILY = ["Carys Dychmygol", "Tomasz Dychmygol", "Nan Dychmygol", "Huw Dychmygol"];
/** Who works with them: name, role, agency. */
export const GROUP = [
  ["Bronwen Ashdown", "team-manager", "a-1"], ["Ivo Marlowe", "social-worker", "a-1"],
  ["Sunita Fernhill", "family-support-worker", "a-1"], ["Gwenda Morfa", "teacher", "a-2"],
  ["Peredur Stone", "teacher", "a-2"], ["Olwen Brightwater", "school-nurse", "a-3"],
  ["Kofi Larkrise", "health-visitor", "a-3"], ["Mabli Thorne", "gp", "a-3"],
  ["Dewi Underhill", "police-officer", "a-4"], ["Rhoswen Field", "housing-officer", "a-5"],
  ["Emrys Quill", "mental-health-worker", "a-6"], ["Zofia Hazel", "youth-worker", "a-7"],
  ["Taliesin Reed", "early-help-worker", "a-7"], ["Anwen Slate", "advocate", "a-8"],
  ["Luned Barrow", "other", "a-8"], ["Osian Fallow", "social-worker", "a-1"],
];
const AGENCIES = [
  ["Plant Abergof", "childrens-services"], ["Ysgol Nant-y-Gof", "education"], ["Abergof Health", "health"],
  ["Abergof Police", "police"], ["Tai Abergof", "housing"], ["Abergof Minds", "mental-health"],
  ["Abergof Early Help", "early-help"], ["Llais Abergof", "voluntary"],
];
const LONG = "Ysgol Gyfun Gymraeg Llanfihangel-y-Creuddyn a’r Cylch (Cymorth Dwys)";
/** A table that an agency might keep, with a column too many. */
export const TABLE = "Date of entry,Incident,Organisation,Remarks\n14/03/2025,Idris ran out of class,Ysgol,ok\nnot a day,Efa fell,,\n";
const OUTCOMES = ["Efa sleeps in her own bed all night.", "Idris is at school by nine.", "Carys has one evening a week off."];

const rows = (prefix, list, row) => list.map((one, index) => ({ id: `${prefix}-${index + 1}`, ...row(one, index) }));

/** A plan with 20 adults, 2 children, 3 outcomes and one meeting, which is today. */
export function household() {
  return {
    document: { reference: "CIN-7001", kind: "cin_plan" },
    children: [
      { id: "c-1", name: "Efa Dychmygol", date_of_birth: "2019-06-01" },
      { id: "c-2", name: "Idris Dychmygol", date_of_birth: "2016-11-20" },
    ],
    people: rows("p", FAMILY, (name) => ({ name, relationship: "other" })),
    agencies: rows("a", AGENCIES, ([name, kind]) => ({ name, kind })),
    professionals: rows("w", GROUP, ([name, role, agency]) => ({ name, role, agency })),
    plan: {
      start: "2026-02-02",
      needs: rows("n", ["Efa needs sleep.", "Idris needs to learn.", "Carys needs rest."], (what) => ({ what })),
      outcomes: rows("o", OUTCOMES, (what, index) => ({ what, need: `n-${index + 1}`, status: "some-progress" })),
      actions: [
        { id: "t-1", what: "Ask for a hearing test.", outcome: "o-1", owner: "w-6", due: "2026-02-20", status: "in-progress" },
        { id: "t-2", what: "Write the morning plan.", outcome: "o-2", owner: "w-4", due: "2026-02-13", status: "done" },
      ],
    },
    meetings: [{ id: "m-1", kind: "cin-review", sequence: 2, status: "planned", on: TODAY, chair: "w-1", recorder: "w-3" }],
    agenda: [{ id: "g-1", what: "Mornings", meeting: "m-1", led_by: "w-4" }],
  };
}

/** The household at its meeting: something in every list, some of it wrong, some of it undecided. */
export function recorded() {
  const own = { meeting: "m-1" };
  const record = household();
  record.agencies[1].name = LONG;
  record.meetings[0] = { ...record.meetings[0], status: "held", quorate: "no", venue_accessible: "no", agenda_in_advance: "yes", help_to_attend: "offered", next_set_in_meeting: "no", next_on: "2026-02-30" };
  return {
    ...record,
    attendance: [...record.people, ...record.professionals].slice(0, 6).map(({ id }, index) => ({ id: `x-${index}`, person: id, invited: index ? "whole" : "unsafe", attended: ["present", "apologies", "no-show"][index % 3], ...own, ...(index > 2 && { carried_from: "m-0" }) })),
    children_at_meetings: record.children.map(({ id }, index) => ({ id: `y-${index}`, child: id, invited: "no", attended: "no-show", needs_support: "yes", absence: "other", ...own })),
    exclusions: [{ id: "z-1", agency: "a-4", ...own }],
    discussion: ["worried", "working-well", "harm", undefined].map((heading, index) => ({ id: `d-${index}`, said: `Point ${index} about the mornings`, heading, ...own })),
    decisions: [{ id: "b-1", what: "The plan goes on.", reflects: "no", dissent: "yes", tell_child_on: "soon", ...own }],
    dissents: [{ id: "s-1", agency: "a-2", decision: "b-1", ...own }],
    escalations: [{ id: "l-1", issue: "Nobody came from housing.", about: "no-show", ...own }],
    progress: [{ id: "j-1", outcome: "o-1", status: "worse", ...own }],
    reports: [{ id: "r-1", agency: "a-2", mode: "verbal", knowledge: ["education", "health", "mental-health", "substance-misuse", "housing", "other"], shared_with_family: "done", ...own }],
    reported_progress: [{ id: "i-1", outcome: "o-1", status: "worse", report: "r-1" }, { id: "i-2", report: "r-1" }],
    contributions: [{ id: "h-1", agency: "a-2", by: "Gwenda Morfa", role: "Head of year", made_on: "2026-03-01", hash: "00", ...own }],
    differences: [["worries", "No breakfast."], ["shared_on", "2026-02-01"]].map(([key, theirs], index) => ({ id: `f-${index}`, place: `reports/r-1/${key}`, ours: "", theirs, by: "Gwenda Morfa", role: "Head of year", agency: "a-2", made_on: "2026-03-01", ...(index && { decision: "ours", decided_by: "Bronwen Ashdown" }) })),
    chronology: ["a-2", "a-3"].map((agency, index) => ({ id: `e-${index}`, when: "about March 2025", event: "Idris ran out of class at noon", agencies: [agency], significance: "negative", impact: "He cried." })),
    feedback: [{ id: "q-1", from: "child", ...own }],
  };
}

/** Puts an element for one document of the planning file on the page, the way a host’s script does. */
export async function stand(page, name, settings = {}, attributes = {}) {
  await page.evaluate(
    ([name, settings, attributes, id]) => {
      document.getElementById(id)?.remove();
      const form = document.createElement(name);
      for (const [attribute, value] of Object.entries({ id, lang: "en", ...attributes })) form.setAttribute(attribute, value);
      globalThis.stands = false;
      form.addEventListener("ta-ready", () => (globalThis.stands = true), { once: true });
      document.querySelector("main").append(Object.assign(form, settings));
    },
    [`team-around-${name}`, { protocol: PACKS, today: TODAY, user: CHAIR, ...settings }, attributes, name],
  );
  // Asked for again and again: where much is cleared away, the browser's driver may forget a promise it waits for.
  await page.waitForFunction(() => globalThis.stands);
  return page.locator(`#${name}`);
}

/** A page with one element on it. */
export async function open(t, name, { record = household(), attributes, user = CHAIR, ...settings } = {}) {
  const page = await visit(t, settings);
  await page.evaluate(() => document.querySelector("team-around-plan").remove());
  await stand(page, name, { record, user }, attributes);
  return page;
}

/** Goes to a page of the task list by its name. */
export async function turnTo(page, name) {
  const back = page.locator(".govuk-back-link");
  if (await back.count()) await back.first().click();
  await page.getByRole("button", { name, exact: true }).click();
  await page.locator("[data-heading=page]", { hasText: name }).waitFor();
}

/** A file as a person would choose it. */
export const file = (text, name = "report.json") => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
