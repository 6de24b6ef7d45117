// A draft stays until the host has said of this text, and of no other, that it is stored.  reliability.md S1

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { found, give, opened, RECORD, rows, saved, type } from "./keeping.mjs";
import { quiet, recordOf } from "./world.mjs";

const hash = (text) => createHash("sha256").update(text).digest("hex");

/** A page with a draft that is kept; its host notes what it hears, and `host` says what else it does. */
async function keptFor(t, host, settings) {
  const page = await opened(t, settings);
  await page.evaluate(() => {
    globalThis.heard = [];
    for (const name of ["ta-submit", "ta-accepted", "ta-rejected"]) {
      document.querySelector("team-around-plan").addEventListener(name, ({ type, detail }) => {
        globalThis.heard.push(type);
        globalThis.text ??= detail.text;
      });
    }
  });
  await page.evaluate(host);
  await type(page, "Mali Typed");
  await saved(page);
  await page.evaluate(() => void document.querySelector("team-around-plan").save());
  return page;
}

const heard = (page) => page.evaluate(() => globalThis.heard);
const text = (page) => page.evaluate(() => globalThis.text);
const hears = (page, name) => page.waitForFunction((name) => globalThis.heard.includes(name), name);
const slots = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("ta-draft:v1:")).length);

/** A host that answers when the test does. */
const later = () =>
  document.querySelector("team-around-plan").addEventListener("ta-submit", ({ detail }) => detail.waitUntil(new Promise((resolve) => (globalThis.answer = resolve))));
const answer = (page, receipt) => page.evaluate((receipt) => globalThis.answer(receipt), receipt);

/** All that was typed is there after the page was left. */
async function comesBack(page) {
  assert.ok((await slots(page)) > 0, "the draft is kept");
  await page.reload();
  await give(page, RECORD);
  await found(page, "is back").waitFor();
  assert.equal((await recordOf(page)).children[0].name, "Mali Typed");
}

test("S1: a host that never answers leaves the draft where it is", async (t) => {
  const page = await keptFor(t, later);
  await page.waitForTimeout(500);
  await comesBack(page);
  assert.deepEqual(await heard(page), undefined, "the page was left before anybody answered");
  t.diagnostic(quiet(page));
});

test("S1: somebody who waits long for an answer is told so, and can go on writing", async (t) => {
  const page = await keptFor(t, later, { prepare: (page) => page.clock.install() });
  const told = page.locator("team-around-plan [role=status]", { hasText: "There is no answer yet" });
  await page.clock.runFor(12_000);
  assert.equal(await told.count(), 0, "not told too early");
  await page.clock.runFor(4_000);
  await told.waitFor();
  await page.getByLabel("Full name", { exact: true }).first().fill("Mali Typed On");
  await answer(page, { id: "R-1" });
  await hears(page, "ta-accepted");
  await told.waitFor({ state: "detached" });
  assert.equal((await recordOf(page)).children[0].name, "Mali Typed On");
  t.diagnostic(quiet(page));
});

test("S1: a host that answers twice has stored once, and one that stored half has stored nothing", async (t) => {
  const twice = await keptFor(t, () =>
    document.querySelector("team-around-plan").addEventListener("ta-submit", ({ detail }) => {
      for (const id of ["R-1", "R-2"]) detail.waitUntil(Promise.resolve({ id }));
    }));
  await hears(twice, "ta-accepted");
  await twice.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("ta-draft:v1:")));
  assert.deepEqual(await heard(twice), ["ta-submit", "ta-accepted"]);
  const half = await keptFor(t, () =>
    document.querySelector("team-around-plan").addEventListener("ta-submit", ({ detail }) => {
      detail.waitUntil(Promise.resolve({ id: "R-1" }));
      detail.waitUntil(new Promise((_, reject) => setTimeout(reject, 50, { message: "The second store is away." })));
    }));
  await hears(half, "ta-rejected");
  assert.deepEqual(await heard(half), ["ta-submit", "ta-rejected"]);
  await comesBack(half);
});

test("S1: a receipt for another text removes nothing, one for this text does", async (t) => {
  const other = await keptFor(t, later);
  await answer(other, { id: "R-1", hash: hash("another text") });
  await hears(other, "ta-rejected");
  await other.locator("team-around-plan", { hasText: "answered for another text" }).waitFor();
  await comesBack(other);
  const right = await keptFor(t, later);
  await answer(right, { id: "R-1", hash: hash(await text(right)).toUpperCase() });
  await hears(right, "ta-accepted");
  await right.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("ta-draft:v1:")));
  const own = await keptFor(t, later);
  await answer(own, { id: "R-1", hash: "row 17" });
  await hears(own, "ta-accepted");
});

test("S1: a host that stumbles over what it is handed leaves the draft where it is, and the form writable", async (t) => {
  const page = await keptFor(t, () =>
    document.querySelector("team-around-plan").addEventListener("ta-submit", () => {
      throw new Error("the host stumbled");
    }));
  await page.locator("team-around-plan", { hasText: "did not take what you handed over" }).waitFor();
  assert.deepEqual(await heard(page), ["ta-submit"]);
  assert.deepEqual(page.heard.errors, ["Error: the host stumbled"]);
  await comesBack(page);
});

