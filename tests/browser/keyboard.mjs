// The whole plan by keyboard alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Keys } from "./keys.mjs";
import { LEFT_OPEN, nearlyComplete, store } from "./plans.mjs";
import { openPlan, quiet, recordOf } from "./world.mjs";

test("an empty plan is written by keyboard alone, saved, and sent back to what is missing", async (t) => {
  const page = await openPlan(t, "CIN-1043");
  const keys = new Keys(page);
  const at = async (heading) => assert.equal((await keys.here()).heading, heading);

  await keys.push("The child or children");
  await at("page");
  await keys.push("Add a child", { key: "Space" });
  await keys.write("Full name", "Nia Invented");
  await keys.day("Date of birth", 4, 5, 2019);
  await keys.push("Done");
  assert.equal((await keys.here()).tag, "article", "the card that was closed has the focus");

  await keys.push("Continue");
  await at("page");
  await keys.push("Add a family member");
  await keys.write("Full name", "Rhian Invented");
  await keys.choose("Relationship to the child", "other");
  await keys.pick("parental responsibility", "Yes");
  await keys.push("Done");

  await keys.push("Continue");
  await keys.push("Add an agency");
  await keys.write(/^(Name|Full name|Agency)/, "Ysgol Bryn Derw");
  await keys.push("Done");
  await keys.push("Add a professional");
  await keys.write(/^(Name|Full name)/, "Ada Okafor");
  await keys.choose("Role", "ocial worker");
  await keys.choose(/^Agency/, "Ysgol Bryn Derw");
  await keys.push("Done");

  await keys.push("Back to task list", { back: true });
  await at("page");
  await keys.push("Needs, outcomes and actions");
  await keys.day("Date the plan started", 2, 3, 2026);
  await keys.push("Add a need");
  await keys.write("What the child needs", "Nia needs to sleep through the night.");
  await keys.push("Done");
  await keys.push("Add an outcome");
  await keys.write("What will be different for the child", "Nia sleeps in her own bed all night.");
  await keys.push("Done");
  await keys.push("Add an action");
  await keys.write("What will be done", "Book a hearing test.");
  await keys.choose("Who will do it", "Ada Okafor");
  await keys.day("Date it will be done by", 20, 3, 2026);
  await keys.push("Done");

  await keys.push("Back to task list", { back: true });
  await keys.push("If things do not change");
  await keys.write(/What would show|When|trigger|/i, "Nia is alone at night.", { tag: "textarea" });
  await keys.push("Continue");

  await keys.push("Add a meeting");
  await keys.choose("Kind of meeting", "");
  await keys.press("ArrowDown");
  await keys.day("Date of the meeting", 2, 3, 2026);
  await keys.day("Date of the next meeting", 30, 3, 2026);
  await keys.push("Done");

  await keys.push("Back to task list", { back: true });
  await keys.push("Save");
  await page.locator(".ta-receipt", { hasText: "receipt number" }).waitFor();
  assert.equal((await keys.here()).name, "Save", "a draft’s receipt is said, and takes no focus from somebody who may be typing");

  const record = await recordOf(page);
  const [need] = record.plan.needs;
  const [outcome] = record.plan.outcomes;
  const [action] = record.plan.actions;
  assert.equal(record.children[0].name, "Nia Invented");
  assert.equal(record.children[0].date_of_birth, "2019-05-04");
  assert.equal(record.people[0].parental_responsibility, "yes");
  assert.equal(record.professionals[0].agency, record.agencies[0].id);
  assert.equal(outcome.need, need.id);
  assert.equal(action.outcome, outcome.id);
  assert.equal(action.owner, record.professionals[0].id);
  assert.equal(action.due, "2026-03-20");
  assert.equal(record.meetings[0].next_on, "2026-03-30");
  assert.ok(Object.values(record.contingency).includes("Nia is alone at night."));

  await keys.push("Check your answers");
  await at("page");
  await keys.push("Finish and send");
  await page.waitForTimeout(100);
  await at("summary");
  t.diagnostic(keys.told());
  t.diagnostic(quiet(page));
});

test("the last point is set aside and the plan is finished by keyboard alone", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  await store(page, "CIN-1042", nearlyComplete(await recordOf(page)));
  await page.reload();
  await page.waitForFunction(() => document.getElementById("plan").record?.distribution?.copies?.length > 8);
  const keys = new Keys(page);
  await keys.push("Check your answers");
  const stops = await page.evaluate(() => document.getElementById("plan").check().filter((f) => f.severity === "must" && f.status === "unmet"));
  assert.deepEqual(stops.map(({ rule, place }) => ({ rule, place })), [LEFT_OPEN]);

  await keys.push("Set aside this rule", { key: "Space" });
  await keys.push("Set aside this rule");
  assert.equal((await recordOf(page)).overrides.length, 1, "nothing is set aside without a reason");
  await keys.write("Why this rule does not fit here", "Mali’s words are watched, not timed.", { back: true });
  await keys.to("Your name");
  await keys.to("Your role");
  await keys.to("Set aside this rule");
  await keys.press("Enter");
  const item = page.locator(".ta-open__item", { hasText: "Mali’s words are watched, not timed." });
  await item.getByRole("button", { name: "Apply this rule again" }).waitFor();
  const aside = (await recordOf(page)).overrides.at(-1);
  assert.deepEqual(
    { rule: aside.rule, place: aside.place, reason: aside.reason, name: aside.name, role: aside.role },
    { ...LEFT_OPEN, reason: "Mali’s words are watched, not timed.", name: "Ada Okafor", role: "Social worker" },
  );

  await keys.to("Finish and send");
  await keys.press("Enter");
  await page.locator(".ta-receipt", { hasText: "receipt number" }).waitFor();
  const stop = await keys.here();
  assert.equal(stop.heading, "receipt", "the receipt has the focus");
  assert.match(stop.name, /Your receipt number is [0-9a-f]+/);
  assert.equal(await page.locator("#state").textContent(), "Final");
  await keys.push("Back to task list");
  await keys.push("The child or children");
  await keys.push(/^Show /);
  const boxes = page.locator(".ta-row--open input.govuk-input, .ta-row--open textarea");
  assert.ok((await boxes.count()) > 3);
  for (const box of await boxes.all()) assert.equal(await box.isEditable(), false, "what was sent is only read");
  t.diagnostic(keys.told());
  t.diagnostic(`${stop.name}; ${quiet(page)}`);
});

test("setting a rule aside leaves the focus in the form", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  await page.getByRole("button", { name: "Check your answers" }).click();
  const box = page.getByRole("button", { name: "Set aside this rule" });
  await box.first().click();
  await page.getByLabel("Why this rule does not fit here").fill("It is decided at the review.");
  await box.nth(1).focus();
  await page.keyboard.press("Enter");
  await page.waitForTimeout(100);
  const stop = await new Keys(page).here();
  assert.ok(stop.inside, `the focus is on ${stop.tag}`);
});
