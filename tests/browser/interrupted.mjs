// What a minute-taker types while something else happens is all there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { household, open, turnTo } from "./household.mjs";
import { quiet, recordOf } from "./world.mjs";

const SENTENCE = "The father said he would wait outside until somebody calls him.";

/** A report that nothing keeps from being sent. */
const REPORT = { id: "r-1", agency: "a-2", meeting: "m-1", mode: "written" };

/** The box that has the focus, and what is in it. */
const box = (page) =>
  page.evaluate(() => {
    const focused = document.getElementById("meeting").shadowRoot.activeElement;
    return [focused?.localName, focused?.value];
  });

/** The host stores what it is handed only once it is told to. */
const storing = (page, id) =>
  page.evaluate((id) => {
    globalThis.kept = [];
    document.getElementById(id).addEventListener("ta-submit", ({ detail }) => {
      globalThis.kept.push(JSON.parse(detail.text));
      detail.waitUntil(new Promise((resolve) => (globalThis.store = () => resolve({ id: "R-1" }))));
    });
  }, id);
const kept = (page) => page.evaluate(() => globalThis.kept);
const handedOver = (page, count) => page.waitForFunction((count) => globalThis.kept.length === count, count);
const store = (page) => page.evaluate(() => globalThis.store());

test("a sentence that is typed while the host stores a draft is whole, and stored after it", async (t) => {
  const page = await open(t, "meeting");
  await storing(page, "meeting");
  const save = () => page.evaluate(() => void document.getElementById("meeting").save());
  await turnTo(page, "Minutes");
  await page.getByRole("button", { name: "Add a decision" }).click();
  await page.keyboard.type("Wait. ");
  await save();
  await page.keyboard.type(SENTENCE);
  await save();
  assert.equal((await kept(page)).length, 1, "one at a time");
  assert.deepEqual(await box(page), ["textarea", `Wait. ${SENTENCE}`]);
  await store(page);
  await handedOver(page, 2);
  await page.locator("[role=status]", { hasText: "not saved yet" }).waitFor();
  assert.deepEqual((await kept(page)).map(({ record }) => record.decisions[0].what), ["Wait. ", `Wait. ${SENTENCE}`]);
  await store(page);
  await page.locator("[role=status]", { hasText: "not saved yet" }).waitFor({ state: "detached" });
  t.diagnostic(quiet(page));
});

test("a report that is sent while the host stores its draft is sent after it, and once", async (t) => {
  const page = await open(t, "report", { record: { ...household(), reports: [REPORT] }, agency: "a-2", protocol: [] });
  await storing(page, "report");
  await page.evaluate(() => {
    const form = document.getElementById("report");
    for (const hand of ["save", "submit", "save"]) void form[hand]();
  });
  assert.deepEqual((await kept(page)).map(({ kind }) => kind), ["draft"]);
  await store(page);
  await handedOver(page, 2);
  await page.evaluate(() => void document.getElementById("report").submit());
  await store(page);
  await page.waitForTimeout(200);
  assert.deepEqual((await kept(page)).map(({ kind }) => kind), ["draft", "contribution"]);
  t.diagnostic(quiet(page));
});

test("a letter after F2 is awaited only there", async (t) => {
  const page = await open(t, "meeting");
  await turnTo(page, "Minutes");
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await page.getByRole("button", { name: "Add a decision" }).click();
  await page.keyboard.press("F2");
  await page.getByLabel("Why", { exact: true }).first().click();
  await page.keyboard.type("school says so");
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("done");
  const { decisions, dissents, discussion } = await recordOf(page, "#meeting");
  assert.deepEqual(decisions.map(({ reason }) => reason), ["done"]);
  assert.deepEqual([dissents, discussion], [undefined, undefined]);
  t.diagnostic(quiet(page));
});
