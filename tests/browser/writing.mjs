// What a reader of the family says of their copy: it is sent or said not to be, and never thrown away unasked.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe } from "./look.mjs";
import { box, COPY, FAMILY, focused, give, left, NOTHING, opened, text, write, WRITTEN } from "./reader.mjs";
import { quiet } from "./world.mjs";

test("a reader says of each part that it is wrong or what to add, and nothing is changed", async (t) => {
  const page = await opened(t);
  await page.evaluate(() => document.addEventListener("ta-comment", ({ detail }) => (globalThis.heard = { ...detail, waitUntil: typeof detail.waitUntil })));
  const before = await page.locator(`${FAMILY} h2`).allTextContents();
  await page.getByRole("button", { name: /^I think this is wrong: Who will do what/ }).press("Enter");
  await page.keyboard.type("I was at the course twice.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("It will be read by the people who wrote the plan.").waitFor();
  assert.deepEqual(await page.evaluate(() => globalThis.heard), { copy: "copy-1", part: "actions", kind: "wrong", text: "I was at the course twice.", waitUntil: "function" });
  assert.deepEqual(await page.locator(`${FAMILY} h2`).allTextContents(), before);
  assert.deepEqual(await left(page), NOTHING);
  t.diagnostic(quiet(page));
});

test("a comment that the host could not keep is not said to be sent, and stays in its box", async (t) => {
  const page = await opened(t);
  await page.evaluate(() => {
    globalThis.heard = 0;
    document.addEventListener("ta-comment", ({ detail }) => detail.waitUntil(globalThis.heard++ ? Promise.resolve() : Promise.reject(new TypeError("Failed to fetch"))));
  });
  await page.getByRole("button", { name: /^I want to add something: Why/ }).click();
  await page.keyboard.type("There is more to say.");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText("It was not sent. What you wrote is still here.").waitFor();
  assert.ok(!(await text(page)).includes("It will be read by"));
  assert.equal(await page.getByRole("textbox").inputValue(), "There is more to say.");
  const { told } = await axe(page);
  assert.deepEqual(told, []);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText("It will be read by the people who wrote the plan.").waitFor();
  assert.equal(await page.getByRole("textbox").count(), 0);
  assert.equal(await page.evaluate(() => globalThis.heard), 2);
  t.diagnostic(quiet(page));
});

test("what is being written stays while the page around it is drawn anew, with the focus in its place", async (t) => {
  const page = await opened(t);
  await write(page);
  for (let press = 0; press < 5; press += 1) await page.keyboard.press("ArrowLeft");
  for (const given of [{ today: "2026-03-05" }, { copy: COPY }, { words: { "family.heading": "Another" } }, { words: null }]) {
    await give(page, given);
    await page.waitForTimeout(100);
    assert.equal(await box(page).inputValue(), WRITTEN, JSON.stringify(Object.keys(given)));
    assert.equal(await focused(page), WRITTEN, "the focus stays in the box");
  }
  await page.keyboard.type(" all");
  assert.equal(await box(page).inputValue(), `${WRITTEN.slice(0, -5)} all${WRITTEN.slice(-5)}`);
  await page.evaluate(() => document.querySelector("team-around-family").setAttribute("lang", "cy"));
  await page.getByText("Beth hoffech chi ei ddweud am hyn?").waitFor();
  assert.equal(await page.locator(`${FAMILY} section[data-part=actions] textarea`).count(), 1);
  t.diagnostic(quiet(page));
});

test("where the plan is taken off the page what was being written stays, is said not to be sent, and is copied", async (t) => {
  const page = await opened(t);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const unsent = () => page.evaluate(() => document.querySelector("team-around-family").unsent);
  assert.equal(await unsent(), false);
  await write(page);
  await write(page, /^I want to add something: Why/, " ");
  assert.equal(await unsent(), true);
  for (const taken of [{ copy: null }, { today: "2026-07-01" }, { copy: "{" }]) {
    await give(page, { copy: COPY, today: "2026-03-04" });
    await page.locator(`${FAMILY} h1`).waitFor();
    await give(page, taken);
    await page.getByText("What was here can no longer be read. What you wrote was not sent.").waitFor();
    assert.equal(await box(page).count(), 1, "what is blank is nothing");
    assert.equal(await box(page).inputValue(), WRITTEN);
    assert.doesNotMatch(await text(page), /sleeps badly|Who will do what/);
  }
  await give(page, { copy: null });
  assert.match(await focused(page), /What you wrote was not sent/);
  const { told } = await axe(page);
  assert.deepEqual(told.filter((one) => !one.startsWith("page-has-heading-one")), []);
  await page.getByRole("button", { name: "Copy it" }).click();
  await page.getByText("It is copied.").waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), WRITTEN);
  await page.getByRole("button", { name: "Remove it" }).click();
  await page.getByText("What you wrote was not sent. Remove it?").waitFor();
  await page.getByRole("button", { name: "Keep it" }).click();
  assert.equal(await focused(page), WRITTEN);
  await page.getByRole("button", { name: "Remove it" }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  assert.deepEqual([await unsent(), await box(page).count(), await text(page)], [false, 0, ""]);
  assert.deepEqual(await left(page), NOTHING);
  t.diagnostic(quiet(page));
});

test("nothing that was written goes before the reader was asked, and the focus goes where they were", async (t) => {
  const page = await opened(t, { viewport: { width: 320, height: 640 } });
  await write(page);
  await page.getByRole("button", { name: "Go back" }).press("Enter");
  assert.equal(await focused(page), "What you wrote was not sent. Remove it?");
  assert.equal(await box(page).inputValue(), WRITTEN);
  const seen = await page.getByRole("button", { name: "Keep it" }).evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight);
  assert.ok(seen, "the answers are on the screen with the question");
  assert.deepEqual((await axe(page)).told, []);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await focused(page), WRITTEN, "kept, and written on");
  await page.getByRole("button", { name: "Go back" }).press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await box(page).count(), 0);
  assert.equal(await focused(page), "I think this is wrong");
  // Where nothing was written there is nothing to ask.
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Go back" }).press("Enter");
  assert.equal(await focused(page), "I think this is wrong");
  t.diagnostic(quiet(page));
});

test("while a comment is on its way nothing is typed that would be neither sent nor kept", async (t) => {
  const page = await opened(t);
  await page.evaluate(() => document.addEventListener("ta-comment", ({ detail }) => detail.waitUntil(new Promise((resolve) => (globalThis.arrives = resolve)))));
  await write(page);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await box(page).focus();
  await page.keyboard.type(" And more.");
  assert.equal(await box(page).inputValue(), WRITTEN);
  // The page is drawn anew meanwhile.
  await give(page, { today: "2026-03-05" });
  await page.evaluate(() => globalThis.arrives());
  await page.getByText("It will be read by the people who wrote the plan.").waitFor();
  assert.equal(await box(page).count(), 0);
});
