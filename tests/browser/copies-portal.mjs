// A copy for the family in the portal: prepared, approved, handed to one reader, and what she says of it.  reliability.md V2

import assert from "node:assert/strict";
import { test } from "node:test";
import { approved, copiesPage, entry, FAMILY, handOut, openCopy, PLAN, SENTENCES } from "./handed.mjs";
import { axe, measure } from "./look.mjs";
import { openPlan, quiet, visit } from "./world.mjs";

/** All that a browser may have kept of a page. */
async function left(page) {
  const kept = await page.evaluate(async () => ({
    local: localStorage.length, session: sessionStorage.length, cookies: document.cookie, name: window.name, state: history.state,
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  return { ...kept, jar: (await page.context().cookies()).length };
}
const NOTHING = { local: 0, session: 0, cookies: "", name: "", state: null, databases: 0, caches: 0, workers: 0, jar: 0 };

const shown = (page) => page.evaluate((family) => document.querySelector(family).shadowRoot.textContent, FAMILY);
const whole = (page) => page.evaluate(() => document.documentElement.outerHTML);

/** Says something of the part about who does what. */
async function say(page, words) {
  await page.getByRole("button", { name: /^I think this is wrong: Who will do what/ }).click();
  await page.keyboard.type(words);
  await page.getByRole("button", { name: "Send", exact: true }).click();
}

test("a copy that was approved reaches one reader, and what she says comes back as a comment", async (t) => {
  const { origin, bryn } = await approved(t);
  const copies = await copiesPage(t, origin);
  assert.match(await entry(copies).innerText(), /Approved[^]*Bryn Parry, Team manager, approved it on 2 March 2026\. It can be read until 29 May 2026\./);
  const link = await handOut(copies);
  assert.match(await entry(copies).innerText(), /Link made by Ada Okafor, Social worker[^]*Nobody opened it\./);

  const eirlys = await openCopy(t, origin, link);
  const text = await shown(eirlys);
  for (const words of SENTENCES) assert.ok(text.includes(words), words);
  for (const words of ["stair gate", "lock that goes click", "Rhes yr Afon", "999", "Monitor"]) assert.ok(!text.includes(words), words);
  assert.equal(await eirlys.title(), "What was agreed");
  assert.doesNotMatch(eirlys.url() + (await whole(eirlys)), /Eirlys|Pryce|Ifan|Mali|CIN/);
  assert.match(text, /Your browser still remembers that you were here/);
  // How long the link opens is said before the plan, and goes with it when somebody walks in.
  const notice = eirlys.getByText("Your link opens until Monday 16 March 2026, which is sooner than the day that the copy names.");
  const [above, below] = [await notice.boundingBox(), await eirlys.locator(`${FAMILY} h1`).boundingBox()];
  assert.ok(above.y + above.height <= below.y, "above the plan");
  await eirlys.getByRole("button", { name: "Hide this page" }).click();
  assert.deepEqual([await notice.isVisible(), (await eirlys.locator("body").innerText()).trim()], [false, ""]);
  await eirlys.getByRole("button", { name: "Continue" }).click();
  await notice.waitFor();
  assert.deepEqual(await left(eirlys), NOTHING);
  assert.deepEqual((await axe(eirlys)).told, []);
  const { wide, small, width } = await eirlys.evaluate(measure, FAMILY);
  assert.deepEqual({ wide, small, width }, { wide: [], small: [], width: 320 });

  await say(eirlys, "I have them on Saturdays too.");
  await eirlys.getByText("It will be read by the people who wrote the plan.").waitFor();
  const plan = await visit(t, { path: "/plans", as: "ada", on: origin });
  await plan.getByRole("link", { name: "1 comment of the family that nobody has read" }).click();
  const comment = plan.locator("#comments li", { hasText: "I have them on Saturdays too." });
  assert.match(await comment.innerText(), /I think this is wrong, on “Who will do what, and by when\?” in the copy for Eirlys Pryce\./);
  await comment.getByRole("button", { name: /^Mark as read/ }).click();
  await comment.getByText("Read by you just now.").waitFor();
  await plan.reload();
  assert.match(await plan.locator("#comments").innerText(), /Everything is read/);
  t.diagnostic((await entry(copies).innerText()).replace(/\s+/g, " "));
  t.diagnostic([quiet(bryn), quiet(copies), quiet(eirlys), quiet(plan)].join("; "));
});

test("a link that was revoked opens the same page as one that never was, and nothing else", async (t) => {
  const { origin } = await approved(t);
  const copies = await copiesPage(t, origin);
  const link = await handOut(copies);
  const eirlys = await openCopy(t, origin, link);
  await copies.reload();
  assert.match(await entry(copies).innerText(), /It was first opened on/);
  assert.ok(!(await whole(copies)).includes(link), "the address is shown once");
  await entry(copies).getByRole("button", { name: "Revoke the link for Eirlys Pryce" }).click();
  await copies.locator("#told", { hasText: "is revoked. It does not open anything now." }).waitFor();
  assert.equal(await entry(copies).getByRole("button", { name: /^Revoke/ }).count(), 0);

  // What she says now goes nowhere, and the plan is taken off the page. What she wrote is still hers.
  const WRITTEN = "I have them on Saturdays too.";
  await say(eirlys, WRITTEN);
  await eirlys.getByRole("heading", { name: "Not available" }).waitFor();
  await eirlys.getByText("What you wrote was not sent.").waitFor();
  assert.equal(await eirlys.getByRole("textbox").inputValue(), WRITTEN);
  assert.doesNotMatch(await shown(eirlys) + (await whole(eirlys)), new RegExp(SENTENCES.map((words) => words.slice(0, 20)).join("|")));
  assert.deepEqual((await axe(eirlys)).told, []);
  assert.deepEqual(await left(eirlys), NOTHING);
  await eirlys.reload();
  assert.equal(await eirlys.locator(FAMILY).count(), 0);
  const pages = [await whole(eirlys)];
  for (const path of [link, `${link}/plain`, `${link}/copy.json`, `/read/${"0".repeat(64)}`, "/read/x/plain"]) {
    const page = await visit(t, { path, on: origin, viewport: { width: 320, height: 640 } });
    pages.push(await whole(page));
    assert.deepEqual((await axe(page)).told, []);
    assert.deepEqual(await left(page), NOTHING);
    quiet(page, /status of 404/);
  }
  assert.equal(new Set(pages).size, 1);
  assert.equal((await eirlys.locator("body").innerText()).replace(/\s+/g, " ").trim(), "Not available Ddim ar gael");
  quiet(eirlys, /status of 404/);
});

test("a choice in somebody else’s name is refused, and the form leads to where it is made again", async (t) => {
  const page = await openPlan(t, "CIN-1042", { as: "bryn" });
  await page.route("**/plans/CIN-1042", async (route) => {
    const envelope = route.request().postDataJSON();
    envelope.record.sharing.choices[2].wording = "You will get help.";
    await route.continue({ postData: JSON.stringify(envelope) });
  }, { times: 1 });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const link = page.locator('.govuk-error-summary [data-at="sharing/choices/zc-3/by"]');
  await link.waitFor();
  assert.match(await link.innerText(), /: this was decided in Ada Okafor’s name\. You can decide about a copy as Bryn Parry only\./);
  await link.click();
  await page.locator("[data-heading=page]", { hasText: "Copies for the family" }).waitFor();
  await page.getByRole("button", { name: /^Look at this copy/ }).first().waitFor();
  t.diagnostic((await link.innerText()).replace(/\s+/g, " "));
  t.diagnostic(quiet(page, /status of 422/));
});

test("leaving takes the page’s place, leaves nothing behind, and there is no way back", async (t) => {
  const { origin } = await approved(t);
  const link = await handOut(await copiesPage(t, origin));
  for (const way of ["button", "shift"]) {
    const page = await visit(t, { path: "/pages/index.html", on: origin });
    await page.goto(origin + link);
    await page.locator(`${FAMILY} main`).waitFor();
    const away = `${origin}/pages/none.html`;
    await page.locator(FAMILY).evaluate((element, away) => element.setAttribute("exit-url", away), away);
    const began = Date.now();
    if (way === "button") await page.getByRole("button", { name: "Leave this page" }).click({ noWaitAfter: true });
    else for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
    await page.waitForURL(away, { waitUntil: "commit" });
    t.diagnostic(`${way}: another page after ${Date.now() - began} ms`);
    assert.deepEqual(await left(page), NOTHING, way);
    await page.goBack();
    assert.ok(page.url().endsWith("/pages/index.html"), way);
    await page.goForward();
    assert.ok(page.url().endsWith("/pages/none.html"), way);
    assert.deepEqual(await left(page), NOTHING, way);
  }
});

test("without scripts there is a page with the same copy", async (t) => {
  const { origin } = await approved(t);
  const link = await handOut(await copiesPage(t, origin));
  const page = await visit(t, { path: link, on: origin, javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await page.getByRole("link", { name: "Nothing happens? Open the plain page" }).click();
  await page.locator("main.ta-family h1").waitFor();
  const text = await page.locator("main").innerText();
  for (const words of SENTENCES) assert.ok(text.includes(words), words);
  assert.equal(await page.title(), "What was agreed");
  const { maximum, wide } = await page.evaluate(() => ({
    maximum: getComputedStyle(document.querySelector("main")).maxWidth, wide: document.scrollingElement.scrollWidth,
  }));
  assert.notEqual(maximum, "none", "its own styles are allowed");
  assert.equal(wide, 320);
  const scripted = await visit(t, { path: `${link}/plain`, on: origin, viewport: { width: 320, height: 640 } });
  assert.deepEqual((await axe(scripted)).told, []);
  assert.deepEqual(await left(scripted), NOTHING);
  t.diagnostic([quiet(page), quiet(scripted)].join("; "));
});

test("what could not be sent is said so, and stays in its box until it is", async (t) => {
  const { origin } = await approved(t);
  const eirlys = await openCopy(t, origin, await handOut(await copiesPage(t, origin)));
  await eirlys.route("**/comments", (route) => route.abort());
  await say(eirlys, "I have them on Saturdays too.");
  await eirlys.getByText("It was not sent. What you wrote is still here.").waitFor();
  assert.equal(await eirlys.getByRole("textbox").inputValue(), "I have them on Saturdays too.");
  await eirlys.unroute("**/comments");
  await eirlys.getByRole("button", { name: "Send", exact: true }).click();
  await eirlys.getByText("It will be read by the people who wrote the plan.").waitFor();
  const plan = await visit(t, { path: PLAN, as: "ada", on: origin });
  await plan.locator("#comments", { hasText: "I have them on Saturdays too." }).waitFor();
  assert.equal(await plan.locator("#comments li").count(), 1);
  quiet(eirlys, /ERR_FAILED/);
});

test("axe finds nothing on the pages of those who hand copies out, at 320 pixels and at 1280", async (t) => {
  const { origin } = await approved(t);
  const link = await handOut(await copiesPage(t, origin));
  const eirlys = await openCopy(t, origin, link);
  await say(eirlys, "I have them on Saturdays too.");
  await eirlys.getByText("It will be read by the people who wrote the plan.").waitFor();
  for (const width of [320, 1280]) {
    const viewport = { width, height: 800 };
    const copies = await copiesPage(t, origin, { viewport });
    await handOut(copies);
    const plan = await visit(t, { path: PLAN, as: "ada", on: origin, viewport });
    await plan.locator("#comments").waitFor();
    for (const page of [copies, plan]) {
      assert.deepEqual((await axe(page)).told, [], `${width}`);
      assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), width);
      quiet(page);
    }
  }
});
