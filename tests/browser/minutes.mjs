// A whole meeting written down by keyboard alone, in the time it takes to say it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FAMILY, GROUP, household, open, turnTo } from "./household.mjs";
import { Keys } from "./keys.mjs";
import { quiet, ready, recordOf, visit } from "./world.mjs";

const PROFESSIONALS = GROUP.map(([name]) => name);

/** Who came, as the minute-taker heard it. */
const CAME = {
  "Carys Dychmygol": "Here", "Tomasz Dychmygol": "For part", "Nan Dychmygol": "Apologies", "Huw Dychmygol": "Absent, no word",
  "Dewi Underhill": "Absent, no word", "Mabli Thorne": "Apologies", "Kofi Larkrise": "For part",
  "Efa Dychmygol": "Apologies", "Idris Dychmygol": "For part",
};
const CODES = { Here: "present", "For part": "in-part", Apologies: "apologies", "Absent, no word": "no-show" };
const BRIEFED = ["Ivo Marlowe", "Gwenda Morfa", "Olwen Brightwater"];

const DECISIONS = [
  "Efa’s bedtime stays at seven.", "Idris walks with Huw on Mondays.", "The school keeps one place in the breakfast club.",
  "Carys has Thursday evenings free.", "The hearing test is asked for again.", "No more than two visits a week.",
  "Letters go to Nan’s house.", "The plan goes on.",
];
const ACTIONS = [
  ["Ring the hearing clinic.", "Olwen Brightwater", [9, 3, 2026]], ["Write to the breakfast club.", "Gwenda Morfa", [6, 3, 2026]],
  ["Draw the bedtime plan with Efa.", "Sunita Fernhill", [13, 3, 2026]], ["Walk the way to school with Idris.", "Taliesin Reed", [4, 3, 2026]],
  ["Ask the landlord about the heating.", "Rhoswen Field", [20, 3, 2026]], ["Change the address for letters.", "Ivo Marlowe", [5, 3, 2026]],
];
const NOTES = [
  "Efa wakes at three, four nights of seven.", "Idris was late nine times.", "Nan has them on Sundays; they come back rested.",
  "Carys sleeps since the tablets changed.", "Nobody knows what Huw can offer.", "The club opens at eight.",
];
const DISSENTS = [["Abergof Police", "Two visits are too few while the back door does not lock."], ["Llais Abergof", "Idris asked for three mornings, not one."]];

