// A form that stops loses nothing that was typed, before or after.  reliability.md 3.9, P1 and P2

import assert from "node:assert/strict";
import { test } from "node:test";
import { openMeeting, portalOnDays, ready, recordOf, visit } from "./world.mjs";
import { CANARY, RECORD, arm, boxAt, endMemory, endStack, heard, hold, listening, opened, record, typeWhy } from "./ways.mjs";

const WHY = RECORD.plan.why;
const why = async (page) => (await record(page)).plan.why;
const add = (page) => page.locator("[data-tested] [data-act=add][data-home=people]").first().click();
const saved = (page) => page.locator("[data-tested] .ta-kept[data-state=saved]", { hasText: "Saved on this device at" }).waitFor();

/** What has the focus, and its selection. */
const caret = (page) =>
  page.evaluate(() => {
    const { id, selectionStart, selectionEnd } = document.activeElement.shadowRoot.activeElement;
    return [id, selectionStart, selectionEnd];
  });

test("a form that stops while somebody types loses no key", async (t) => {
  for (const how of ["trap", "exception", "panic"]) {
    const page = await opened(t);
    await typeWhy(page, " before,");
    await arm(page, how, "input");
    // Without a pause: keys come as the form stops, and go on.
    await page.keyboard.type(` as it stopped, after the ${CANARY}`, { delay: 3 });
    const { took, problems } = await heard(page, "restarted");
    assert.deepEqual(problems, []);
    const whole = `${WHY} before, as it stopped, after the ${CANARY}`;
    assert.equal(await why(page), whole, how);
    assert.equal(await boxAt(page, "plan/why").inputValue(), whole, how);
    await page.locator("[role=status]", { hasText: "The form stopped and was started again. What you typed is here." }).waitFor();
    assert.deepEqual((await record(page)).children, RECORD.children);
    if (how === "panic") assert.ok(page.lines.some((line) => /^team-around stopped at \S+\.rs:\d+$/.test(line)), page.lines.join("\n"));
    t.diagnostic(`${how}: begun anew after ${took} ms`);
  }
});

test("a form that stopped goes on where it was: caret, dates, choices and ticks", async (t) => {
  const page = await opened(t);
  await boxAt(page, "children/c-1/date_of_birth/day").fill("02");
  await boxAt(page, "children/c-1/date_of_birth/month").fill("3");
  const first = (selector) => page.locator(`[data-tested] ${selector}`).first().evaluate((box) => box.id);
  const [select, radio, tick] = [await first("select"), await first("input[type=radio]"), await first("input[type=checkbox]")];
  const value = await boxAt(page, select).evaluate((select) => select.options[select.options.length - 1].value);
  await boxAt(page, select).selectOption(value);
  await boxAt(page, radio).check();
  await boxAt(page, tick).check();
  await boxAt(page, "plan/actions/t-1/what").focus();
  await boxAt(page, "plan/actions/t-1/what").evaluate((box) => box.setSelectionRange(4, 5));
  await arm(page, "trap", "input");
  await page.keyboard.type("no ");
  await heard(page, "restarted");
  assert.equal(await boxAt(page, "plan/actions/t-1/what").inputValue(), "Fit no  gate");
  assert.deepEqual(await caret(page), ["plan/actions/t-1/what", 7, 7]);
  assert.equal(await boxAt(page, "children/c-1/date_of_birth/day").inputValue(), "02");
  assert.equal(await boxAt(page, "children/c-1/date_of_birth/month").inputValue(), "3");
  assert.equal(await boxAt(page, select).inputValue(), value);
  assert.ok(await boxAt(page, radio).isChecked());
  assert.ok(await boxAt(page, tick).isChecked());
});

test("whatever stopped it, a form is begun anew: a box left, a button, an effect, the turn after it", async (t) => {
  const leave = (page) => page.keyboard.press("Tab");
  for (const [how, where, act] of [
    ["trap", "attribute", leave], ["panic", "attribute", leave],
    ["trap", "attribute", add], ["panic", "attribute", add],
    ["exception", "effect", add], ["panic", "effect", add],
    ["trap", "focus", add], ["exception", "focus", add],
  ]) {
    const page = await opened(t);
    const what = `${how} in ${where}${act === add ? ", a button" : ""}`;
    await typeWhy(page, " and more");
    await arm(page, how, where);
    await act(page);
    const { took } = await heard(page, "restarted").catch((error) => assert.fail(`${what}: ${error}`));
    assert.equal(await why(page), `${WHY} and more`, what);
    await typeWhy(page, " after it");
    assert.equal(await why(page), `${WHY} and more after it`, what);
    t.diagnostic(`${what}: begun anew after ${took} ms`);
  }
});

test("half a letter in one box costs no word of another", async (t) => {
  const page = await opened(t, { drafts: "off" });
  const what = boxAt(page, "plan/actions/t-1/what");
  await what.evaluate((box) => {
    box.value = "Fit half \ud83d";
    box.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  });
  await typeWhy(page, " and more");
  await arm(page, "trap", "input");
  await page.keyboard.type("!");
  await heard(page, "restarted");
  assert.equal(await why(page), `${WHY} and more!`);
  assert.equal((await record(page)).plan.actions[0].what, "Fit half \ufffd");
});

