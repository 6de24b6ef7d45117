// Choosing among people and codes: no tick is lost, and none takes another with it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, quiet, ready, recordOf, visit } from "./world.mjs";

async function opened(t, record) {
  const page = await visit(t);
  await ready(page);
  await page.evaluate((record) => {
    const plan = document.querySelector("team-around-plan");
    plan.setAttribute("drafts", "off");
    plan.record = record;
  }, record);
  await page.locator(".govuk-task-list__link").first().waitFor();
  return page;
}
const PEOPLE = { people: [{ id: "p-1", name: "Ann Invented" }, { id: "p-2", name: "Bob Invented" }, { id: "p-3", name: "Cai Invented" }] };
const row = (page, id) => page.locator(`[data-act=open][data-at="people/${id}"]`);
const box = (page, id, of = "p-1") => page.locator(`[id="people/${of}/not_to_meet/${id}"]`);
const kept = async (page) => (await recordOf(page)).people.find(({ id }) => id === "p-1").not_to_meet;

test("a box that is on its way to be ticked stays while the name before it is told to all", async (t) => {
  const page = await opened(t, PEOPLE);
  await goTo(page, "Family and the people around them");
  await row(page, "p-1").click();
  const name = page.getByLabel("Full name");
  await name.press("End");
  await name.pressSequentially("e");
  await page.waitForTimeout(300); // the browser keeps the caret in view until then
  await box(page, "p-2").evaluate((box) => box.scrollIntoView({ block: "center" }));
  const at = await box(page, "p-2").boundingBox();
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
  await page.mouse.down();
  await page.waitForTimeout(60);
  await page.mouse.up();
  assert.ok(await box(page, "p-2").isChecked());
  assert.deepEqual(await kept(page), ["p-2"]);
  // By keyboard the focus goes on to the next box, which is still there.
  await name.focus();
  await name.press("End");
  await name.pressSequentially("r");
  await page.keyboard.press("Tab");
  assert.notEqual(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.localName), undefined);
  assert.equal(await box(page, "p-1").count(), 0, "nobody is kept safe from herself");
  await page.locator("[data-act=close]").click();
  await row(page, "p-2").click();
  assert.equal(await page.locator('label[for="people/p-2/not_to_meet/p-1"]').textContent(), "Ann Inventeder", "and is called as the row is now");
  t.diagnostic(quiet(page));
});

test("a tick takes nobody with it who has no row here any more, and whoever comes back is still chosen", async (t) => {
  const page = await opened(t, { ...PEOPLE, people: PEOPLE.people.map((person) => (person.id === "p-1" ? { ...person, not_to_meet: ["p-9", "p-2"] } : person)) });
  await goTo(page, "Family and the people around them");
  await page.locator('[data-act=remove][data-at="people/p-2"]').click();
  await row(page, "p-1").click();
  assert.equal(await page.locator('label[for="people/p-1/not_to_meet/p-9"]').textContent(), "Someone or something no longer on the list");
  await box(page, "p-3").check();
  assert.deepEqual((await kept(page)).sort(), ["p-2", "p-3", "p-9"]);
  await page.locator("[data-act=undo]").click();
  assert.ok(await box(page, "p-2").isChecked());
  assert.equal(await page.locator('label[for="people/p-1/not_to_meet/p-2"]').textContent(), "Bob Invented");
  assert.deepEqual((await kept(page)).sort(), ["p-2", "p-3", "p-9"]);
  await box(page, "p-9").uncheck();
  assert.deepEqual((await kept(page)).sort(), ["p-2", "p-3"]);
  t.diagnostic(quiet(page));
});

test("a code that this version does not know stays, and can be taken out", async (t) => {
  const page = await opened(t, { children: [{ id: "c-1", name: "Mali Invented", disabilities: ["NEWCODE", "COMM"] }] });
  await page.evaluate(() => document.querySelector("team-around-plan").setAttribute("open", "all"));
  const boxes = page.locator('[id="children/c-1/disabilities"] input');
  await boxes.first().waitFor();
  const codes = async () => (await recordOf(page)).children[0].disabilities;
  await page.locator('[id="children/c-1/disabilities"] input:not(:checked)').first().check();
  assert.ok(JSON.stringify(await codes()).includes("NEWCODE"), JSON.stringify(await codes()));
  t.diagnostic(quiet(page));
});

test("an answer with a break in it keeps it, and so does a day that is no day", async (t) => {
  const page = await opened(t, { people: [{ id: "p-1", name: "Ann Invented", contact: "01632 960001\nafter six" }], plan: { start: { unread: "2026-03-02T10:00" } } });
  await page.evaluate(() => document.querySelector("team-around-plan").setAttribute("open", "all"));
  const contact = page.locator('[id="people/p-1/contact"]');
  await contact.waitFor();
  assert.equal(await contact.inputValue(), "01632 960001\nafter six");
  await contact.press("End");
  await contact.pressSequentially("!");
  assert.equal((await recordOf(page)).people[0].contact.replace("!", ""), "01632 960001\nafter six");
  assert.deepEqual(await page.locator('[id="plan/start"] input').evaluateAll((boxes) => boxes.map(({ value }) => value)), ["2026-03-02T10:00", "", ""]);
  await page.locator('[id="plan/start/day"]').press("End");
  await page.locator('[id="plan/start/day"]').pressSequentially("Z");
  assert.deepEqual((await recordOf(page)).plan.start, { unread: "2026-03-02T10:00Z" });
  t.diagnostic(quiet(page));
});

test("what is begun about one point is there when another is set aside", async (t) => {
  const page = await opened(t, { children: [{ id: "c-1", name: "Mali Invented" }], plan: { start: "2026-02-02" } });
  await page.getByRole("button", { name: "Check your answers" }).click();
  const openers = page.getByRole("button", { name: "Set aside this rule", expanded: false });
  const count = await openers.count();
  assert.ok(count > 2, `${count} points`);
  await openers.nth(0).click();
  await openers.nth(1).click();
  const reasons = page.locator('[id^="aside/"][id$="/reason"]');
  await reasons.nth(1).fill("It is told elsewhere, at some length.");
  await reasons.nth(0).fill("It does not fit here.");
  const about = (await reasons.nth(0).getAttribute("id")).replace(/\/reason$/, "");
  for (const [part, words] of [["name", "Ada"], ["role", "Social worker"]]) await page.locator(`[id="${about}/${part}"]`).fill(words);
  await page.locator(`[id="${about}/role"]`).locator("xpath=ancestor::div[contains(@class, 'govuk-inset-text')][1]").getByRole("button", { name: "Set aside this rule" }).click();
  await page.waitForFunction(() => document.querySelector("team-around-plan").record.overrides?.length === 1);
  assert.equal(await reasons.count(), 1);
  assert.equal(await reasons.first().inputValue(), "It is told elsewhere, at some length.");
  t.diagnostic(quiet(page));
});
