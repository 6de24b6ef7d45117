// Every page of the meeting and of the report, with findings, lines, differences and a table on offer:
// looked at by axe, at 320 pixels, in Welsh, and for what a screen reader would call each control.

import assert from "node:assert/strict";
import { test } from "node:test";
import { file, household, open } from "./household.mjs";
import { axe, measure, translated } from "./look.mjs";
import { quiet, said } from "./world.mjs";

const LONG = "Ysgol Gyfun Gymraeg Llanfihangel-y-Creuddyn a’r Cylch (Cymorth Dwys)";
const TABLE = "When,What happened,Agency,Remarks\n14/03/2025,Idris ran out of class,Ysgol,ok\nnot a day,Efa fell,,\n";
const NAMES = {
  en: { check: "Check your answers", finish: "Finish and send", tasks: "Back to task list" },
  cy: { check: "Gwirio eich atebion", finish: "Gorffen ac anfon", tasks: "Yn ôl i’r rhestr dasgau" },
};

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

/** Each state of a document, one after another: its tasks, each page with what is found there, its check page. */
async function eachState(page, name, language, look) {
  const form = page.locator(`#${name}`);
  const words = NAMES[language];
  await form.evaluate((form) => form.check());
  await look("the task list");
  const pages = await page.locator(".govuk-task-list__link").allTextContents();
  for (const title of pages) {
    await page.getByRole("button", { name: title, exact: true }).click();
    await look(title);
    const offer = page.locator('[id="file/chronology"]');
    if (await offer.count()) {
      await offer.setInputFiles({ ...file(TABLE, "table.csv"), mimeType: "text/csv" });
      await page.locator("[data-heading=offer]").waitFor();
      await look(`${title}: a table on offer`);
      await page.locator(".ta-chronology [data-act=open]").first().click();
      await look(`${title}: an open entry`);
    }
    const minutes = page.locator(".ta-shortcuts button");
    if (await minutes.count()) {
      await minutes.click();
      for (const add of await page.locator("[data-act=add]").all()) await add.click();
      await form.evaluate((form) => form.check());
      await look(`${title}: with shortcuts and new lines`);
    } else for (const list of await page.locator(".ta-list").all()) {
      const row = list.locator("[data-act=open], [data-act=add]").first();
      if (!(await row.isVisible().catch(() => false))) continue;
      await row.click();
      await form.evaluate((form) => form.check());
      await look(`${title}: an open row`);
    }
    await page.getByRole("button", { name: words.tasks }).first().click();
  }
  await page.getByRole("button", { name: words.check }).click();
  await look("the check page");
  await page.getByRole("button", { name: words.finish }).click();
  await look("the errors");
  return pages;
}

/** Controls without a name that a screen reader could say, and names that two radio groups or lines share within one. */
function nameless(id) {
  const root = document.getElementById(id).shadowRoot;
  const name = (one) => one.getAttribute("aria-label") ?? ([...(one.labels ?? [])].map((label) => label.textContent).join(" ") || one.textContent);
  const stops = [...root.querySelectorAll("a, button, input, select, textarea, [tabindex]")].filter((one) => one.checkVisibility());
  const described = stops.flatMap((one) => (one.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !root.getElementById(id)));
  return { stops: stops.length, bare: stops.filter((one) => !name(one)?.trim()).map((one) => one.outerHTML.slice(0, 120)), described };
}

/** What each state is asked. The slow question, axe, is asked once in each language. */
async function looked(t, name, language, size) {
  const attributes = { lang: language, ...(name === "report" ? { agency: "a-2", meeting: "m-1" } : {}) };
  const page = await open(t, name, { record: recorded(), attributes, viewport: size });
  const small = size.width === 320;
  const [wrong, seen] = [{}, new Set()];
  let [states, stops] = [0, 0];
  const look = async (state) => {
    states += 1;
    const found = [];
    const names = await page.evaluate(nameless, name);
    stops += names.stops;
    if (names.bare.length || names.described.length) found.push(names);
    (await said(page.locator(`#${name}`))).forEach((text) => seen.add(text));
    if (small) {
      const { width, small, wide, filled } = await page.evaluate(measure, `#${name}`);
      if (width > 320 || small.length || wide.length || filled.length) found.push({ width, small, wide, filled });
    } else {
      const { told, inside } = await axe(page);
      assert.ok(inside, `${state}: axe looked inside`);
      found.push(...told);
    }
    if (found.length) wrong[state] = found;
  };
  const pages = await eachState(page, name, language, look);
  assert.equal(pages.length, name === "meeting" ? 17 : 6);
  assert.deepEqual(wrong, {});
  const bare = [...seen].filter((text) => /^[a-z_-]+(\.[a-z_-]+)+$/.test(text));
  assert.deepEqual(bare, [], "keys that have no words");
  if (language === "cy") {
    const english = await translated();
    assert.deepEqual([...seen].filter((text) => english.has(text)), []);
  }
  t.diagnostic(`${states} states, ${stops} stops with a name, ${seen.size} texts; ${quiet(page)}`);
}

for (const name of ["meeting", "report"])
  for (const language of ["en", "cy"])
    for (const size of [{ width: 1280, height: 900 }, { width: 320, height: 640 }])
      test(`the ${name} in ${language === "en" ? "English" : "Welsh"} at ${size.width} pixels: every page and state`, (t) => looked(t, name, language, size));
