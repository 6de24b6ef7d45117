// Rows of a list by their buttons: one press moves a row past the next that is seen, and what was removed is at hand.  WCAG 2.4.3

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, measure } from "./look.mjs";
import { goTo, quiet, ready, recordOf, TODAY, visit } from "./world.mjs";

const shots = process.env.SHOTS;
const PAGE = "Needs, outcomes and actions";

/** Two outcomes whose actions stand in turns in the record, and two actions that lead to nothing yet. */
function plan() {
  const action = (id, outcome) => ({ id, what: `Action ${id}`, outcome });
  return {
    plan: {
      start: "2026-02-02",
      needs: [{ id: "n-1", what: "Need one" }, { id: "n-2", what: "Need two" }],
      outcomes: [{ id: "o-1", what: "Outcome one", need: "n-1" }, { id: "o-2", what: "Outcome two", need: "n-2" }, { id: "o-3", what: "Outcome three", need: "n-1" }],
      actions: [action("a1", "o-1"), action("b1", "o-2"), action("x1"), action("b2", "o-2"), action("a2", "o-1"), action("x2"), action("a3", "o-1")],
    },
  };
}

async function opened(t, settings = {}) {
  const page = await visit(t, settings);
  await ready(page);
  await page.locator("team-around-plan").evaluate((plan, given) => {
    plan.setAttribute("drafts", "off");
    Object.assign(plan, given);
  }, { protocol: ["hampshire-cin-2018"], today: TODAY, record: plan() });
  await page.locator(".govuk-task-list__link", { hasText: PAGE }).waitFor();
  await goTo(page, PAGE);
  return page;
}

/** What the rows that are seen are, in their order. */
const seen = (page, home = "plan/actions") => page.locator("team-around-plan").evaluate((plan, home) => [...plan.shadowRoot.querySelectorAll(`article[id^="${home}/"]`)].map(({ id }) => id.slice(home.length + 1)), home);
/** Among which rows something stands, and as which of them. */
const standing = (page, what) => page.locator(what).evaluate((found) => {
  const list = found.closest("[data-among]");
  return [list.dataset.among, [...list.children].findIndex((child) => child.contains(found))];
});
const act = (page, what, id, home = "plan/actions") => page.locator(`[data-act=${what}][data-at="${home}/${id}"]`);
const focus = (page) => page.evaluate(() => {
  const active = document.querySelector("team-around-plan").shadowRoot.activeElement;
  return [active?.dataset.act ?? active?.localName, active?.dataset.at ?? active?.id].join(" ");
});
const focusAt = (page, wanted) => page.waitForFunction((wanted) => {
  const active = document.querySelector("team-around-plan").shadowRoot.activeElement;
  return [active?.dataset.act ?? active?.localName, active?.dataset.at ?? active?.id].join(" ") === wanted;
}, wanted, { timeout: 3000 }).catch(async () => assert.equal(await focus(page), wanted));
const said = (page, sentence) => page.locator("[role=status]", { hasText: sentence }).waitFor();

