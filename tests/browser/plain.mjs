// A form that stops twice within a minute: a plain page with all text.  reliability.md 3.9, P3

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { looker } from "./look.mjs";
import { arm, heard, opened, record, typeWhy, way } from "./ways.mjs";

const TOLD = {
  document: { reference: "CIN-1" },
  children: [{ id: "c-1", name: "Mali otter", date_of_birth: "2019-06-01" }, { id: "c-2", name: "Ifan otter" }],
  plan: { why: "Because of the otter.", start: { unread: "soon, says the otter" }, actions: [{ id: "t-1", what: "Fit a gate for the otter" }] },
};
const SAID = ["CIN-1", "Mali otter", "2019-06-01", "Ifan otter", "soon, says the otter", "Fit a gate for the otter"];
const heading = (page) => page.locator("[data-tested] h2");

/** Stops the form, and what is begun in its place as it is drawn. */
const twice = (page) => page.evaluate(way("trap", "input").replace("() =>", `() => ${way("exception", "effect")} ??`));

/** Every box of the page, by its label. */
const boxes = async (page) =>
  page.locator("[data-tested]").evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll("textarea")].map((box) => [box.labels[0].textContent, box.value, box.readOnly]));

async function hasAll(page, typed) {
  const found = await boxes(page);
  const texts = found.map(([, text]) => text);
  for (const text of [...SAID, typed]) assert.ok(texts.includes(text), `${text} among ${texts.join(" | ")}`);
  assert.ok(found.every(([label, text, readOnly]) => label && text && readOnly));
  return found;
}

test("a form that stops again as it begins shows all text on a plain page", async (t) => {
  const page = await opened(t, { record: TOLD });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await typeWhy(page, " And more,");
  await twice(page);
  await page.keyboard.type(" x");
  const { reference, took, message } = await heard(page, "stopped");
  assert.match(reference, /^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  assert.ok(await page.evaluate(() => globalThis.sameVisit), "the host’s page is not loaded again");
  const found = await hasAll(page, "Because of the otter. And more, ");
  assert.match(found.find(([, text]) => text.startsWith("Because"))[0], /Why /, "with the label that was read");
  await page.locator("[data-tested] p", { hasText: reference }).waitFor();
  await page.locator("[data-tested] p", { hasText: message }).waitFor();

  const { look, told } = looker(page);
  await look("the plain page");
  const focused = () => page.evaluate(() => document.activeElement.shadowRoot.activeElement.textContent);
  assert.equal(await focused(), "The form has stopped");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Copy everything");
  await page.keyboard.press("Enter");
  await page.locator("[role=status]", { hasText: "Everything is copied." }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press("Tab");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  assert.equal(download.suggestedFilename(), `team-around-${reference}.txt`);
  const file = await readFile(await download.path(), "utf8");
  for (const text of [...SAID, "And more, ", reference]) assert.ok(file.includes(text) && copied.includes(text), text);
  t.diagnostic(`after ${took} ms; ${told()}`);
});

test("where copying is denied the plain page copies by a box, or says that it cannot", async (t) => {
  const page = await opened(t, { record: TOLD });
  await twice(page);
  await typeWhy(page, " x");
  await heard(page, "stopped");
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.addEventListener("copy", () => (globalThis.wasCopied = String(document.activeElement.shadowRoot.activeElement.value)));
  });
  await page.getByRole("button", { name: "Copy everything" }).click();
  await page.locator("[role=status]", { hasText: "Everything is copied." }).waitFor();
  assert.ok((await page.evaluate(() => globalThis.wasCopied)).includes("Mali otter"));
  await page.evaluate(() => (document.execCommand = () => false));
  await page.getByRole("button", { name: "Copy everything" }).click();
  await page.locator("[role=status]", { hasText: "did not allow copying" }).waitFor();
});

test("a second stop within a minute is the last, and one after it is not", async (t) => {
  for (const [later, code] of [[50_000, "stopped"], [61_000, "restarted"]]) {
    const page = await opened(t, { record: TOLD });
    await arm(page, "trap", "input");
    await typeWhy(page, " One");
    await heard(page, "restarted");
    await page.evaluate((later) => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + later;
      globalThis.told.length = 0;
    }, later);
    await arm(page, "trap", "input");
    await typeWhy(page, " two");
    await heard(page, code);
    if (code === "stopped") {
      await hasAll(page, "Because of the otter. One ");
      assert.equal((await record(page)).plan.why, "Because of the otter. One ", "and the element’s own copy");
    } else assert.equal((await record(page)).plan.why, "Because of the otter. One two");
  }
});

test("what stands on the plain page is in the draft, and a new record begins a form", async (t) => {
  const page = await opened(t, { record: TOLD });
  await page.locator("[data-tested] .ta-kept", { hasText: "Saved" }).or(page.locator("[data-tested] .ta-kept")).first().waitFor({ state: "attached" });
  await typeWhy(page, " And more,");
  await twice(page);
  await page.keyboard.type(" x");
  await heard(page, "stopped");
  const whole = "Because of the otter. And more, ";
  assert.equal((await record(page)).plan.why, whole);
  await page.locator("[data-tested] .ta-kept[data-state=saved]", { hasText: "Saved on this device at" }).waitFor();
  await page.waitForTimeout(1200);
  await page.reload();
  await page.locator("team-around-plan .ta-form").waitFor();
  await page.evaluate((record) => Object.assign(document.querySelector("team-around-plan"), { record }), TOLD);
  await page.waitForFunction((why) => document.querySelector("team-around-plan").record?.plan?.why === why, whole);
});

test("the plain page is in Welsh for those who read Welsh", async (t) => {
  const page = await opened(t, { record: TOLD, lang: "cy" });
  await twice(page);
  await typeWhy(page, " x");
  await heard(page, "stopped");
  assert.equal(await heading(page).textContent(), "Mae’r ffurflen wedi stopio");
  await page.locator("[data-tested] .ta-form[lang=cy]").waitFor();
  const { look, told } = looker(page);
  await look("the plain page in Welsh");
  await page.evaluate((record) => document.querySelector("[data-tested]").load(record), TOLD);
  await page.locator("[data-tested] .ta-form[lang=cy] [id='plan/why']").waitFor();
  t.diagnostic(told());
});
