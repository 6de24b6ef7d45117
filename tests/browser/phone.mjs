// By mouse on the smallest screen that has to work: 320 by 640, which is also 1280 at 400 per cent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { measure } from "./look.mjs";
import { openPlan, quiet, toTasks } from "./world.mjs";

test("at 320 pixels nothing scrolls sideways and every target can be met", async (t) => {
  const page = await openPlan(t, "CIN-1042", { viewport: { width: 320, height: 640 } });
  let targets = 0;
  let states = 0;
  const look = async (state) => {
    // A card has its size once it was drawn, and not before.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    const seen = await page.evaluate(measure);
    assert.deepEqual(
      { state, width: seen.width <= 320, small: seen.small, wide: seen.wide, filled: seen.filled },
      { state, width: true, small: [], wide: [], filled: [] },
    );
    targets += seen.targets;
    states += 1;
  };
  await look("the task list");
  const names = await page.locator(".govuk-task-list__link").allTextContents();
  assert.equal(names.length, 15);
  assert.equal(new Set(names).size, names.length, "each page has a name of its own");
  for (const name of names) {
    await toTasks(page);
    await page.getByRole("button", { name, exact: true }).click();
    await look(name);
    const lists = page.locator(".ta-list");
    for (let index = 0; index < (await lists.count()); index += 1) {
      const open = lists.nth(index).locator("[data-act=open], [data-act=add]").first();
      if (!(await open.isVisible().catch(() => false))) continue;
      await open.click();
      await look(`${name}, an open row of list ${index + 1}`);
    }
  }
  await toTasks(page);
  await page.getByRole("button", { name: "Check your answers" }).click();
  await look("the check page");
  await page.getByRole("button", { name: "Set aside this rule" }).first().click();
  await page.getByRole("button", { name: "Why we ask" }).first().click();
  await look("a rule that is being set aside");
  await page.getByRole("button", { name: "Finish and send" }).click();
  await look("the errors");
  await page.locator(".ta-error-link").first().click();
  await look("an answer in error");
  t.diagnostic(`${states} states, ${targets} targets; ${quiet(page)}`);
});
