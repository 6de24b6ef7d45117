// What happened when: tables brought in, put in order, joined, downloaded, printed; and five hundred entries.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { file, household, open, turnTo } from "./household.mjs";
import { quiet, ready, recordOf, visit } from "./world.mjs";

const PAGE = "What happened when";
const SCHOOL = "Date;What was it;Remarks\n14/03/2025;Idris ran out of class at noon;Came back by himself\n2 April 2025;Idris won the reading prize;\n;A note without a day;\n";
const HEALTH = "Date,Event,Agency,Source\r\n2025-03-14,\"Idris ran out of class, at noon\",Abergof Health,Nurse’s diary\r\nabout March 2025,Efa began to wake at three,Abergof Health,\r\n2024,Carys was in hospital,Abergof Health,Letter\r\n";

const events = (page) => page.locator(".ta-chronology__item .ta-written:first-of-type").allTextContents();
const whens = (page) => page.locator(".ta-chronology__head > strong").allTextContents();
const table = (text, name) => ({ ...file(text, name), mimeType: "text/csv" });
const focused = (page) => page.evaluate(() => {
  const active = document.activeElement.shadowRoot?.activeElement;
  return active && (active.dataset.heading ?? (active.id || active.textContent));
});

test("tables are seen before they are taken, put in order, joined and downloaded", async (t) => {
  const page = await open(t, "meeting");
  await turnTo(page, PAGE);
  const box = page.locator('[id="file/chronology"]');
  await box.setInputFiles(table(SCHOOL, "school.csv"));
  await page.locator("[data-heading=offer]").waitFor();
  await page.waitForTimeout(100);
  assert.equal(await focused(page), "offer");
  const cells = () => page.locator(".ta-scroll tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  assert.deepEqual((await cells())[0].slice(0, 2), ["14/03/2025", ""], "nothing is guessed from “What was it”");
  assert.equal((await recordOf(page, "#meeting")).chronology, undefined, "nothing is taken yet");
  await page.locator('[id="import/event"]').selectOption({ label: "What was it" });
  await page.locator('[id="import/impact"]').selectOption({ label: "Remarks" });
  await page.getByLabel("Whose chronology it is").selectOption({ label: "Ysgol Nant-y-Gof" });
  assert.deepEqual((await cells())[0], ["14/03/2025", "Idris ran out of class at noon", "", "", "", "Came back by himself"]);
  await page.getByRole("button", { name: "Add these entries" }).click();
  await page.locator("[data-heading=told]", { hasText: "Entries added: 3." }).waitFor();
  await page.waitForTimeout(100);
  assert.equal(await focused(page), "told");

  await box.setInputFiles(table(HEALTH, "health.csv"));
  await page.getByRole("button", { name: "Add these entries" }).click();
  await page.locator("[data-heading=told]", { hasText: "Entries added: 3." }).waitFor();
  assert.deepEqual(await whens(page), ["2024", "about March 2025", "14 March 2025", "14 March 2025", "2 April 2025", "No date"]);
  await box.setInputFiles(table(HEALTH, "health.csv"));
  await page.getByRole("button", { name: "Add these entries" }).click();
  await page.locator("[data-heading=told]", { hasText: "Entries that were here already: 3." }).waitFor();
  assert.equal((await whens(page)).length, 6, "the same table twice adds nothing");

  const alike = page.getByRole("region", { name: "Entries that may be the same event" });
  await alike.getByRole("button", { name: /^Join / }).first().waitFor();
  assert.equal(await alike.getByRole("button", { name: /^Join / }).count(), 1);
  await alike.getByRole("button", { name: /^Join / }).focus();
  await page.keyboard.press("Enter");
  await page.locator("[role=status]", { hasText: "Joined." }).waitFor();
  await page.waitForTimeout(100);
  assert.equal(await focused(page), "decided", "the focus is beside the way back");
  await page.keyboard.press("Enter");
  assert.equal(await alike.count(), 0);
  const joined = (await recordOf(page, "#meeting")).chronology.find((row) => row.agencies?.length === 2);
  assert.deepEqual(joined.agencies.sort(), ["a-2", "a-3"]);
  assert.match(joined.event, /Idris ran out of class at noon[^]*Idris ran out of class, at noon|Idris ran out of class, at noon[^]*Idris ran out of class at noon/);
  const before = await recordOf(page, "#meeting");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("[role=status]", { hasText: "The two are as they were." }).waitFor();
  assert.equal((await recordOf(page, "#meeting")).chronology.length, 6, "joining is taken back");
  assert.equal(await focused(page), "alike");
  await alike.getByRole("button", { name: /^Join / }).press("Enter");
  await page.locator("[role=status]", { hasText: "Joined." }).waitFor();
  assert.deepEqual(await recordOf(page, "#meeting"), before);
  await page.getByRole("button", { name: /^Change the entry of 14 March 2025/ }).click();
  await page.getByLabel("How it affected the child").fill("Tired afterwards");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  const parted = (await recordOf(page, "#meeting")).chronology;
  assert.equal(parted.length, 6);
  assert.ok(parted.some(({ impact }) => impact?.includes("Tired afterwards")), "what was written since stays");
  t.diagnostic(quiet(page));
});

test("an entry whose day is changed finds its place, and the focus stays in it", async (t) => {
  const chronology = [["e-1", "2 March 2025", "First"], ["e-2", "about March 2025", "Second"], ["e-3", "9 May 2025", "Third"]].map(([id, when, event]) => ({ id, when, event }));
  const page = await open(t, "meeting", { record: { ...household(), chronology } });
  await turnTo(page, PAGE);
  assert.deepEqual(await events(page), ["Second", "First", "Third"], "“about March 2025” can begin on 1 March");
  await page.getByRole("button", { name: /^Change the entry of 9 May 2025/ }).click();
  await page.getByLabel("When it happened").fill("1 January 2025");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Once, at New Year: ");
  assert.match(await page.locator('[id="chronology/e-3/event"]').inputValue(), /Once, at New Year: /, "what is typed after Tab arrives");
  await page.getByRole("button", { name: "Done" }).click();
  await page.waitForTimeout(100);
  assert.equal(await focused(page), "chronology/e-3", "the focus goes along to its place");
  assert.deepEqual((await whens(page))[0], "1 January 2025");
  await page.getByRole("button", { name: /^Remove the entry of 1 January/ }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal((await whens(page)).length, 3);
  t.diagnostic(quiet(page));
});

test("a new entry is written where it was added, and goes to its year once it is done", async (t) => {
  const chronology = [["e-1", "2 March 2024", "First"], ["e-2", "about 2025", "Second"], ["e-3", "no idea", "Third"]].map(([id, when, event]) => ({ id, when, event }));
  const page = await open(t, "meeting", { record: { ...household(), chronology } });
  await turnTo(page, PAGE);
  await page.getByRole("button", { name: "Add an event" }).click();
  const line = () => page.locator(".ta-chronology__year").evaluateAll((years) => years.map((year) => [...year.querySelectorAll("h2, h3, li")].map((one) => (one.localName === "li" ? "·" : one.textContent)).join("")));
  assert.match((await line())[0], /^·/, "before the years");
  await page.keyboard.press("Tab");
  await page.keyboard.type("late 2024");
  await page.keyboard.press("Tab");
  await page.keyboard.type("The family moved.");
  await page.getByRole("button", { name: "Done" }).click();
  await page.waitForTimeout(100);
  assert.deepEqual(await line(), ["2024··", "2025·", "No date, or none that could be read·"]);
  assert.deepEqual(await events(page), ["First", "The family moved.", "Second", "Third"]);
  assert.match(await focused(page), /^chronology\/k/);
  t.diagnostic(quiet(page));
});

test("pairs that are kept apart are not offered again, and the focus stays in the form", async (t) => {
  const same = "Police were called to the house at night";
  const chronology = [["e-1", "a-4"], ["e-2", "a-5"]].map(([id, agency]) => ({ id, when: "3 June 2025", event: same, agencies: [agency] }));
  const page = await open(t, "meeting", { record: { ...household(), chronology } });
  await turnTo(page, PAGE);
  await page.getByRole("button", { name: /^Keep both: / }).focus();
  await page.keyboard.press("Enter");
  await page.waitForTimeout(100);
  assert.equal(await focused(page), "decided", "the focus is beside the way back");
  assert.equal(await page.getByText("Entries that may be the same event").count(), 0, "no heading over nothing");
  const kept = await recordOf(page, "#meeting");
  const again = await open(t, "meeting", { record: kept });
  await turnTo(again, PAGE);
  assert.equal(await again.getByRole("button", { name: /^Keep both: / }).count(), 0, "nor another time");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Keep both: / }).waitFor();
  assert.equal(await focused(page), "alike");
  t.diagnostic(quiet(page));
});

