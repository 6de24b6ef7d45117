// What is typed is what is kept: each key, each pasted page, each undo.

import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, openPlan, quiet, recordOf } from "./world.mjs";

/** Every write of a value by a script, as [id, whether the box had the focus]. */
function watchWrites() {
  globalThis.written = [];
  for (const kind of [HTMLInputElement, HTMLTextAreaElement]) {
    const { get, set } = Object.getOwnPropertyDescriptor(kind.prototype, "value");
    Object.defineProperty(kind.prototype, "value", {
      get,
      set(value) {
        globalThis.written.push(this.id);
        set.call(this, value);
      },
    });
  }
}

test("keys, paste and undo are kept as they come, and nothing is written back", async (t) => {
  const page = await openPlan(t, "CIN-1042", { prepare: (page) => page.addInitScript(watchWrites) });
  await goTo(page, "Assessment and analysis");
  const box = page.locator('[id="assessment/analysis"]');
  const kept = async () => (await recordOf(page)).assessment.analysis;
  const hundred = "Mam’s café – naïve “quotes” 👩‍👩‍👧 ffôl tŷ\n".repeat(2500);
  assert.ok(hundred.length > 100_000);

  await box.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("👨‍👩‍👧‍👦 Tŷ ŵyn");
  await page.keyboard.type(" é");
  assert.equal(await kept(), "👨‍👩‍👧‍👦 Tŷ ŵyn é");

  const session = await page.context().newCDPSession(page);
  for (const text of ["に", "にほ", "にほん"]) await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await session.send("Input.insertText", { text: "日本" });
  assert.equal(await kept(), "👨‍👩‍👧‍👦 Tŷ ŵyn é日本", "composed in three steps");
  await page.keyboard.press("Control+Z");
  await page.waitForTimeout(400);
  const undone = await box.inputValue();
  assert.ok(!undone.includes("日本"), "the browser’s own undo works");
  assert.equal(await kept(), undone);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), hundred);
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+V");
  await page.waitForTimeout(600);
  assert.equal((await kept()).length, undone.length + hundred.length);
  assert.equal(await kept(), await box.inputValue());
  await page.keyboard.press("Control+Z");
  await page.waitForTimeout(400);
  assert.equal(await box.inputValue(), undone);
  assert.equal(await kept(), undone);
  assert.deepEqual(await page.evaluate(() => globalThis.written), [], "no script writes into a box");
  t.diagnostic(`${hundred.length} characters pasted and undone; ${quiet(page)}`);
});

test("findings come and go while the caret and the selection stay where they are", async (t) => {
  const page = await openPlan(t, "CIN-1042", { prepare: (page) => page.addInitScript(watchWrites) });
  await goTo(page, "Needs, outcomes and actions");
  await page.locator('[data-act=open][data-at="plan/actions/t-1"]').click();
  const what = page.locator('[id="plan/actions/t-1/what"]');
  const found = page.locator('[id="plan/actions/t-1/what/found"] .ta-finding');
  await what.fill("Monitor the house.");
  await what.blur();
  await found.first().waitFor();
  await what.focus();
  await what.evaluate((box) => box.setSelectionRange(8, 8));
  await page.keyboard.type("and check ", { delay: 20 });
  await page.waitForTimeout(500);
  const caret = () => what.evaluate((box) => [box.selectionStart, box.selectionEnd, box.getRootNode().activeElement === box]);
  assert.deepEqual(await caret(), [18, 18, true]);
  await what.evaluate((box) => box.setSelectionRange(0, 7));
  await page.keyboard.type("Fit a gate in");
  await page.waitForTimeout(600);
  assert.equal((await recordOf(page)).plan.actions[0].what, "Fit a gate in and check the house.");
  assert.deepEqual(await caret(), [13, 13, true]);
  assert.equal(await found.count(), 0, "what was put right is no longer said");
  assert.deepEqual(await page.evaluate(() => globalThis.written), []);

  const filled = await page.locator("team-around-plan").evaluate((element) => [...element.shadowRoot.querySelectorAll("input:not([type=radio], [type=checkbox]), textarea, select")].filter((box) => box.autocomplete !== "off" && !box.closest(".ta-passphrase")).map((box) => box.id));
  assert.deepEqual(filled, [], "no browser fills in a child’s details");
  t.diagnostic(quiet(page));
});

test("a row that was removed comes back as it was", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  const before = await recordOf(page);
  await goTo(page, "Needs, outcomes and actions");
  await page.locator('[data-act=remove][data-at="plan/actions/t-2"]').click();
  assert.equal((await recordOf(page)).plan.actions.length, before.plan.actions.length - 1);
  await page.locator("[role=status]", { hasText: "Removed: Treat the mould" }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  assert.deepEqual(await recordOf(page), before);
  t.diagnostic(quiet(page));
});
