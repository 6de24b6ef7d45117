// A session that ends in the middle of a sentence, and a key that is withdrawn.

import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, openPlan, portalWithSessionsOf, quiet, recordOf, visit } from "./world.mjs";

const SESSION = 6; // seconds without a request
const TRIGGER = '[id="contingency/trigger"]';
const FIRST = "Tunde comes to the house at ni";
const REST = "ght, and the children are in their beds.";

const trigger = async (page) => (await recordOf(page)).contingency?.trigger;
const kept = (page, words) => page.locator(".ta-kept, .ta-kept-found", { hasText: words });
const sessionEnds = (page) => page.waitForTimeout((SESSION + 1.5) * 1000);
const signIn = (page, name) => page.getByRole("button", { name }).click();

async function write(page, words) {
  await goTo(page, "If things do not change");
  await page.locator(TRIGGER).fill("");
  await page.locator(TRIGGER).pressSequentially(words);
}

const save = async (page) => {
  await page.locator(".govuk-back-link").click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
};

/** Whether one of the texts stands in the open anywhere in this browser's stores. */
const inTheOpen = (page, texts) => page.evaluate(async (texts) => {
  const all = [JSON.stringify(Object.entries(localStorage)), JSON.stringify(Object.entries(sessionStorage))];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve) => (indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result)));
    for (const store of database.objectStoreNames)
      all.push(JSON.stringify(await new Promise((resolve) => (database.transaction(store).objectStore(store).getAll().onsuccess = ({ target }) => resolve(target.result)))));
    database.close();
  }
  return { open: texts.filter((text) => all.some((where) => where.includes(text))), sealed: all.join("").split("team-around-draft").length - 1 };
}, texts);

test("a session ends in the middle of a sentence: the save is refused, and after signing in again every key is there", async (t) => {
  const on = await portalWithSessionsOf(t, SESSION);
  const page = await openPlan(t, "CIN-1042", { on });
  await write(page, FIRST);
  await sessionEnds(page);
  await page.locator(TRIGGER).pressSequentially(REST.slice(0, 10));
  await save(page);
  const refused = page.locator(".govuk-error-summary");
  await refused.getByText("You are signed out, so nothing was stored.").waitFor();
  const said = await refused.innerText();
  assert.match(said, /What you typed is kept on this device, and is here again once you have signed in\./);
  assert.equal(await trigger(page), FIRST + REST.slice(0, 10), "the form keeps what was typed");
  assert.equal(await page.getByRole("link", { name: "Sign in again" }).getAttribute("href"), "/sign-in?to=/plans/CIN-1042");

  await goTo(page, "If things do not change");
  await page.locator(TRIGGER).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(REST.slice(10));
  await page.reload();
  await page.waitForURL("**/sign-in?to=/plans/CIN-1042");
  assert.deepEqual((await inTheOpen(page, ["Tunde", "beds"])).open, []);
  await signIn(page, "Ada Okafor");
  await page.waitForURL("**/plans/CIN-1042");
  await kept(page, "is back").waitFor();
  assert.equal(await trigger(page), FIRST + REST, "every keystroke");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.locator("#sent", { hasText: "Version 2" }).waitFor();
  const other = await openPlan(t, "CIN-1042", { as: "bryn", on });
  assert.equal(await trigger(other), FIRST + REST);
  t.diagnostic(said.replace(/\s+/g, " "));
  t.diagnostic(quiet(page, /status of 401/));
});

test("a locked form leads to the sign-in where the session has ended, and from there back to every key", async (t) => {
  const page = await openPlan(t, "CIN-1042", { on: await portalWithSessionsOf(t, SESSION) });
  await write(page, FIRST);
  await page.evaluate(() => document.getElementById("plan").lock());
  await page.getByRole("button", { name: "Go on" }).click();
  await page.waitForFunction((id) => document.activeElement.shadowRoot?.activeElement?.id === id, "contingency/trigger");
  assert.equal(await trigger(page), FIRST, "whoever is signed in goes on");
  await page.keyboard.press("Control+End");
  await page.keyboard.type(REST);
  await page.evaluate(() => document.getElementById("plan").lock());
  await sessionEnds(page);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.waitForURL("**/sign-in?to=/plans/CIN-1042");
  await signIn(page, "Ada Okafor");
  await kept(page, "is back").waitFor();
  assert.equal(await trigger(page), FIRST + REST);
  t.diagnostic(quiet(page, /status of 401/));
});

test("a key that is withdrawn opens the draft for nobody, and the person is told", async (t) => {
  const page = await openPlan(t, "CIN-1042", {});
  const before = await trigger(page);
  await write(page, FIRST);
  await kept(page, "Saved on this device").waitFor();
  const manager = await visit(t, { path: "/account", as: "bryn", on: page.origin });
  await manager.getByRole("button", { name: "Sign out Ada Okafor everywhere and withdraw their keys" }).click();
  await manager.getByText("The keys are withdrawn.").waitFor();

  await page.reload();
  await page.waitForURL("**/sign-in?to=/plans/CIN-1042");
  await signIn(page, "Ada Okafor");
  const told = kept(page, "cannot be opened: its key was withdrawn, or this page was given another.");
  await told.waitFor();
  assert.equal(await trigger(page), before);
  const { open, sealed } = await inTheOpen(page, ["Tunde comes to"]);
  assert.deepEqual(open, []);
  assert.ok(sealed > 0, "what is left is sealed");
  t.diagnostic((await told.innerText()).replace(/\s+/g, " "));

  const other = await page.context().newPage();
  await other.goto(`${page.origin}/sign-in?to=/plans/CIN-1042`);
  await signIn(other, "Cerys Hughes");
  await other.waitForFunction(() => document.getElementById("plan")?.record?.contingency);
  await other.waitForTimeout(500);
  assert.equal(await trigger(other), before);
  assert.equal(await kept(other, "withdrawn").count(), 0, "and it is no one else’s to hear of");
  await other.goto(`${page.origin}/sign-in?to=/plans/CIN-1042`);
  await signIn(other, "Ada Okafor");
  await kept(other, "its key was withdrawn").getByRole("button", { name: "Remove it from this device" }).click();
  await kept(other, "Nobody could bring").getByRole("button", { name: "Yes, remove it" }).click();
  await other.waitForTimeout(300);
  await other.reload();
  await other.waitForFunction(() => document.getElementById("plan")?.record?.contingency);
  await other.waitForTimeout(700);
  assert.equal(await kept(other, "withdrawn").count(), 0);
  t.diagnostic(quiet(page));
});
