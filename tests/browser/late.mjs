// What a host says late, or says again: who writes, in which language, that a form around it is disabled.

import assert from "node:assert/strict";
import { test } from "node:test";
import { found, saved } from "./keeping.mjs";
import { quiet, ready, recordOf, visit } from "./world.mjs";

const RECORD = { document: { reference: "CIN-3001" }, plan: { why: "So that." } };
const why = (page) => page.locator('[id="plan/why"]');

/** Everything open; each step sets properties one after the other, as a host that waits for its own answers does. */
async function given(page, ...steps) {
  await ready(page);
  for (const step of steps) {
    await page.evaluate((step) => Object.assign(document.querySelector("team-around-plan"), step), step);
    await page.waitForTimeout(400);
  }
}
const open = async (t, settings) => {
  const page = await visit(t, settings);
  await page.evaluate(() => document.querySelector("team-around-plan").setAttribute("open", "all"));
  return page;
};
const again = async (page, ...steps) => {
  await page.reload();
  await page.evaluate(() => document.querySelector("team-around-plan").setAttribute("open", "all"));
  await given(page, ...steps);
};
const ADA = { user: { id: "ada", name: "Ada", role: "Social worker" } };
const BOB = { user: { id: "bob", name: "Bob", role: "Social worker" } };

test("who writes is said after the record: the draft is theirs, and nobody else’s", async (t) => {
  const page = await open(t);
  await given(page, { record: RECORD });
  await why(page).fill("Typed before anybody was named.");
  await given(page, ADA);
  await why(page).fill("Typed by Ada.");
  await saved(page);
  await again(page, ADA, { record: RECORD });
  await found(page, "is back").waitFor();
  assert.equal((await recordOf(page)).plan.why, "Typed by Ada.");
  // Without a name there is none of it.
  await again(page, { record: RECORD });
  assert.equal((await recordOf(page)).plan.why, "So that.");
  assert.equal(await found(page, "is back").count(), 0);
  t.diagnostic(quiet(page));
});

test("what one person typed is not put under the next one’s name", async (t) => {
  const page = await open(t);
  await given(page, ADA, { record: RECORD });
  await why(page).fill("Typed by Ada.");
  await saved(page);
  await given(page, BOB);
  assert.equal((await recordOf(page)).plan.why, "So that.", "nor shown to them");
  assert.equal(await why(page).inputValue(), "So that.");
  await page.locator('[id="plan/start/day"]').fill("2");
  await saved(page);
  await again(page, BOB, { record: RECORD });
  await found(page, "is back").waitFor();
  assert.equal((await recordOf(page)).plan.why, "So that.");
  await again(page, ADA, { record: RECORD });
  await found(page, "is back").waitFor();
  assert.equal((await recordOf(page)).plan.why, "Typed by Ada.");
  t.diagnostic(quiet(page));
});

test("a key that comes after the record is that of the draft: without it nothing opens", async (t) => {
  const KEY = { draftKey: "a secret of the host's, long enough" };
  const page = await open(t);
  await given(page, ADA, { record: RECORD });
  await why(page).fill("Typed before the key came.");
  await saved(page);
  await given(page, KEY);
  await saved(page);
  await again(page, ADA, { record: RECORD });
  assert.equal((await recordOf(page)).plan.why, "So that.");
  await again(page, { ...ADA, ...KEY }, { record: RECORD });
  await found(page, "is back").waitFor();
  assert.equal((await recordOf(page)).plan.why, "Typed before the key came.");
  t.diagnostic(quiet(page));
});

test("a key that cannot be used takes nothing of what was kept before it", async (t) => {
  const page = await open(t);
  await given(page, ADA, { record: RECORD });
  await why(page).fill("Typed before the key came.");
  await saved(page);
  await given(page, { draftKey: "short" });
  await again(page, ADA, { record: RECORD });
  await found(page, "is back").waitFor();
  assert.equal((await recordOf(page)).plan.why, "Typed before the key came.");
  t.diagnostic(quiet(page));
});

test("where a form is to be read and another name is said at once, what was typed stays kept", async (t) => {
  const page = await open(t);
  await given(page, { record: RECORD });
  await why(page).fill("Typed before anybody was named.");
  await saved(page);
  await given(page, { ...ADA, readOnly: true });
  await again(page, { record: RECORD });
  await found(page, "is back").waitFor();
  t.diagnostic(quiet(page));
});

test("two families whose records name no reference have drafts of their own", async (t) => {
  const family = (name) => ({ children: [{ id: "c-1", name }], plan: { why: `About ${name}.` } });
  const page = await open(t);
  await given(page, ADA, { record: family("Mali Invented") });
  await why(page).fill("Typed about Mali.");
  await saved(page);
  await given(page, { record: family("Nia Invented") });
  await page.waitForTimeout(500);
  assert.equal(await page.locator(".ta-kept-found").count(), 0);
  await again(page, ADA, { record: family("Mali Invented") });
  await found(page, "is back").waitFor();
  t.diagnostic(quiet(page));
});

test("a property says more than the attribute, of drafts too", async (t) => {
  const page = await open(t);
  await page.evaluate(() => Object.assign(document.querySelector("team-around-plan"), { readOnly: false }).toggleAttribute("readonly", true));
  await given(page, ADA, { record: RECORD });
  await why(page).fill("Typed.");
  await saved(page);
  t.diagnostic(quiet(page));
});

