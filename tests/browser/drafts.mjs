// What is typed outlives the page: on this device, sealed, and only there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { quiet, ready, recordOf, visit } from "./world.mjs";

const RECORD = { children: [{ id: "c-1", name: "Mali Invented" }], plan: { why: "Because of the stairs." } };

/** A page with a plan that its host gives, in a browser that keeps what the page keeps. */
async function opened(t, settings = {}) {
  const page = await visit(t, { path: "/pages/plain.html", ...settings });
  await give(page, RECORD);
  return page;
}

async function give(page, record) {
  await ready(page);
  await page.evaluate((record) => Object.assign(document.querySelector("team-around-plan"), { record }), record);
  await page.locator("team-around-plan .ta-form").waitFor();
}

const line = (page, words) => page.locator("team-around-plan .ta-kept", { hasText: words });
const found = (page, words) => page.locator("team-around-plan .ta-kept-found", { hasText: words });
const saved = (page) => line(page, "Saved on this device at").waitFor();
const turnTo = (page, title) => page.getByRole("button", { name: title, exact: true }).click();

async function type(page, words) {
  await turnTo(page, "The child or children");
  await page.getByRole("button", { name: /^Change/ }).first().click();
  const box = page.getByLabel("Full name", { exact: true }).first();
  await box.fill(words);
}

test("what was typed and never sent is there after the page was left", async (t) => {
  const page = await opened(t);
  await type(page, "Mali Typed");
  await saved(page);
  await page.reload();
  await give(page, RECORD);
  await found(page, "is back").waitFor();
  assert.equal((await recordOf(page)).children[0].name, "Mali Typed");
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  assert.ok(kept.includes("team-around-draft"), "in the slots");
  assert.ok(!/Mali|stairs/.test(kept), "and sealed");
  await found(page, "is back").getByRole("button", { name: "Remove what I wrote" }).click();
  await page.waitForFunction(() => document.querySelector("team-around-plan").record.children[0].name === "Mali Invented");
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("ta-draft:")).length), 0);
  t.diagnostic(quiet(page));
});

test("a record that was changed since is not overwritten by what was kept", async (t) => {
  const page = await opened(t);
  await type(page, "Mali Typed");
  await saved(page);
  await page.reload();
  await give(page, { ...RECORD, plan: { why: "Changed by a colleague." } });
  await found(page, "The record was changed since then").waitFor();
  assert.equal((await recordOf(page)).children[0].name, "Mali Invented");
  await page.getByRole("button", { name: "Open what I wrote" }).click();
  await page.waitForFunction(() => document.querySelector("team-around-plan").record.children[0].name === "Mali Typed");
  t.diagnostic(quiet(page));
});