test("a form without memory or stack is begun anew", async (t) => {
  const page = await opened(t);
  await typeWhy(page, " before,");
  await endMemory(page);
  const long = "The flat above is empty. ".repeat(4000);
  for (let count = 0; count < 20 && !(await page.evaluate(() => globalThis.told.length)); count += 1) await page.keyboard.insertText(long);
  await page.keyboard.type(" after");
  await heard(page, "restarted");
  const text = await why(page);
  assert.equal(text, await boxAt(page, "plan/why").inputValue());
  assert.ok(text.startsWith(`${WHY} before,${long}`) && text.endsWith(" after"), text.slice(-40));
  t.diagnostic(`without memory: ${text.length} characters are there`);

  const deep = await opened(t);
  await typeWhy(deep, " before,");
  await endStack(deep);
  await deep.keyboard.type(" after", { delay: 3 });
  await heard(deep, "restarted");
  assert.equal(await why(deep), `${WHY} before, after`);
  t.diagnostic(`without stack: ${await deep.evaluate(() => globalThis.thrown)}`);
});

test("the draft goes on in the form that was begun anew", async (t) => {
  const page = await opened(t);
  await typeWhy(page, " before,");
  await saved(page);
  await arm(page, "trap", "input");
  await page.keyboard.type(" after");
  await heard(page, "restarted");
  await page.locator("[data-tested] .ta-kept[data-state=saving]").waitFor({ state: "detached" });
  await saved(page);
  await page.waitForTimeout(1200);
  await page.reload();
  await page.locator("team-around-plan .ta-form").waitFor();
  await page.evaluate((record) => {
    const plan = document.querySelector("team-around-plan");
    plan.dataset.tested = "";
    Object.assign(plan, { record });
  }, RECORD);
  await page.waitForFunction((why) => document.querySelector("team-around-plan").record?.plan?.why === why, `${WHY} before, after`);
});

test("rows and answers are there after the form stopped, though no draft was read since", async (t) => {
  const page = await opened(t, { drafts: "off" });
  await add(page);
  await page.locator('[data-tested] [id^="people/"][id$="/name"]').focus();
  await page.keyboard.type("Nain");
  await typeWhy(page, " More");
  await boxAt(page, "plan/actions/t-1/what").focus();
  await page.keyboard.press("Control+End");
  await arm(page, "trap", "input");
  await page.keyboard.press("!"); // the last key
  await heard(page, "restarted");
  const { people, plan } = await record(page);
  assert.deepEqual(people.map((person) => person.name), ["Nain"]);
  assert.deepEqual([plan.why, plan.actions[0].what], [`${WHY} More`, "Fit a gate!"]);
});

test("every form of a module that stopped is begun anew, in its own language", async (t) => {
  const page = await visit(t, { path: "/pages/two.html", prepare: listening });
  for (const id of ["english", "welsh"]) await ready(page, `#${id}`);
  const open = async (id, words) => {
    await page.locator(`#${id}`).evaluate((plan) => plan.setAttribute("open", "all"));
    await page.locator(`#${id} [id="plan/why"]`).fill(words);
  };
  await open("english", "In English");
  await open("welsh", "Yn Gymraeg");
  await arm(page, "trap", "input");
  await page.keyboard.type("!");
  await page.waitForFunction(() => globalThis.told.length === 2);
  await page.locator("#welsh .ta-form[lang=cy] [role=status]", { hasText: "Stopiodd y ffurflen" }).waitFor();
  assert.equal((await recordOf(page, "#english")).plan.why, "In English");
  assert.equal((await recordOf(page, "#welsh")).plan.why, "Yn Gymraeg!");
  assert.ok(await page.locator("#welsh label", { hasText: "Pam" }).count());
});

test("a meeting whose form stops at a key keeps its minutes", async (t) => {
  const { origin } = await portalOnDays(t);
  const page = await openMeeting(t, origin, { prepare: listening });
  await page.locator("#meeting").evaluate((meeting) => (meeting.dataset.tested = ""));
  const turnTo = (name) => page.getByRole("button", { name, exact: true }).click();
  await turnTo("Minutes");
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await page.keyboard.press("F2");
  await page.keyboard.press("d");
  await page.keyboard.type("Bedtime stays at seven", { delay: 3 });
  await hold(page, "team_around_meetings");
  await arm(page, "trap", "key");
  await page.keyboard.type(", for now", { delay: 3 });
  const { took } = await heard(page, "restarted");
  const decisions = (await record(page)).decisions.map((decision) => decision.what);
  assert.equal(decisions.at(-1), "Bedtime stays at seven, for now");
  assert.match((await caret(page))[0], /^decisions\/.*\/what$/, "on the same page, in the same box");
  t.diagnostic(`begun anew after ${took} ms`);
});