test("while the words of another language come, the form of before stands, and is written in", async (t) => {
  const page = await open(t, { prepare: (page) => page.route("**/words.cy.js", () => undefined) });
  await given(page, { record: RECORD });
  await why(page).fill("Typed in English.");
  await given(page, { lang: "cy" });
  await why(page).pressSequentially(" And more.");
  assert.equal(await why(page).inputValue(), "Typed in English. And more.");
  await given(page, { lang: "en" });
  await why(page).pressSequentially(" And more.");
  assert.equal((await recordOf(page)).plan.why, "Typed in English. And more. And more.");
});

test("Welsh that is asked for while the module comes is there, and what failed is asked for again", async (t) => {
  let missed = 0;
  const prepare = async (page) => {
    await page.route("**/team_around_bg.wasm", async (route) => (await new Promise((done) => setTimeout(done, 700)), route.continue()));
    await page.route("**/words.cy.js*", (route) => (missed++ ? route.continue() : route.abort()));
  };
  const page = await visit(t, { prepare });
  await page.evaluate(() => document.querySelector("team-around-plan").setAttribute("lang", "cy"));
  await page.locator(".ta-form[lang=en], .ta-form[lang=cy]").waitFor();
  assert.equal(missed, 1, "asked for, and refused");
  await page.evaluate(() => document.querySelector("team-around-plan").setAttribute("lang", "en"));
  await page.waitForTimeout(100);
  await page.evaluate(() => document.querySelector("team-around-plan").setAttribute("lang", "cy"));
  await page.locator(".ta-form[lang=cy]").waitFor();
});

test("a form that was sent stays so, whatever the host sets then, and is sent once", async (t) => {
  const page = await open(t);
  await page.evaluate(() => document.querySelector("team-around-plan").addEventListener("ta-submit", ({ detail }) => {
    globalThis.sent = (globalThis.sent ?? 0) + 1;
    detail.waitUntil(Promise.resolve({ id: "R-1", at: "2026-03-02T10:00:00Z" }));
  }));
  await page.evaluate(() => document.querySelector("team-around-plan").setAttribute("protocol", ""));
  const whole = { ...RECORD, children: [{ id: "c-1", name: "Mali Invented" }] };
  await given(page, { record: whole });
  const submit = () => page.evaluate(() => void document.querySelector("team-around-plan").submit());
  await submit();
  await page.getByText("R-1").first().waitFor();
  for (const set of [{ lang: "cy" }, { lang: "en" }, { today: "2026-03-03" }]) {
    await given(page, set);
    await page.getByText("R-1").first().waitFor();
    assert.equal(await page.locator('[id="plan/why"]:not([readonly])').count(), 0);
  }
  await page.evaluate(() => {
    const plan = document.querySelector("team-around-plan");
    const parent = plan.parentElement;
    plan.remove();
    return new Promise((done) => setTimeout(() => done(parent.append(plan)), 300));
  });
  await page.getByText("R-1").first().waitFor();
  assert.equal(await page.evaluate(() => globalThis.sent), 1);
  // Another record was never sent.
  await given(page, { record: { ...whole, plan: {} } });
  await page.locator('[id="plan/why"]:not([readonly])').waitFor();
  t.diagnostic(quiet(page));
});

test("in a form of the page it is part of it at once, and is not written in where that is disabled", async (t) => {
  const page = await open(t);
  await given(page, { record: RECORD });
  const told = await page.evaluate(() => {
    const plan = document.querySelector("team-around-plan");
    plan.setAttribute("name", "plan");
    const form = document.querySelector("main").appendChild(document.createElement("form"));
    const field = form.appendChild(document.createElement("fieldset"));
    field.append(plan);
    return [JSON.parse(new FormData(form).get("plan")).record.plan.why, form.checkValidity()];
  });
  // Nobody said yet which child it is about.
  assert.deepEqual(told, ["So that.", false]);
  await page.evaluate(() => (document.querySelector("fieldset").disabled = true));
  await page.locator('[id="plan/why"][readonly]').waitFor();
  await page.evaluate(() => (document.querySelector("fieldset").disabled = false));
  await page.locator('[id="plan/why"]:not([readonly])').waitFor();
  t.diagnostic(quiet(page));
});

test("what is no record is refused: a promise, a map", async (t) => {
  const page = await visit(t);
  await ready(page);
  for (const kind of ["promise", "map"]) {
    await page.evaluate((kind) => (document.querySelector("team-around-plan").record = kind === "map" ? new Map([["plan", {}]]) : Promise.resolve({})), kind);
    await page.getByRole("alert").getByText("This form cannot be opened.").waitFor();
    await page.evaluate(() => (document.querySelector("team-around-plan").record = {}));
    await ready(page);
  }
});

test("what was changed can be read when another form stands there", async (t) => {
  const page = await open(t);
  await given(page, { record: RECORD });
  await page.evaluate(() => document.querySelector("team-around-plan").addEventListener("ta-change", ({ detail }) => (globalThis.detail = detail)));
  await why(page).fill("Typed.");
  await page.waitForFunction(() => globalThis.detail);
  await given(page, { today: "2026-03-04" });
  assert.equal(await page.evaluate(() => JSON.parse(globalThis.detail.text).plan.why), "Typed.");
  t.diagnostic(quiet(page));
});
