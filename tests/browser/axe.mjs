// axe over every page and state, with every rule on. It finds about half of what can be wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, looker } from "./look.mjs";
import { nearlyComplete, store } from "./plans.mjs";
import { openPlan, quiet, ready, toTasks, visit } from "./world.mjs";

async function eachPage(page, look) {
  const names = await page.locator(".govuk-task-list__link").allTextContents();
  for (const name of names) {
    await page.getByRole("button", { name, exact: true }).click();
    await look(name);
    await toTasks(page);
  }
}

test("axe looks inside the element, and finds what is put there wrong", async (t) => {
  const page = await visit(t);
  const element = await ready(page);
  const before = await axe(page);
  assert.ok(before.inside > 0, "nodes inside the shadow root are among the passes");
  assert.deepEqual(before.told, []);
  await element.evaluate((element) => {
    const form = element.shadowRoot.querySelector(".ta-form");
    const box = form.appendChild(document.createElement("input"));
    box.type = "text";
    const small = form.appendChild(document.createElement("p"));
    for (const name of ["one", "two"]) {
      const target = small.appendChild(document.createElement("button"));
      target.setAttribute("aria-label", name);
      target.style.cssText = "width:10px;height:10px;padding:0;border:0;display:inline-block";
    }
  });
  const found = (await axe(page)).told.map((told) => told.split(":")[0]);
  assert.deepEqual(found.sort(), ["label", "target-size"]);
  t.diagnostic(`${before.rules} rules, ${before.inside} kinds of node inside; then found: ${found.join(", ")}`);
});

test("axe finds nothing on an empty plan", async (t) => {
  const page = await openPlan(t, "CIN-1043");
  const { look, told } = looker(page);
  await look("the task list");
  await eachPage(page, look);
  await page.getByRole("button", { name: "Check your answers" }).click();
  await look("the check page");
  t.diagnostic(told());
});

test("axe finds nothing on a plan that is half done", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  const { look, told } = looker(page);
  await look("the task list");
  await eachPage(page, look);
  await page.getByRole("button", { name: "Needs, outcomes and actions" }).click();
  await page.locator('[data-act=open][data-at="plan/actions/t-6"]').click();
  await look("an open row");
  await toTasks(page);
  await page.getByRole("button", { name: "Check your answers" }).click();
  await look("the check page");
  await page.getByRole("button", { name: "Set aside this rule" }).first().click();
  await page.getByRole("button", { name: "Why we ask" }).first().click();
  await look("a rule that is being set aside");
  await page.getByRole("button", { name: "Finish and send" }).click();
  await look("the error summary");
  await page.locator(".ta-error-link").first().click();
  await look("an answer in error");
  t.diagnostic(told());
});

test("axe finds nothing in Welsh, on a telephone, or in forced colours", async (t) => {
  for (const [state, settings] of [
    ["320 pixels", { viewport: { width: 320, height: 640 } }],
    ["forced colours", { forcedColors: "active" }],
    ["Welsh", {}],
  ]) {
    const page = await openPlan(t, "CIN-1042", settings);
    const { look, told } = looker(page);
    const names = state === "Welsh" ? ["Gwirio eich atebion", "Gorffen ac anfon"] : ["Check your answers", "Finish and send"];
    if (state === "Welsh") {
      await page.locator("#plan").evaluate((plan) => plan.setAttribute("lang", "cy"));
      await page.locator("h2", { hasText: "Rhestr dasgau" }).waitFor();
    }
    await look(`${state}: the task list`);
    await page.getByRole("button", { name: names[0] }).click();
    await page.getByRole("button", { name: names[1] }).click();
    await look(`${state}: the errors`);
    await page.locator('.ta-error-link[data-at="plan/actions/t-6/due"]').click();
    await look(`${state}: an answer in error`);
    t.diagnostic(`${state}: ${told()}`);
  }
});

test("axe finds nothing on two forms whose headings begin lower", async (t) => {
  const page = await visit(t, { path: "/pages/two.html" });
  await ready(page, "#english");
  await ready(page, "#welsh");
  assert.equal(await page.locator("#english [data-heading=page]").evaluate((heading) => heading.localName), "h3");
  const { look, told } = looker(page);
  await look("two forms");
  t.diagnostic(`${told()}; ${quiet(page)}`);
});

test("axe finds nothing on what was sent", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  const record = nearlyComplete(await page.locator("#plan").evaluate((plan) => plan.record));
  record.plan.outcomes[3].target_date = "2026-05-22";
  await store(page, "CIN-1042", record);
  await page.reload();
  await page.waitForFunction(() => document.getElementById("plan").record?.plan?.outcomes?.[3]?.target_date);
  const { look, told } = looker(page);
  await page.getByRole("button", { name: "Check your answers" }).click();
  await page.getByRole("button", { name: "Finish and send" }).click();
  await page.locator(".ta-receipt", { hasText: "receipt number" }).waitFor();
  await look("the receipt");
  await toTasks(page);
  await page.getByRole("button", { name: "The child or children" }).click();
  await page.locator("[data-act=open]").first().click();
  await look("a row that is only read");
  t.diagnostic(`${told()}; ${quiet(page)}`);
});