test("a table that was brought in by mistake is taken out again, but for what was written since", async (t) => {
  const page = await open(t, "meeting");
  await turnTo(page, PAGE);
  const box = page.locator('[id="file/chronology"]');
  await box.setInputFiles(table(HEALTH, "health.csv"));
  await page.getByRole("button", { name: "Add these entries" }).click();
  const back = page.getByRole("button", { name: "Take out what this file added (3)" });
  await back.waitFor();
  const [{ id }] = (await recordOf(page, "#meeting")).chronology;
  await page.locator(`[data-act=open][data-at="chronology/${id}"]`).click();
  await page.locator(`[id="chronology/${id}/impact"]`).fill("He slept badly.");
  await back.focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-heading=told]", { hasText: "Entries taken out again: 2." }).waitFor();
  await page.locator("[data-heading=told]", { hasText: "something was written in them since: 1." }).waitFor();
  await page.waitForTimeout(100);
  assert.equal(await focused(page), "told");
  assert.equal(await back.count(), 0);
  assert.deepEqual((await recordOf(page, "#meeting")).chronology.map((row) => [row.id, row.impact]), [[id, "He slept badly."]]);
  assert.equal((await events(page)).length + (await page.locator(".ta-row--open").count()), 1);
  t.diagnostic(quiet(page));
});