test("one press moves a row past the next that is seen under the same, and the focus stays", async (t) => {
  const page = await opened(t);
  assert.deepEqual(await seen(page), ["a1", "a2", "a3", "b1", "b2", "x1", "x2"]);
  await act(page, "up", "a2").focus();
  await page.keyboard.press("Enter");
  await said(page, "Action a2 is now 1 of 3");
  assert.deepEqual((await seen(page)).slice(0, 3), ["a2", "a1", "a3"]);
  await focusAt(page, "up plan/actions/a2");
  await act(page, "down", "a2").focus();
  await page.keyboard.press("Space");
  await said(page, "Action a2 is now 2 of 3");
  await page.keyboard.press("Space");
  await said(page, "Action a2 is now 3 of 3");
  await page.keyboard.press("Space");
  assert.deepEqual(await seen(page), ["a1", "a3", "a2", "b1", "b2", "x1", "x2"], "past the last there is nothing");
  await focusAt(page, "down plan/actions/a2");
  await act(page, "up", "x2").click();
  await said(page, "Action x2 is now 1 of 2");
  assert.deepEqual(await seen(page), ["a1", "a3", "a2", "b1", "b2", "x2", "x1"]);
  await act(page, "down", "o-1", "plan/outcomes").click();
  await said(page, "Outcome one is now 2 of 2");
  assert.deepEqual(await seen(page, "plan/outcomes"), ["o-3", "o-1", "o-2"]);
  await act(page, "up", "n-2", "plan/needs").click();
  await said(page, "Need two is now 1 of 2");
  assert.deepEqual(await seen(page, "plan/needs"), ["n-2", "n-1"]);
  // Under other outcomes nothing moved.
  const { actions } = (await recordOf(page)).plan;
  assert.deepEqual(actions.filter(({ outcome }) => outcome === "o-2").map(({ id }) => id), ["b1", "b2"]);
  assert.equal(actions.length, 7);
  t.diagnostic(quiet(page));
});

test("in the place of a row that was removed stands the way back, and the focus goes there and back to the row", async (t) => {
  const page = await opened(t);
  const before = await recordOf(page);
  const gone = page.locator(".ta-row--removed");
  for (const [home, id, name] of [
    ["plan/actions", "a2", "Action a2"], ["plan/actions", "a1", "Action a1"], ["plan/actions", "x2", "Action x2"],
    ["plan/outcomes", "o-2", "Outcome two"], ["plan/needs", "n-1", "Need one"],
  ]) {
    const stood = await standing(page, `article[id="${home}/${id}"]`);
    await act(page, "remove", id, home).focus();
    await page.keyboard.press("Enter");
    await focusAt(page, `undo ${home}/${id}`);
    await said(page, `Removed: ${name}`);
    await gone.getByText(`Removed: ${name}`).waitFor();
    assert.equal(await page.getByRole("button", { name: "Undo" }).count(), 1);
    assert.deepEqual(await standing(page, ".ta-row--removed"), stood, `${id}: where the row was`);
    assert.ok(!(await seen(page, home)).includes(id));
    await page.keyboard.press("Enter");
    await focusAt(page, `article ${home}/${id}`);
    await said(page, `Put back: ${name}`);
    assert.deepEqual(await recordOf(page), before, id);
  }
  // What is not undone is over with the next removal, wherever that is.
  await act(page, "remove", "a1").click();
  await act(page, "remove", "n-2", "plan/needs").click();
  assert.deepEqual(await gone.allTextContents(), ["Removed: Need twoUndo"]);
  assert.deepEqual((await axe(page)).told, []);
  if (shots) await gone.screenshot({ path: `${shots}/removed-1280.png` });
  await page.setViewportSize({ width: 320, height: 800 });
  const { wide, small } = await page.evaluate(measure);
  assert.deepEqual({ wide, small }, { wide: [], small: [] });
  if (shots) await gone.screenshot({ path: `${shots}/removed-320.png` });
  t.diagnostic(quiet(page));
});

test("the last row that hangs on nothing leaves its way back", async (t) => {
  const page = await opened(t);
  await page.locator("team-around-plan").evaluate((plan) => {
    const { record } = plan;
    record.plan.actions = record.plan.actions.filter(({ id }) => id !== "x2");
    plan.record = record;
  });
  await goTo(page, PAGE);
  await act(page, "remove", "x1").click();
  await focusAt(page, "undo plan/actions/x1");
  await page.keyboard.press("Enter");
  await focusAt(page, "article plan/actions/x1");
  t.diagnostic(quiet(page));
});

