// Who signs out is signed out in every tab: no plan stays open, whichever tab it stands in and whenever that comes back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, openPlan, quiet, ready, recordOf } from "./world.mjs";

const TRIGGER = '[id="contingency/trigger"]';
const TYPED = "Tunde comes to the house at night.";
const signOut = (page) => page.getByRole("button", { name: "Sign out" }).click();
const atSignIn = (page, to = "") => page.waitForURL(`**/sign-in${to}`);

async function another(page, path, selector) {
  const tab = await page.context().newPage();
  await tab.goto(page.origin + path);
  if (selector) {
    await ready(tab, selector);
    await tab.waitForFunction((selector) => document.querySelector(selector).record?.document?.reference, selector);
  }
  return tab;
}

async function write(page, words) {
  await goTo(page, "If things do not change");
  await page.locator(TRIGGER).fill("");
  await page.locator(TRIGGER).pressSequentially(words);
}

/** The tab comes to the front, as after a sleep in which it heard nothing. */
const comesBack = (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
/** The browser kept the page whole, and shows it again. */
const kept = (page, what) => page.evaluate((what) => dispatchEvent(new PageTransitionEvent(what, { persisted: true })), what);

test("signing out in one tab leaves every tab, with a form in it or not, and what was typed is there again", async (t) => {
  const plan = await openPlan(t, "CIN-1042");
  const meeting = await another(plan, "/plans/CIN-1042/meetings/m-2", "#meeting");
  const copies = await another(plan, "/plans/CIN-1042/copies");
  const list = await another(plan, "/plans");
  await write(plan, TYPED);
  const asked = [];
  for (const tab of [plan, meeting, copies, list]) tab.on("dialog", (dialog) => (asked.push(dialog.type()), dialog.accept()));
  await signOut(list);
  for (const tab of [list, plan, meeting, copies]) {
    await atSignIn(tab);
    assert.doesNotMatch(await tab.locator("body").innerText(), /CIN-1042|Tunde/);
  }
  assert.deepEqual(asked, [], "what is kept on this device is not asked about");
  await plan.goto(`${plan.origin}/plans/CIN-1042`);
  await atSignIn(plan, "?to=/plans/CIN-1042");
  await plan.getByRole("button", { name: "Ada Okafor" }).click();
  await plan.locator(".ta-kept, .ta-kept-found", { hasText: "is back" }).waitFor();
  assert.equal((await recordOf(plan)).contingency.trigger, TYPED);
  t.diagnostic(quiet(plan));
});

test("a tab that comes back after its session ended, or under somebody else’s, shows nothing", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  const send = (path, data) => page.context().request.post(page.origin + path, { data, headers: { Origin: page.origin } });
  await comesBack(page);
  await kept(page, "pagehide");
  assert.equal(await page.locator("main").isVisible(), false, "nothing is seen before the portal has answered");
  await kept(page, "pageshow");
  await page.locator("main").waitFor();
  assert.equal(await page.locator("#plan .ta-form").isVisible(), true, "whoever is signed in reads on");

  await send("/sign-in", "bryn");
  await comesBack(page);
  await atSignIn(page);
  await send("/sign-in", "ada");
  for (const back of [comesBack, async (page) => (await kept(page, "pagehide"), await kept(page, "pageshow"))]) {
    await page.goto(`${page.origin}/plans/CIN-1042`);
    await ready(page);
    await send("/sign-out", "");
    await back(page);
    await atSignIn(page, "?to=/plans/CIN-1042");
    await send("/sign-in", "ada");
  }
  t.diagnostic(quiet(page, /status of 401/));
});

test("where the portal does not answer nobody is sent away", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  await page.route("**/account/session.json", (route) => route.abort());
  await kept(page, "pagehide");
  await kept(page, "pageshow");
  await page.locator("main").waitFor();
  await comesBack(page);
  await page.waitForTimeout(300);
  assert.ok(page.url().endsWith("/plans/CIN-1042"));
});

test("where a sign-out does not arrive it is said, and no tab is left", async (t) => {
  const plan = await openPlan(t, "CIN-1042");
  const list = await another(plan, "/plans");
  await list.route("**/sign-out", (route) => route.abort());
  await signOut(list);
  await list.getByText("You are still signed in: the portal does not answer.").waitFor();
  assert.equal(await list.locator("main").isVisible(), true);
  assert.ok(plan.url().endsWith("/plans/CIN-1042") && list.url().endsWith("/plans"));
  await list.unroute("**/sign-out");
  await signOut(list);
  await Promise.all([atSignIn(list), atSignIn(plan)]);
});

test("signing out everywhere leaves every tab too", async (t) => {
  const plan = await openPlan(t, "CIN-1042");
  const account = await another(plan, "/account");
  await account.getByRole("button", { name: "Sign out everywhere and forget my drafts’ keys" }).click();
  await Promise.all([atSignIn(account), atSignIn(plan)]);
});

test("what this device could not keep stays in a locked form, and nothing else of the page", async (t) => {
  const page = await openPlan(t, "CIN-1042", {
    prepare: (page) => page.addInitScript(() => {
      for (const store of ["indexedDB", "localStorage"]) Object.defineProperty(globalThis, store, { get() { throw new DOMException("no", "SecurityError"); } });
    }),
  });
  await write(page, TYPED);
  const asked = new Promise((resolve) => page.once("dialog", (dialog) => resolve(dialog.type()) ?? dialog.dismiss()));
  const list = await another(page, "/plans");
  await signOut(list);
  assert.equal(await asked, "beforeunload", "the browser asks before it goes");
  await page.getByRole("heading", { name: "This form is locked" }).waitFor();
  await page.getByRole("link", { name: "Sign in again" }).waitFor();
  assert.doesNotMatch(await page.locator("body").innerText(), /Version 1|Ada Okafor|Tunde/);
  await list.getByRole("button", { name: "Ada Okafor" }).click();
  await list.waitForURL("**/plans");
  await page.getByRole("button", { name: "Go on" }).click();
  await page.locator(TRIGGER).waitFor();
  assert.equal((await recordOf(page)).contingency.trigger, TYPED);
  assert.match(await page.locator("body").innerText(), /Version 1[^]*Ada Okafor|Ada Okafor[^]*Version 1/);
});
