// Several people on one plan of the portal.

import assert from "node:assert/strict";
import { test } from "node:test";
import { nearlyComplete, store } from "./plans.mjs";
import { goTo, openPlan, quiet, recordOf, visit } from "./world.mjs";

const write = async (page, text) => {
  await goTo(page, "If things do not change");
  await page.locator('[id="contingency/trigger"]').fill(text);
};

const save = async (page) => {
  await page.locator(".govuk-back-link").click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
};

test("the second of two people is shown both versions, loses nothing, and may keep their own", async (t) => {
  const ada = await openPlan(t, "CIN-1042");
  const cerys = await openPlan(t, "CIN-1042", { as: "cerys", on: ada.origin });
  await write(cerys, "Tunde rings the school.");
  await save(cerys);
  await cerys.locator("#sent", { hasText: "Version 2" }).waitFor();

  await write(ada, "Tunde comes to the house at night.");
  await save(ada);
  const both = ada.locator("#conflict");
  await both.waitFor();
  const said = await both.innerText();
  assert.match(said, /Cerys Hughes.*version 2/);
  assert.match(said, /Tunde comes to the house at night\.[^]*Tunde rings the school\./);
  assert.equal(await both.locator("#conflict-differences li").count(), 1);
  assert.equal(await ada.evaluate(() => document.activeElement.id), "conflict");
  assert.equal((await recordOf(ada)).contingency.trigger, "Tunde comes to the house at night.", "nothing typed is lost");
  assert.match(await ada.locator(".govuk-error-summary").textContent(), /while you were writing/);

  const theirs = await visit(t, { path: `/plans/CIN-1042/versions/2`, as: "ada", on: ada.origin });
  await theirs.waitForFunction(() => document.getElementById("plan").record?.contingency?.trigger);
  assert.equal((await recordOf(theirs)).contingency.trigger, "Tunde rings the school.");
  assert.equal(await theirs.getByRole("button", { name: "Save", exact: true }).count(), 0, "it is only read");

  await ada.getByRole("button", { name: "Keep mine" }).click();
  await ada.locator("#sent", { hasText: "Version 3" }).waitFor();
  assert.ok(await both.isHidden());
  assert.equal(await ada.locator(".govuk-error-summary").count(), 0);
  const after = await openPlan(t, "CIN-1042", { as: "bryn", on: ada.origin });
  assert.equal((await recordOf(after)).contingency.trigger, "Tunde comes to the house at night.");
  t.diagnostic(said.replace(/\s+/g, " "));
  t.diagnostic([quiet(ada, /status of 409/), quiet(cerys), quiet(theirs)].join("; "));
});

test("what was changed on its way is refused, at the place", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  const record = nearlyComplete(await recordOf(page));
  record.plan.outcomes[3].target_date = "2026-05-22";
  await store(page, "CIN-1042", record);
  await page.reload();
  await page.waitForFunction(() => document.getElementById("plan").record?.plan?.outcomes?.[3]?.target_date);
  await page.route("**/plans/CIN-1042", async (route) => {
    const envelope = route.request().postDataJSON();
    envelope.record.plan.outcomes[3].target_date = null;
    await route.continue({ postData: JSON.stringify(envelope) });
  }, { times: 1 });
  await page.getByRole("button", { name: "Check your answers" }).click();
  await page.getByRole("button", { name: "Finish and send" }).click();
  const link = page.locator('.govuk-error-summary [data-at="plan/outcomes/o-4/target_date"]');
  await link.waitFor();
  const said = await page.locator(".govuk-error-summary").innerText();
  assert.match(said, /does not agree with what the portal knows/);
  assert.equal((await recordOf(page)).plan.outcomes[3].target_date, "2026-05-22");
  await link.click();
  await page.waitForTimeout(50);
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.id), "plan/outcomes/o-4/target_date/day");
  t.diagnostic(said.replace(/\s+/g, " "));
  t.diagnostic(quiet(page, /status of 422/));
});

test("the manager sees the plan, what is open, and the rule that was set aside", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  await page.getByRole("button", { name: "Check your answers" }).click();
  const open = page.locator(".ta-open__item", { hasText: "Describe the child’s culture" });
  await open.getByRole("button", { name: "Set aside this rule" }).click();
  await open.getByLabel("Why this rule does not fit here").fill("Delyth writes this herself next week.");
  await open.getByRole("button", { name: "Set aside this rule" }).last().click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.locator("#sent", { hasText: "Version 2" }).waitFor();

  const manager = await visit(t, { path: "/plans", as: "bryn", on: page.origin });
  const plan = manager.locator("#CIN-1042");
  const said = await plan.innerText();
  assert.match(said, /Delyth writes this herself next week\.\s*Ada Okafor, Social worker/);
  assert.match(said, /unmet, of which 12 stop it from being made final/);
  await plan.getByRole("link", { name: "CIN-1042" }).click();
  await manager.waitForFunction(() => document.getElementById("plan").record?.overrides?.length === 2);
  await manager.getByRole("button", { name: "Check your answers" }).click();
  await manager.getByText("Set aside by Ada Okafor, Social worker: Delyth writes this herself next week.").first().waitFor();
  t.diagnostic(said.split("\n").filter(Boolean).slice(0, 4).join(" "));
  t.diagnostic([quiet(page), quiet(manager)].join("; "));
});