test("what is drawn stands where it belongs, whatever letters stand before it", async (t) => {
  // Letters of one, two, three and four bytes, of two UTF-16 units, and of parts that are put together; and none.
  const LETTERS = ["plain", "Siân ŵŷ", "\u2019tis \u20ac5", "\u{1F468}\u200D\u{1F469}\u200D\u{1F467} home", "e\u0301 a\u0308", "\u{20BB7}\u91ce", "\u0645\u0631\u062d\u0628\u0627", "<b>&amp;\"'</b>", "", "\u0000 and \u{10FFFF}", "\ufeffmark"];
  const actions = LETTERS.map((letters, at) => ({ id: `l-${at}`, what: letters, measure: `measure of ${at}: ${letters}`, resource: `end ${at}` }));
  const page = await visit(t, { path: "/pages/bench.html?n=2" });
  const plan = await ready(page, "#plan");
  await plan.evaluate((plan, record) => {
    plan.setAttribute("drafts", "off");
    plan.record = record;
  }, { plan: { actions } });
  await page.locator(`[id="plan/actions/l-${LETTERS.length - 1}/resource"]`).waitFor();
  const drawn = (keys) => plan.evaluate(({ shadowRoot }, { count, keys }) => Array.from({ length: count }, (_, at) => keys.map((key) => shadowRoot.getElementById(`plan/actions/l-${at}/${key}`)?.value)), { count: LETTERS.length, keys });
  const answers = actions.map(({ what, measure, resource }) => [what, measure, resource]);
  assert.deepEqual(await drawn(["what", "measure", "resource"]), answers);
  assert.deepEqual((await recordOf(page, "#plan")).plan.actions.map(({ what = "", measure, resource }) => [what, measure, resource]), answers);
  // A row that comes later is drawn by itself.
  await plan.locator('[data-act=add][data-home="plan/actions"]').click();
  const last = plan.locator('textarea[id^="plan/actions/"][id$="/what"]').last();
  await last.fill("\u{1F600} new");
  assert.equal((await recordOf(page, "#plan")).plan.actions.at(-1).what, "\u{1F600} new");
  assert.equal(await plan.locator("article[id^='plan/actions/']").count(), LETTERS.length + 1);
  t.diagnostic(quiet(page));
});

test("a press counts though the page moves away from under it, and one that is drawn away does not", async (t) => {
  const page = await opened(t);
  const add = page.locator("[data-act=add][data-home='plan/needs']");
  const needs = async () => (await recordOf(page)).plan.needs.length;
  const press = async (then) => {
    await add.evaluate((button) => button.scrollIntoView({ block: "center" }));
    await page.waitForTimeout(300); // what stands above has its height
    const { x, y, width, height } = await add.boundingBox();
    const at = [x + width / 2, y + height / 2];
    await page.mouse.move(...at);
    await page.mouse.down();
    await then(at);
    await page.mouse.up();
    await page.waitForTimeout(100);
  };
  // As a message does that comes above the button, or a row that is drawn.
  const moved = () => page.evaluate(() => {
    const above = Object.assign(document.createElement("div"), { id: "above" });
    above.style.height = "300px";
    document.documentElement.style.overflowAnchor = "none";
    document.querySelector("main").prepend(above);
  });
  assert.equal(await needs(), 2);
  await press(moved);
  assert.equal(await needs(), 3);
  await page.evaluate(() => document.getElementById("above").remove());
  await press(async ([x, y]) => {
    await moved();
    await page.mouse.move(x + 20, y);
  });
  assert.equal(await needs(), 3, "whoever draws away does not mean it");
  // What is gone, or stands where it stood, was not moved away.
  for (const way of [() => add.evaluate((button) => (button.style.display = "none")), () => add.evaluate((button) => button.setAttribute("disabled", ""))]) {
    await press(way);
    await add.evaluate((button) => (button.removeAttribute("style"), button.removeAttribute("disabled")));
  }
  assert.equal(await needs(), 3);
  await press(async () => undefined);
  assert.equal(await needs(), 4, "and an ordinary press counts once");
  t.diagnostic(quiet(page));
});
