// By mouse on the smallest screen that has to work: 320 by 640, which is also 1280 at 400 per cent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPlan, quiet, toTasks } from "./world.mjs";

/** What is wider than the page, each target smaller than 24 by 24, each box that a browser may fill in. */
function measure() {
  const root = document.querySelector("team-around-plan").shadowRoot;
  const boxes = [...root.querySelectorAll("a, button, input, select, textarea, summary")].filter((element) => element.checkVisibility());
  const named = (element) => `${element.localName} “${(element.getAttribute("aria-label") ?? element.textContent ?? element.id).trim().slice(0, 40) || element.id}”`;
  const small = boxes.filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width < 24 || height < 24;
  });
  const filled = boxes.filter((box) => box.matches("input:not([type=radio], [type=checkbox]), textarea, select") && box.autocomplete !== "off");
  const wide = [...root.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5);
  return {
    width: document.scrollingElement.scrollWidth,
    targets: boxes.length,
    small: small.map(named),
    filled: filled.map((box) => box.id),
    wide: wide.map(named).slice(0, 3),
  };
}

test("at 320 pixels nothing scrolls sideways and every target can be met", async (t) => {
  const page = await openPlan(t, "CIN-1042", { viewport: { width: 320, height: 640 } });
  let targets = 0;
  let states = 0;
  const look = async (state) => {
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
  assert.equal(names.length, 14);
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
