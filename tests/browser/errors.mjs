// What is wrong, where it is said, and where the focus goes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, openPlan, quiet, recordOf } from "./world.mjs";

/** A question’s boxes, and what ties them to the findings beside it. */
const question = (page, place) =>
  page.locator("team-around-plan").evaluate((element, place) => {
    const root = element.shadowRoot;
    const boxes = [...root.querySelectorAll(`input[id="${place}"], textarea[id="${place}"], input[id^="${place}/"]`)];
    const described = boxes[0].getAttribute("aria-describedby") ?? boxes[0].closest("fieldset").getAttribute("aria-describedby");
    const parts = described.split(" ").map((id) => root.getElementById(id));
    return {
      values: boxes.map((box) => box.value),
      invalid: boxes.map((box) => box.getAttribute("aria-invalid")),
      loose: parts.filter((part) => !part).length,
      described: parts.map((part) => part?.textContent ?? "").join(" "),
    };
  }, place);

/** Whose answer, heading or card has the focus. */
const focus = (page) =>
  page.evaluate(() => {
    const active = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
    const { ask, day, many, heading, act } = active.dataset;
    const up = active.closest("[id]")?.id;
    return { tag: active.localName, at: ask ?? day ?? many ?? heading ?? up, act, visible: active.checkVisibility() };
  });

test("a date that does not exist is kept in its boxes and reported once it is left", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  const place = "plan/actions/t-1/due";
  await goTo(page, "Needs, outcomes and actions");
  await page.locator('[data-act=open][data-at="plan/actions/t-1"]').click();
  const boxes = page.locator(`input[id^="${place}/"]`);
  await boxes.nth(0).fill("31");
  await boxes.nth(1).fill("02");
  await boxes.nth(2).fill("2026");
  await page.waitForTimeout(500);
  assert.deepEqual((await question(page, place)).invalid, [null, null, null], "nothing is said while the boxes are written in");
  await boxes.nth(2).press("Tab");
  await page.locator(`[id="${place}/found"] .ta-finding--must`).waitFor();
  const seen = await question(page, place);
  assert.deepEqual(seen.values, ["31", "02", "2026"]);
  assert.deepEqual(seen.invalid, ["true", "true", "true"]);
  assert.equal(seen.loose, 0, "each part of the description exists");
  assert.match(seen.described, /31\/02\/2026/);
  assert.deepEqual((await recordOf(page)).plan.actions[0].due, { unread: "31/02/2026" });

  const found = page.locator(`[id="${place}/found"]`);
  const why = found.getByRole("button", { name: "Why we ask" }).first();
  assert.equal(await why.getAttribute("aria-expanded"), "false");
  await why.press("Enter");
  assert.equal(await why.getAttribute("aria-expanded"), "true");
  assert.match(await found.locator(".ta-finding__source").first().textContent(), /own advice\. No document asks for it\.$/);

  await boxes.nth(0).fill("28");
  await boxes.nth(0).blur();
  await found.locator(".ta-finding--must").waitFor({ state: "detached" });
  assert.deepEqual((await question(page, place)).invalid, [null, null, null]);
  assert.equal((await recordOf(page)).plan.actions[0].due, "2026-02-28");
  t.diagnostic(`“${seen.described.trim()}”; ${quiet(page)}`);
});

test("the error summary takes the focus, and each of its links goes to its place", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  const address = page.url();
  const depth = await page.evaluate(() => history.length);
  await page.getByRole("button", { name: "Check your answers" }).click();
  await page.getByRole("button", { name: "Finish and send" }).click();
  await page.waitForFunction(() => document.activeElement.shadowRoot?.activeElement?.dataset.heading === "summary");
  assert.equal(await page.locator("#state").textContent(), "Draft", "nothing was sent");

  const links = page.locator(".ta-error-link");
  const places = await links.evaluateAll((links) => links.map((link) => link.dataset.at));
  const stopping = await page.evaluate(() => {
    const findings = document.getElementById("plan").check();
    return findings.filter((one) => one.status === "unmet" && ["must", "safety"].includes(one.severity) && !one.set_aside).map((one) => one.place);
  });
  assert.deepEqual([...places].sort(), [...stopping].sort());
  assert.ok(new Set(places.map((place) => place.split("/")[0])).size > 5, "the places are on many pages");

  for (const [index, place] of places.entries()) {
    const back = page.getByRole("button", { name: /^Back to what stops sending: \d+ points/ });
    if (index > 0) await back.click();
    await links.nth(index).click();
    await page.waitForTimeout(50);
    const now = await focus(page);
    assert.ok(now.at?.startsWith(place) && now.act !== "go" && now.visible, `${place}: the focus is on ${JSON.stringify(now)}`);
    assert.equal(page.url(), address);
  }
  assert.equal(await page.evaluate(() => history.length), depth, "the browser’s history is the host’s");
  t.diagnostic(`${places.length} links, each to its place; ${quiet(page)}`);
});

test("a finding on the check page opens to its source and to the count of its days", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  await page.getByRole("button", { name: "Check your answers" }).click();
  const late = page.locator(".ta-finding", { hasText: "was due to be sent to Marcus Oyelaran" });
  const seen = await late.evaluate(async (finding) => {
    finding.querySelector("button").click();
    await new Promise(requestAnimationFrame);
    return finding.textContent;
  });
  assert.match(seen, /Reviewing the plan/, "the document’s heading");
  assert.match(seen, /10 working days/, "the interval");
  assert.match(seen, /10 February 2026/, "the day from which it is counted");
  t.diagnostic(seen.replace(/\s+/g, " "));
  t.diagnostic(quiet(page));
});

test("one fault is said once", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  await goTo(page, "Needs, outcomes and actions");
  await page.locator('[data-act=open][data-at="plan/actions/t-6"]').click();
  await page.locator('[id="plan/actions/t-6/due/day"]').focus();
  await page.locator('[id="plan/actions/t-6/due/year"]').blur();
  await page.locator('[id="plan/actions/t-6/what"]').focus();
  const found = page.locator('[id="plan/actions/t-6/due/found"] .ta-finding');
  await found.first().waitFor();
  assert.equal(await found.count(), 1, (await found.allTextContents()).join(" · "));
});

test("a reason that is begun while the form looks again is not taken away", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  await page.getByRole("button", { name: "Check your answers" }).click();
  const opener = page.getByRole("button", { name: "Set aside this rule" });
  await page.locator("team-around-plan").evaluate(async (plan) => {
    const root = plan.shadowRoot;
    const named = (text) => [...root.querySelectorAll("button")].filter((one) => one.textContent === text);
    const settle = () => new Promise((done) => setTimeout(done, 30));
    named("Set aside this rule")[0].click();
    await settle();
    const reason = root.querySelector('[id^="aside/"][id$="/reason"]');
    reason.value = "Agreed at the meeting.";
    reason.dispatchEvent(new Event("input", { bubbles: true }));
    named("Set aside this rule")[1].click();
    await settle();
    named("Set aside this rule")[0].click();
  });
  const reason = page.locator('[id^="aside/"][id$="/reason"]');
  await reason.fill("Begun at once");
  await page.waitForTimeout(700);
  assert.equal(await reason.inputValue(), "Begun at once");
  assert.ok(await opener.count() > 1);
  t.diagnostic(quiet(page));
});
