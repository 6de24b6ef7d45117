// What a minute-taker types while something else happens is all there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open, turnTo } from "./household.mjs";
import { quiet, recordOf } from "./world.mjs";

const SENTENCE = "The father said he would wait outside until somebody calls him.";

/** The box that has the focus, and what is in it. */
const box = (page) =>
  page.evaluate(() => {
    const focused = document.getElementById("meeting").shadowRoot.activeElement;
    return [focused?.localName, focused?.value];
  });

test("a sentence that is typed while the host stores a draft is whole, and said to be newer", async (t) => {
  const page = await open(t, "meeting");
  await page.evaluate(() => {
    globalThis.kept = [];
    document.getElementById("meeting").addEventListener("ta-submit", ({ detail }) => {
      globalThis.kept.push(JSON.parse(detail.text).record.decisions?.[0]?.what ?? "");
      detail.waitUntil(new Promise((resolve) => setTimeout(() => resolve({ id: "R-1" }), 700)));
    });
  });
  await turnTo(page, "Minutes");
  await page.getByRole("button", { name: "Add a decision" }).click();
  await page.keyboard.type("Wait. ");
  await page.evaluate(() => void document.getElementById("meeting").save());
  await page.keyboard.type(SENTENCE, { delay: 25 });
  await page.evaluate(() => void document.getElementById("meeting").save());
  await page.locator("[role=status]", { hasText: "not saved yet" }).waitFor();
  assert.deepEqual(await box(page), ["textarea", `Wait. ${SENTENCE}`]);
  await page.waitForFunction(() => globalThis.kept.length === 2);
  const [first, second] = await page.evaluate(() => globalThis.kept);
  assert.equal(first, "Wait. ");
  assert.equal(second, `Wait. ${SENTENCE}`, "a save that is asked for meanwhile is made afterwards");
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
