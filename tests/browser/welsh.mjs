// The form in Welsh, asked for on the element or inherited from the page around it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { translated } from "./look.mjs";
import { openPlan, quiet, ready, said, visit } from "./world.mjs";

test("in Welsh nothing is left in English, on any page", async (t) => {
  const english = await translated();
  assert.ok(english.size > 700, `${english.size} sentences in both languages`);
  const page = await openPlan(t, "CIN-1042");
  await page.locator("#plan").evaluate((plan) => plan.setAttribute("lang", "cy"));
  await page.locator("h2", { hasText: "Rhestr dasgau" }).waitFor();
  assert.equal(await page.locator(".ta-form").getAttribute("lang"), "cy");
  const strip = await page.locator(".ta-strip").innerText();
  assert.match(strip, /Dyddiadau i’w cadw/);
  assert.match(strip, /Adolygu’r cynllun erbyn/);
  assert.doesNotMatch(strip, /\b(January|February|March|April|May|working|Overdue|Due)\b/);
  const seen = new Set();
  const look = async () => (await said(page.locator("#plan"))).forEach((text) => seen.add(text));
  await look();
  const names = await page.locator(".govuk-task-list__link").allTextContents();
  for (const name of names) {
    await page.getByRole("button", { name, exact: true }).click();
    await look();
    const lists = page.locator(".ta-list");
    for (let index = 0; index < (await lists.count()); index += 1) {
      const open = lists.nth(index).locator("[data-act=open], [data-act=add]").first();
      if (!(await open.isVisible().catch(() => false))) continue;
      await open.click();
      await look();
    }
    await page.locator(".govuk-back-link").click();
  }
  await page.getByRole("button", { name: "Gwirio eich atebion" }).click();
  for (const why of await page.getByRole("button", { name: "Pam rydym yn gofyn" }).all()) await why.click();
  await page.getByRole("button", { name: "Gorffen ac anfon" }).click();
  await look();
  const leftovers = [...seen].filter((text) => english.has(text));
  assert.deepEqual(leftovers, []);
  const findings = await page.locator("#plan").evaluate((plan) => plan.check().map((one) => one.message));
  assert.ok(findings.some((message) => message.includes("Darllenwyd") || /(Dywedwch|Gofynnwch|Rhowch|Nodwch)/.test(message)), findings[0]);
  assert.deepEqual(findings.filter((message) => english.has(message)), []);
  t.diagnostic(strip.replace(/\s+/g, " "));
  t.diagnostic(`${seen.size} texts seen, against ${english.size} English sentences; for example “${findings[0]}”`);
  t.diagnostic(quiet(page));
});

test("the language is the element’s own, or that of what it stands in", async (t) => {
  const page = await visit(t, { path: "/pages/two.html" });
  const headings = async (selector) => (await ready(page, selector)).locator("[data-heading=page]").textContent();
  assert.equal(await headings("#english"), "Task list");
  assert.equal(await headings("#welsh"), "Rhestr dasgau");
  await page.evaluate(() => {
    const third = document.createElement("team-around-plan");
    third.id = "third";
    third.setAttribute("protocol", "hampshire-cin-2018");
    document.getElementById("second").append(third);
  });
  assert.equal(await headings("#third"), "Rhestr dasgau", "inherited");
  assert.equal(await page.locator("#third .ta-form").getAttribute("lang"), "cy");
  await page.locator("#third").evaluate((third) => third.setAttribute("lang", "en-GB"));
  assert.equal(await headings("#third"), "Task list", "its own");
  t.diagnostic(quiet(page));
});
