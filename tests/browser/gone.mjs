// A page that is left is out of the browser's memory too: radio buttons would keep it there, in Chromium, with
// everything that was written on it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./household.mjs";
import { quiet } from "./world.mjs";

/** Nodes of all kinds that the browser holds once nothing is left to clear away. */
async function held(page, session) {
  // A press's own work is over by then.
  await page.waitForTimeout(300);
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Memory.getDOMCounters")).nodes;
}

const FEW = 100; // nodes: a page has more than a thousand, a row some two hundred
const PATIENCE = 20; // looks: what is under way when a form goes is held until it is over

/** How many more nodes are held after `act` was done eight times than after two: the last page is still at hand. */
async function grown(page, act) {
  const session = await page.context().newCDPSession(page);
  for (let time = 0; time < 2; time += 1) await act();
  const before = await held(page, session);
  for (let time = 0; time < 6; time += 1) await act();
  let more = Infinity;
  for (let look = 0; look < PATIENCE && more >= FEW; look += 1) more = (await held(page, session)) - before;
  return more;
}

test("pages that were turned are gone", async (t) => {
  const page = await open(t, "meeting");
  const push = (name) => page.getByRole("button", { name, exact: true }).first().click();
  const more = await grown(page, async () => {
    await push("Minutes");
    await push("Back to task list");
  });
  assert.ok(more < FEW, `${more} nodes more after six pages`);
  t.diagnostic(quiet(page));
});

test("rows that were removed are gone", async (t) => {
  const page = await open(t, "meeting");
  await page.getByRole("button", { name: "Minutes", exact: true }).first().click();
  const line = page.locator("[data-lines] [id^='attendance/']");
  const more = await grown(page, async () => {
    const before = await line.count();
    await page.getByRole("button", { name: "Add an adult", exact: true }).click();
    await page.locator("[data-act=remove][data-at^='attendance/']").last().click();
    await page.waitForTimeout(100);
    assert.equal(await line.count(), before);
  });
  assert.ok(more < FEW, `${more} nodes more after six rows`);
  t.diagnostic(quiet(page));
});

test("a form to which the host gave another record is gone", async (t) => {
  const page = await open(t, "meeting");
  const meeting = page.locator("team-around-meeting");
  await page.getByRole("button", { name: "Minutes", exact: true }).first().click();
  const record = await meeting.evaluate((meeting) => meeting.record);
  const again = await grown(page, async () => {
    await meeting.evaluate((meeting, record) => (meeting.record = record), record);
    await page.getByRole("button", { name: "Minutes", exact: true }).first().click();
  });
  assert.ok(again < FEW, `${again} nodes more after six records`);
  t.diagnostic(quiet(page));
});