const iso = ([day, month, year]) => `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** Hears each key: whether the focus is lost after it, and whether anything like a dialog is there. */
function watch() {
  globalThis.lost = [];
  globalThis.dialogs = [];
  addEventListener("keyup", ({ key }) => setTimeout(() => {
    const host = document.activeElement;
    if (!host?.shadowRoot?.activeElement) globalThis.lost.push(`${key}: ${host?.localName}`);
    const found = document.getElementById("meeting").shadowRoot.querySelector("dialog, [popover], [role=dialog], [role=alertdialog], [aria-modal]");
    if (found) globalThis.dialogs.push(found.outerHTML.slice(0, 80));
  }), true);
}

/** The box that has the focus: its id, what is in it, and whether anything covers it. */
const box = (page) =>
  page.evaluate(() => {
    const root = document.getElementById("meeting").shadowRoot;
    const box = root.activeElement;
    const { left, top, width, height } = box.getBoundingClientRect();
    const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.8, 0.8]];
    const covered = points.filter(([x, y]) => root.elementFromPoint(left + x * width, top + y * height) !== box);
    return { id: box.id, value: box.value, covered: covered.length };
  });

test("what earlier meetings had does not make one form of a short page", async (t) => {
  const page = await visit(t, { path: "/pages/meeting.html" });
  const meeting = await ready(page, "team-around-meeting");
  const came = (meeting, i) => ({ id: `at-${meeting}-${i}`, meeting, person: "p-1", attended: "present" });
  const record = {
    agencies: [{ id: "g-1", name: "Ysgol Brynderw" }],
    professionals: [{ id: "p-1", name: "Idris Dychmygol", role: "teacher", agency: "g-1" }],
    meetings: [{ id: "m-1", kind: "core-group", on: "2026-10-02" }, { id: "m-2", kind: "core-group", on: "2026-12-02" }],
    attendance: [...Array.from({ length: 90 }, (_, i) => came("m-1", i)), came("m-2", 0)],
  };
  const forms = () => meeting.evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll("form").length);
  for (const [own, one] of [["m-2", false], ["m-1", true]]) {
    await meeting.evaluate((element, [record, own]) => Object.assign(element, { record, meeting: own }), [record, own]);
    await meeting.getByRole("button", { name: "Minutes", exact: true }).click();
    await meeting.locator(".ta-minutes").waitFor();
    assert.equal((await forms()) === 1, one, `${await forms()} forms in the minutes of ${own}`);
  }
  t.diagnostic(quiet(page));
});

/** F2 and a letter: the new line’s first box, empty, with the focus and nothing over it. */
async function added(page, keys, letter, home, key) {
  await keys.press("F2", letter);
  await page.waitForTimeout(30);
  const here = await box(page);
  assert.match(here.id, new RegExp(`^${home}/[^/]+/${key}$`), `F2 ${letter}`);
  assert.deepEqual([here.value, here.covered], ["", 0], here.id);
  return here.id;
}

/** Every adult’s and child’s answer, in the order of the lines; a professional’s first tick too where it is wanted. */
async function attendance(page, keys) {
  const seen = [];
  while (seen.length < 22) {
    const stop = await keys.to(/^(Here|Briefed)$/, { tag: "input" });
    const name = await page.evaluate(() => globalThis.lastStop.element.closest(".ta-line").querySelector(".ta-line__name").textContent);
    if (stop.name === "Briefed") {
      if (BRIEFED.includes(name)) await keys.press("Space");
      continue;
    }
    seen.push(name);
    await keys.press("Space");
    for (let count = 0; (await keys.here()).name !== (CAME[name] ?? "Here"); count += 1) {
      assert.ok(count < 4, `${CAME[name]} is among the answers for ${name}`);
      await keys.press("ArrowDown");
    }
  }
  return seen;
}

test("a meeting of 22 people is minuted by keyboard alone", async (t) => {
  const page = await open(t, "meeting");
  page.on("dialog", (dialog) => assert.fail(`a dialog of the browser’s: ${dialog.message()}`));
  await page.evaluate(watch);
  const keys = new Keys(page);
  await keys.push("Minutes");
  assert.equal((await keys.here()).heading, "page");

  const count = (home) => recordOf(page, "#meeting").then((record) => record[home]?.length ?? 0);
  await keys.to("Keyboard shortcuts");
  await keys.press("F2", "d", "F2", "n");
  assert.deepEqual([await count("decisions"), await count("discussion")], [0, 0], "off until they are switched on");
  await keys.press("Space");
  assert.equal(await page.locator(".ta-shortcuts [aria-pressed]").getAttribute("aria-pressed"), "true");
  assert.match(await page.locator(".ta-shortcuts").innerText(), /F2\s+D\s+Add a decision/);

  await keys.pick("Did the meeting take place?", "Held");
  const order = await attendance(page, keys);
  assert.deepEqual(order, [...FAMILY, ...PROFESSIONALS, "Efa Dychmygol", "Idris Dychmygol"], "each person once, in this order");

  for (const note of NOTES) {
    await added(page, keys, "n", "discussion", "said");
    await page.keyboard.type(note);
  }
  for (const what of DECISIONS) {
    const id = await added(page, keys, "d", "decisions", "what");
    const line = await page.locator(`[id="${id}"]`).evaluate((box) => box.closest(".ta-line").getAttribute("aria-label"));
    assert.match(line, /^Decision \d$/, "an empty line is not called by the meeting it hangs on");
    await page.keyboard.type(what);
    assert.equal(await page.locator(`[id="${id}"]`).inputValue(), what, "letters that shortcuts have are plain text");
  }
  for (const [what, owner, due] of ACTIONS) {
    await added(page, keys, "a", "plan/actions", "what");
    await page.keyboard.type(what);
    await keys.choose("Who will do it", owner);
    await keys.day("Date it will be done by", ...due);
  }
  for (const [agency, reason] of DISSENTS) {
    await added(page, keys, "s", "dissents", "agency");
    await page.keyboard.type(agency.slice(0, 12));
    await keys.write("Why they disagreed", reason);
  }
  await keys.press("F2", "x");
  await page.locator("[role=status]", { hasText: "No shortcut has that letter" }).waitFor();

  const strip = page.locator(".ta-strip");
  const before = await strip.innerText();
  await keys.day("Date of the next meeting", 13, 4, 2026);
  await keys.pick("Was that date set in this meeting?", "No");
  await keys.write("Why no date could be set", "The hall is not known yet.");
  // Ten working days lie between: 26, 27, 30, 31 March, 1, 2, 7, 8, 9 and 10 April; 3 and 6 are holidays.
  await page.waitForFunction(() => /Give notice of the next meeting by\s*Wed 25 Mar 2026/.test(document.getElementById("meeting").shadowRoot.querySelector(".ta-strip").innerText));
  assert.doesNotMatch(before, /notice/);

  const told = { lost: await page.evaluate(() => globalThis.lost), dialogs: await page.evaluate(() => globalThis.dialogs) };
  assert.deepEqual(told, { lost: [], dialogs: [] });
  same(await recordOf(page, "#meeting"));
  t.diagnostic(keys.told());
  t.diagnostic(quiet(page));
});

/** The record holds what was heard, and nothing else of these lists. */
function same(record) {
  const bare = (row, ...keys) => Object.fromEntries(keys.filter((key) => row[key] !== undefined).map((key) => [key, row[key]]));
  const id = (list, name) => list.find((row) => row.name === name).id;
  const came = (name) => CODES[CAME[name] ?? "Here"];
  const own = { meeting: "m-1" };
  const adult = (list) => (name) => ({ person: id(list, name), attended: came(name), ...(BRIEFED.includes(name) && { briefed: "yes" }), ...own });
  const without = ({ id, ...row }) => row;
  assert.deepEqual(record.attendance.map(without), [...FAMILY.map(adult(record.people)), ...PROFESSIONALS.map(adult(record.professionals))]);
  assert.deepEqual(record.children_at_meetings.map(without), ["Efa Dychmygol", "Idris Dychmygol"].map((name) => ({ child: id(record.children, name), attended: came(name), ...own })));
  assert.deepEqual(record.discussion.map(without), NOTES.map((said) => ({ said, ...own })));
  assert.deepEqual(record.decisions.map(without), DECISIONS.map((what) => ({ what, ...own })));
  assert.deepEqual(record.dissents.map(without), DISSENTS.map(([agency, reason]) => ({ agency: id(record.agencies, agency), reason, ...own })));
  const actions = ACTIONS.map(([what, owner, due]) => ({ what, owner: id(record.professionals, owner), due: iso(due), agreed_at: "m-1" }));
  assert.deepEqual(record.plan.actions.filter((row) => row.agreed_at).map(without), actions);
  const meeting = record.meetings.find((row) => row.id === "m-1");
  const asked = bare(meeting, "status", "next_on", "next_set_in_meeting", "next_not_set_reason");
  assert.deepEqual(asked, { status: "held", next_on: "2026-04-13", next_set_in_meeting: "no", next_not_set_reason: "The hall is not known yet." });
  assert.equal(record.meetings.length, 1);
  assert.ok(22 + DECISIONS.length + ACTIONS.length + NOTES.length + DISSENTS.length >= 40);
}

test("a line that a shortcut adds is seen with its label, from wherever it was asked for", async (t) => {
  for (const viewport of [{ width: 1280, height: 720 }, { width: 320, height: 640 }]) {
    const page = await open(t, "meeting", { viewport });
    const keys = new Keys(page);
    await keys.push("Minutes");
    await keys.to("Keyboard shortcuts");
    await keys.press("Space");
    for (const letter of ["d", "s", "n", "a"]) {
      await page.evaluate(() => scrollTo(0, 0));
      await keys.press("F2", letter);
      await page.waitForTimeout(400);
      const [top, bottom] = await page.evaluate(() => {
        const box = document.getElementById("meeting").shadowRoot.activeElement;
        return [box.labels[0].getBoundingClientRect().top, box.getBoundingClientRect().bottom];
      });
      assert.ok(top >= 0 && bottom <= viewport.height, `F2 ${letter}: from ${top} to ${bottom} of ${viewport.height}`);
    }
    t.diagnostic(quiet(page));
  }
});

test("minutes on paper show every line of what was written", async (t) => {
  const long = Array.from({ length: 60 }, (_, at) => `Sentence ${at} of a long decision.`).join(" ");
  const decisions = Array.from({ length: 30 }, (_, at) => ({ id: `d-${at}`, meeting: "m-1", what: at % 2 ? "Short" : long, reason: long }));
  const page = await open(t, "meeting", { record: { ...household(), decisions } });
  await turnTo(page, "Minutes");
  await page.emulateMedia({ media: "print" });
  const boxes = () => page.locator("#meeting textarea").evaluateAll((all) => all.map((box) => [box.clientHeight, box.scrollHeight, box.checkVisibility({ contentVisibilityAuto: true })]));
  const seen = (await boxes()).filter(([high]) => high);
  assert.ok(seen.length >= 60);
  assert.deepEqual(seen.filter(([high, needs, isDrawn]) => high + 1 < needs || !isDrawn), [], "nothing is cut off or left out");
  t.diagnostic(quiet(page));
});