test("the table that is downloaded runs in no spreadsheet", async (t) => {
  const hostile = ["=HYPERLINK(\"http://x\")", "+44 called", "-2 weeks", "@here", "\t=1+1", "＝1", "plain, with “quotes” and \"marks\""];
  const chronology = hostile.map((event, index) => ({ id: `e-${index}`, when: `${index + 1} May 2025`, event, agencies: ["a-2"] }));
  const page = await open(t, "meeting", { record: { ...household(), chronology } });
  await turnTo(page, PAGE);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download the chronology as a table (CSV)" }).click()]);
  assert.equal(download.suggestedFilename(), "team-around-chronology.csv");
  const text = await readFile(await download.path(), "utf8");
  assert.match(text, /^\ufeffWhen,What happened,Agency,Source,Significance,Impact on the child\r\n/);
  const cells = [...text.matchAll(/(?<=^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?=,|\r\n)/gm)].map(([, quoted, bare]) => (quoted ?? bare).replaceAll('""', '"'));
  assert.equal(cells.length, 6 * (1 + hostile.length));
  assert.deepEqual(cells.filter((cell) => /^[\s]*[=+\-@＝＋－＠]/u.test(cell)), []);
  assert.ok(cells.includes("plain, with “quotes” and \"marks\""));
  t.diagnostic(quiet(page));
});

/** Entries of four agencies, in no order. */
const many = (count) => Array.from({ length: count }, (_, index) => {
  const number = (index * 7919) % count;
  const day = new Date(Date.UTC(2023, 0, 1 + number * 2)).toISOString().slice(0, 10);
  return { id: `e-${index}`, when: day, event: `Entry ${number}: what number ${number} was, ${["gate", "stairs", "clinic", "shop"][index % 4]}${number}`, agencies: [`a-${2 + (index % 4)}`] };
});

/** Milliseconds for each of some keys in an open entry, and for adding one. */
async function cost(page) {
  return page.evaluate(async () => {
    const root = document.getElementById("meeting").shadowRoot;
    const settled = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    root.querySelector("[data-act=add][data-home=chronology]").click();
    await settled();
    const box = root.querySelector('.ta-row--open textarea[id$="/event"]');
    const keys = [];
    for (const letter of "Typed while they are shown") {
      const from = performance.now();
      box.setRangeText(letter, box.value.length, box.value.length, "end");
      box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, data: letter }));
      root.host.offsetHeight;
      keys.push(performance.now() - from);
    }
    const from = performance.now();
    root.querySelector("[data-act=add][data-home=chronology]").click();
    await settled();
    return { key: keys.sort((a, b) => a - b)[keys.length >> 1], add: performance.now() - from, typed: box.value };
  });
}