test("a network that is gone is told in our words, and a host's own sentence in its own", async (t) => {
  const gone = await keptFor(t, () =>
    document.querySelector("team-around-plan").addEventListener("ta-submit", ({ detail }) => detail.waitUntil(Promise.reject(new TypeError("Failed to fetch")))));
  await gone.locator("team-around-plan", { hasText: "Nothing was lost: try again, or save a copy." }).waitFor();
  assert.equal(await gone.getByText("Failed to fetch").count(), 0);
  await comesBack(gone);
  const told = await keptFor(t, () =>
    document.querySelector("team-around-plan").addEventListener("ta-submit", ({ detail }) => detail.waitUntil(Promise.reject(new Error("Sign in first.")))));
  await told.locator("team-around-plan", { hasText: "Sign in first." }).waitFor();
});

test("Save that is pressed twice hands over once, and what was typed in between once more", async (t) => {
  const page = await keptFor(t, later);
  const save = () => page.evaluate(() => void document.querySelector("team-around-plan").save());
  await save();
  await answer(page, { id: "R-1" });
  await hears(page, "ta-accepted");
  await page.waitForTimeout(300);
  assert.deepEqual(await heard(page), ["ta-submit", "ta-accepted"]);
  await save();
  await page.getByLabel("Full name", { exact: true }).first().fill("Mali Typed more");
  await save();
  await answer(page, { id: "R-2" });
  await page.waitForFunction(() => globalThis.heard.filter((type) => type === "ta-submit").length === 3);
  t.diagnostic(quiet(page));
});

test("a text that the host gives back is one that it has, though its receipt was lost; what was typed since is asked about", async (t) => {
  const page = await keptFor(t, later);
  const { record } = JSON.parse(await text(page));
  await page.reload();
  await give(page, record);
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("ta-draft:v1:")));
  assert.deepEqual(await rows(page), []);
  await page.waitForTimeout(500);
  assert.equal(await found(page, "").count(), 0, "nobody is asked about what the host has");
  const since = await keptFor(t, later);
  await since.getByLabel("Full name", { exact: true }).first().fill("Mali Typed On");
  await saved(since);
  await since.reload();
  await give(since, record);
  await found(since, "does not have").waitFor();
  assert.ok((await slots(since)) > 0, "what the host does not have is kept");
});

test("feedback, which a draft has within its record and an envelope beside it, is compared with the rest", async (t) => {
  const page = await keptFor(t, later);
  const { record } = JSON.parse(await text(page));
  const feedback = [{ id: "f-1", from: "child", child_change: "It was calm." }];
  const whole = { format: "team-around", version: 1, kind: "draft", record, feedback };
  await page.reload();
  await give(page, whole);
  await found(page, "does not have").waitFor();
  assert.ok((await slots(page)) > 0, "a text without feedback is not the one that has it");
  const told = await opened(t);
  await give(told, whole);
  await type(told, "Mali Told");
  await saved(told);
  const handed = JSON.parse(await told.evaluate(() => document.querySelector("team-around-plan").exportFile().text()));
  assert.deepEqual(handed.feedback.map(({ id }) => id), ["f-1"]);
  await told.reload();
  await give(told, handed);
  await told.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("ta-draft:v1:")));
  await told.waitForTimeout(500);
  assert.equal(await found(told, "").count(), 0);
});

test("what a file says, the host need not have: the draft that says the same stays", async (t) => {
  const page = await keptFor(t, later);
  await page.evaluate(async () => {
    const plan = document.querySelector("team-around-plan");
    await plan.importFile(plan.exportFile());
  });
  await found(page, "does not have").waitFor();
  await comesBack(page);
});

test("once the host has stored it, what is begun anew begins with that", async (t) => {
  const page = await keptFor(t, later);
  await answer(page, { id: "R-1" });
  await hears(page, "ta-accepted");
  await page.getByLabel("Full name", { exact: true }).first().fill("Mali Typed, and more");
  await saved(page);
  await page.evaluate(() => document.querySelector("team-around-plan").discardDraft());
  assert.equal((await recordOf(page)).children[0].name, "Mali Typed", "what the host has, and not what it had before");
  // Taken out and put back, what was typed since is nothing that the host would have changed.
  await type(page, "Mali once more");
  await saved(page);
  await page.evaluate(async () => {
    const plan = document.querySelector("team-around-plan");
    const place = plan.parentNode;
    plan.remove();
    await new Promise((done) => setTimeout(done, 100));
    place.append(plan);
  });
  await page.waitForTimeout(600);
  assert.equal(await found(page, "was changed").count(), 0);
  assert.equal((await recordOf(page)).children[0].name, "Mali once more");
  t.diagnostic(quiet(page));
});

test("the next record is handed over, though the host has not answered for the one before", async (t) => {
  const page = await keptFor(t, later);
  await page.evaluate(() => {
    const plan = document.querySelector("team-around-plan");
    globalThis.first = globalThis.answer;
    plan.record = { children: [{ id: "c-9", name: "Ffion" }] };
    void plan.save();
  });
  await page.waitForFunction(() => globalThis.heard.filter((name) => name === "ta-submit").length === 2);
  await page.evaluate(() => globalThis.first({ id: "R-1" }));
  await answer(page, { id: "R-2" });
  await page.waitForFunction(() => globalThis.heard.filter((name) => name === "ta-accepted").length === 2);
  assert.equal((await recordOf(page)).children[0].name, "Ffion");
  t.diagnostic(quiet(page));
});
