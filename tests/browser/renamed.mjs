// A row that is renamed, moved, taken out or put back is called so wherever its name stands, at once, and counts what
// is open in it. Only the rows concerned are woken for that.

import assert from "node:assert/strict";
import { test } from "node:test";
import { household } from "./household.mjs";
import { goTo, quiet, ready, visit } from "./world.mjs";

const GROUP = "Agencies and professionals";

/** A plan’s page of agencies and professionals, with two agencies that nobody has named. */
async function opened(t) {
  const page = await visit(t);
  await ready(page);
  const record = household();
  record.agencies.push({ id: "a-9" }, { id: "a-10" });
  await page.locator("team-around-plan").evaluate((plan, record) => Object.assign(plan, { protocol: ["hampshire-cin-2018"], record }), record);
  await page.locator(".govuk-task-list").first().waitFor();
  return page;
}

const row = (page, place) => page.locator(`[id="${place}"]`);
const text = (page, place, within) => row(page, place).locator(within).first().textContent();
const title = (page, place) => text(page, place, ".ta-row__title");
const press = (page, place, act) => row(page, place).locator(`[data-act=${act}]`).click();

test("an agency that is renamed is called so on its own card and on those of its professionals", async (t) => {
  const page = await opened(t);
  await goTo(page, GROUP);
  assert.match(await row(page, "professionals/w-4").textContent(), /Ysgol Nant-y-Gof/);
  await press(page, "agencies/a-2", "open");
  await page.locator('[id="agencies/a-2/name"]').fill("Ysgol Bryn Gwyn");
  await press(page, "agencies/a-2", "close");
  assert.equal(await title(page, "agencies/a-2"), "Ysgol Bryn Gwyn");
  const said = row(page, "professionals/w-4");
  await said.filter({ hasText: "Ysgol Bryn Gwyn" }).waitFor();
  assert.doesNotMatch(await said.textContent(), /Nant-y-Gof/);
  // Another agency’s professional says what it said.
  assert.match(await row(page, "professionals/w-6").textContent(), /Abergof Health/);
  assert.equal(await row(page, "agencies/a-2").locator("[data-act=open]").getAttribute("aria-label"), "Change Ysgol Bryn Gwyn");
  t.diagnostic(quiet(page));
});

test("rows that nobody named are counted as they stand: taken out, put back and moved", async (t) => {
  const page = await opened(t);
  await goTo(page, GROUP);
  const [nine, ten] = ["agencies/a-9", "agencies/a-10"];
  const numbers = async () => [await title(page, nine), await title(page, ten)].map((name) => Number(/\d+$/.exec(name)?.[0]));
  assert.deepEqual(await numbers(), [9, 10]);
  await press(page, "agencies/a-1", "remove");
  await page.waitForFunction(() => document.querySelector("team-around-plan").record.agencies.length === 9);
  assert.deepEqual(await numbers(), [8, 9]);
  await page.locator(".ta-row--removed [data-act=undo]").click();
  await row(page, "agencies/a-1").waitFor();
  assert.deepEqual(await numbers(), [9, 10]);
  await press(page, ten, "up");
  assert.deepEqual(await numbers(), [10, 9]);
  const said = page.locator(".ta-said p");
  await said.filter({ hasText: /./ }).waitFor();
  await goTo(page, "Needs, outcomes and actions");
  assert.equal(await said.textContent(), "", "what was done on a page is not said on the next");
  t.diagnostic(quiet(page));
});

test("a card counts what is open in its row, and no longer once it is answered", async (t) => {
  const page = await opened(t);
  await goTo(page, "Needs, outcomes and actions");
  const counted = async (place) => Number.parseInt(await text(page, place, ".ta-row__points"), 10);
  const [one, other] = [await counted("plan/outcomes/o-1"), await counted("plan/outcomes/o-2")];
  await press(page, "plan/outcomes/o-1", "open");
  const day = (part) => page.locator(`[id="plan/outcomes/o-1/target_date/${part}"]`);
  for (const [part, typed] of Object.entries({ day: "1", month: "6", year: "2026" })) {
    const box = part === "day" ? page.locator('[id="plan/outcomes/o-1/target_date"] input').first() : day(part);
    await box.fill(typed);
  }
  await page.locator('[id="plan/outcomes/o-1"] > .ta-row__body > [data-act=close]').click();
  await row(page, "plan/outcomes/o-1").locator("[data-act=open]").waitFor();
  const now = await row(page, "plan/outcomes/o-1").locator(".ta-row__points").count() ? await counted("plan/outcomes/o-1") : 0;
  assert.equal(now, one - 1);
  assert.equal(await counted("plan/outcomes/o-2"), other);
});