test("five hundred entries of four agencies are written in like twenty, and printed whole", async (t) => {
  const spent = {};
  for (const count of [20, 500]) {
    const page = await open(t, "meeting", { record: { ...household(), chronology: many(count) } });
    await turnTo(page, PAGE);
    const numbers = (await events(page)).map((text) => Number(/\d+/.exec(text)[0]));
    assert.deepEqual(numbers, [...numbers.keys()], "each in its place");
    assert.equal(numbers.length, count);
    spent[count] = await cost(page);
    const record = await recordOf(page, "#meeting");
    assert.equal(record.chronology[count].event, "Typed while they are shown");
    if (count < 500) continue;
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const printed = await page.evaluate(() => {
      const root = document.getElementById("meeting").shadowRoot;
      const seen = (selector) => [...root.querySelectorAll(selector)].filter((one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }));
      return { entries: seen(".ta-chronology__item .ta-written").length, buttons: seen("button, input[type=file]").map((one) => one.textContent) };
    });
    assert.deepEqual([printed.entries >= 500, printed.buttons], [true, []]);
    assert.ok((await page.pdf()).length > 20_000);
    t.diagnostic(quiet(page));
  }
  const ratio = (what) => `${what} ${spent[20][what].toFixed(2)} ms with 20, ${spent[500][what].toFixed(2)} ms with 500, × ${(spent[500][what] / spent[20][what]).toFixed(1)}`;
  t.diagnostic(`${ratio("key")}; ${ratio("add")}`);
});

test("what is offered for joining says what stands there now, and goes when the two are not alike any more", async (t) => {
  const page = await visit(t, { path: "/pages/meeting.html" });
  const meeting = await ready(page, "team-around-meeting");
  const ran = (id, event, agency) => ({ id, when: "14/03/2025", event, agencies: [agency] });
  const record = {
    agencies: [{ id: "g-1", name: "Ysgol Brynderw" }, { id: "g-2", name: "Abergof Health" }],
    meetings: [{ id: "m-1", kind: "core-group", on: "2026-12-02" }],
    chronology: [ran("e-1", "Efa ran away from school at noon", "g-1"), ran("e-2", "Efa ran away from school, at noon", "g-2"), { id: "e-3", when: "\u05d1\u05d0\u05d1\u05d9\u05d1 2024", event: "A letter came" }],
  };
  await meeting.evaluate((meeting, record) => Object.assign(meeting, { record }), record);
  await turnTo(page, PAGE);
  const sides = () => meeting.locator(".ta-sides p.ta-written").allTextContents();
  assert.deepEqual(await sides(), ["Efa ran away from school at noon", "Efa ran away from school, at noon"]);
  assert.match((await whens(page)).at(-1), /^\u2068\u05d1\u05d0\u05d1\u05d9\u05d1 2024\u2069 \(not read as a date\)$/, "typed words keep their direction to themselves");
  await meeting.locator('[data-act=open][data-at="chronology/e-1"]').click();
  const event = meeting.locator('[id="chronology/e-1/event"]');
  await event.fill("Efa ran away from school at noon, with her coat");
  await meeting.locator(".ta-sides p.ta-written", { hasText: "coat" }).waitFor();
  const join = meeting.getByRole("button", { name: /^Join/ });
  await join.focus();
  await page.waitForTimeout(800);
  assert.ok(await join.evaluate((button) => button.getRootNode().activeElement === button), "nothing is drawn anew where nothing is told otherwise");
  await event.fill("Efa won the reading prize in assembly");
  await meeting.locator(".ta-sides").waitFor({ state: "detached" });
  t.diagnostic(quiet(page));
});

test("an entry that is open when it is joined shows both texts, and what is typed then loses neither", async (t) => {
  const told = ["Idris ran out of class at noon", "Idris ran out of class, at noon, and came back"];
  const chronology = told.map((event, index) => ({ id: `e-${index}`, when: "14 March 2025", event, agencies: [`a-${2 + index}`] }));
  for (const entry of ["e-0", "e-1"]) {
    const page = await open(t, "meeting", { record: { ...household(), chronology } });
    await turnTo(page, PAGE);
    const holds = async (...texts) => {
      const written = (await recordOf(page, "#meeting")).chronology.map(({ event }) => event).join(" | ");
      for (const text of texts) assert.ok(written.includes(text), `${text} in ${written}`);
    };
    await page.locator(`[data-act=open][data-at="chronology/${entry}"]`).click();
    await page.getByRole("button", { name: /^Join / }).press("Enter");
    if (entry === "e-1") await page.locator('[data-act=open][data-at="chronology/e-0"]').click();
    await page.locator('[id="chronology/e-0/event"]').press("Control+End");
    await page.keyboard.type(" Typed.");
    await holds(...told, " Typed.");
    await page.getByRole("button", { name: "Undo" }).press("Enter");
    await holds(...told, " Typed.");
    await page.locator('[id="chronology/e-0/event"]').press("Control+End");
    await page.keyboard.type(" More.");
    await holds(...told, " Typed. More.");
    t.diagnostic(quiet(page));
  }
});
