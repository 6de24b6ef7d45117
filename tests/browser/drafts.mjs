// What is typed outlives the page: on this device, sealed, and only there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { found, give, line, opened, openedWith, press, RECORD, rows, saved, turnTo, type } from "./keeping.mjs";
import { quiet, recordOf, visit } from "./world.mjs";

test("what was typed and never sent is there after the page was left", async (t) => {
  const page = await opened(t);
  await type(page, "Mali Typed");
  await saved(page);
  await page.reload();
  await give(page, RECORD);
  await found(page, "is back").waitFor();
  assert.equal((await recordOf(page)).children[0].name, "Mali Typed");
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  assert.ok(kept.includes("team-around-draft"), "in the slots");
  assert.ok(!/Mali|stairs/.test(kept), "and sealed");
  // It goes once the person has said so twice.
  const focused = () => page.evaluate(() => document.querySelector("team-around-plan").shadowRoot.activeElement?.textContent);
  await press(page, "is back", "Remove what I wrote");
  await found(page, "Nobody could bring it back. Remove it from this device?").waitFor();
  assert.match(await focused(), /Remove it from this device\?$/);
  assert.equal((await recordOf(page)).children[0].name, "Mali Typed");
  await press(page, "is back", "No, keep it");
  await page.getByRole("button", { name: "No, keep it" }).waitFor({ state: "detached" });
  assert.equal(await focused(), "Remove what I wrote");
  await press(page, "is back", "Remove what I wrote");
  await press(page, "is back", "Yes, remove it");
  await page.waitForFunction(() => document.querySelector("team-around-plan").record.children[0].name === "Mali Invented");
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("ta-draft:v1:")).length), 0);
  t.diagnostic(quiet(page));
});

/** Something was typed, and the record was changed before the form was opened again. */
async function changedSince(t) {
  const page = await opened(t);
  await type(page, "Mali Typed");
  await saved(page);
  await page.reload();
  await give(page, { ...RECORD, plan: { why: "Changed by a colleague." } });
  await found(page, "The record was changed since then").waitFor();
  return page;
}

test("who only goes through the questions leaves nothing behind, and one save is enough for a box that is left", async (t) => {
  const page = await opened(t, {
    prepare: (page) => page.addInitScript(() => {
      globalThis.writes = 0;
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function set(name, value) {
        if (name.startsWith("ta-draft:v1:")) globalThis.writes += 1;
        return setItem.call(this, name, value);
      };
    }),
  });
  await page.evaluate(() => {
    globalThis.heard = [];
    for (const name of ["ta-change", "ta-draft", "ta-findings"]) {
      document.querySelector("team-around-plan").addEventListener(name, ({ type, detail }) => globalThis.heard.push(detail.state ?? type));
    }
  });
  await turnTo(page, "The child or children");
  await page.getByRole("button", { name: /^Change/ }).first().click();
  await page.getByLabel("Full name", { exact: true }).first().focus();
  for (let box = 0; box < 4; box += 1) await page.keyboard.press("Tab");
  await page.waitForFunction(() => globalThis.heard.includes("ta-findings"));
  await page.waitForTimeout(1500);
  const heard = await page.evaluate(() => globalThis.heard);
  assert.deepEqual(heard.filter((what) => what === "ta-change" || what === "saving"), [], "nothing was changed");
  assert.equal(await page.evaluate(() => globalThis.writes), 0);
  assert.deepEqual(await rows(page), []);

  await page.getByLabel("Full name", { exact: true }).first().fill("Mali Typed");
  await page.keyboard.press("Tab");
  await saved(page);
  await page.waitForTimeout(1500);
  assert.equal(await page.evaluate(() => globalThis.writes), 1);
  // Out of the form altogether it is written at once.
  await page.getByLabel("Full name", { exact: true }).first().fill("Mali Typed On");
  await page.evaluate(() => document.querySelector("team-around-plan").shadowRoot.activeElement.blur());
  assert.equal(await page.evaluate(() => globalThis.writes), 2);
  t.diagnostic(quiet(page));
});

/** A page whose journal has not stored what was put into it as long as `stuck` says so. */
const withSlowJournal = (t) => opened(t, {
  prepare: (page) => page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function slow(...given) {
      const wait = () => globalThis.stuck && (this.get("nothing").onsuccess = wait);
      const request = put.apply(this, given);
      wait();
      return request;
    };
  }),
});

test("a save at each pause in typing changes nothing on the page, and one that takes long is told of", async (t) => {
  const page = await withSlowJournal(t);
  await type(page, "Mali Typed");
  await saved(page);
  await page.evaluate(() => {
    globalThis.lines = [];
    const line = document.querySelector("team-around-plan").shadowRoot.querySelector(".ta-kept");
    new MutationObserver(() => globalThis.lines.push(line.textContent)).observe(line, { childList: true, characterData: true, subtree: true });
  });
  const box = page.getByLabel("Full name", { exact: true }).first();
  await box.fill("Mali Typed On");
  await saved(page);
  assert.deepEqual((await page.evaluate(() => globalThis.lines)).filter((line) => line.includes("Saving")), []);
  await page.evaluate(() => (globalThis.stuck = true));
  await box.fill("Mali Typed More");
  await line(page, "Saving on this device…").waitFor();
  await page.evaluate(() => (globalThis.stuck = false));
  await saved(page);
  await page.evaluate(() => document.querySelector("team-around-plan").setAttribute("lang", "cy"));
  await line(page, "Wedi’i gadw ar y ddyfais hon am").waitFor();
  t.diagnostic(quiet(page));
});

test("what the host has is not said to be under way, though its save was when the answer came", async (t) => {
  const page = await withSlowJournal(t);
  await type(page, "Mali Typed");
  await saved(page);
  await page.evaluate(() => {
    const plan = document.querySelector("team-around-plan");
    plan.addEventListener("ta-submit", ({ detail }) => detail.waitUntil(Promise.resolve({ id: "R-1" })));
    plan.addEventListener("ta-accepted", () => setTimeout(() => (globalThis.stuck = false), 300));
    globalThis.stuck = true;
  });
  await page.getByLabel("Full name", { exact: true }).first().fill("Mali Typed On");
  await page.evaluate(() => document.querySelector("team-around-plan").save());
  await page.waitForFunction(() => globalThis.stuck === false && !Object.keys(localStorage).some((key) => key.startsWith("ta-draft:v1:")));
  await page.waitForTimeout(1500);
  assert.equal(await line(page, "Saving").count(), 0);
  t.diagnostic(quiet(page));
});

test("a record that was changed since is not overwritten by what was kept", async (t) => {
  const page = await changedSince(t);
  assert.equal((await recordOf(page)).children[0].name, "Mali Invented");
  await page.getByRole("button", { name: "Open what I wrote" }).click();
  await page.waitForFunction(() => document.querySelector("team-around-plan").record.children[0].name === "Mali Typed");
  t.diagnostic(quiet(page));
});

/** Two windows of one form; something was typed in the first. */
async function twoWindows(t) {
  const one = await opened(t);
  await type(one, "Mali of the first window");
  await saved(one);
  const two = await one.context().newPage();
  await two.goto(one.url());
  await give(two, RECORD);
  return [one, two];
}

test("one window writes a draft, another may take it over whole, and is told", async (t) => {
  const [one, two] = await twoWindows(t);
  await found(two, "open in another window").waitFor();
  await one.getByLabel("Full name", { exact: true }).first().pressSequentially("!");
  await press(two, "open in another window", "Write here instead");
  await two.waitForFunction(() => document.querySelector("team-around-plan").record.children[0].name === "Mali of the first window!");
  await found(one, "open in another window").waitFor();
  await type(two, "Mali of the second window");
  await saved(two);
  await two.close();
  await one.reload();
  await give(one, RECORD);
  await found(one, "is back").waitFor();
  assert.equal((await recordOf(one)).children[0].name, "Mali of the second window");
  t.diagnostic(quiet(one));
});

test("what is typed where a window lost its turn is one text of its own", async (t) => {
  const [one, two] = await twoWindows(t);
  await press(two, "open in another window", "Write here instead");
  await found(one, "open in another window").waitFor();
  const box = one.getByLabel("Full name", { exact: true }).first();
  await box.fill("");
  await box.pressSequentially("Typed after the turn was lost", { delay: 20 });
  await saved(one);
  assert.equal((await rows(one)).length, 2, "the draft, and what was typed apart");
  await two.close();
  await one.reload();
  await give(one, RECORD);
  await found(one, "There is another text of yours").waitFor();
  const name = async () => (await recordOf(one)).children[0].name;
  const before = await name();
  await one.getByRole("button", { name: "Open the other text" }).click();
  await one.waitForFunction((before) => document.querySelector("team-around-plan").record.children[0].name !== before, before);
  assert.deepEqual([before, await name()].sort(), ["Mali of the first window", "Typed after the turn was lost"]);
  await saved(one);
  assert.equal((await rows(one)).length, 2, "neither is lost");
  await found(one, "There is another text of yours").waitFor();
  t.diagnostic(quiet(one));
});

test("two windows that both began with nothing lose nothing of either", async (t) => {
  const one = await opened(t);
  const two = await one.context().newPage();
  await two.goto(one.url());
  await give(two, RECORD);
  await found(two, "open in another window").waitFor();
  await type(two, "Mali of the second");
  await two.keyboard.press("Tab"); // what is left is written: closing the window writes nothing more
  await saved(two);
  await type(one, "Mali of the first");
  await saved(one);
  await two.close();
  await one.reload();
  await give(one, RECORD);
  await found(one, "There is another text of yours").waitFor();
  assert.equal((await recordOf(one)).children[0].name, "Mali of the first");
  await press(one, "There is another text of yours", "Open the other text");
  await one.waitForFunction(() => document.querySelector("team-around-plan").record.children[0].name === "Mali of the second");
  t.diagnostic(quiet(one));
});

test("what is offered is not written over by somebody who types on", async (t) => {
  const page = await changedSince(t);
  await type(page, "Mali typed on");
  await saved(page);
  assert.equal((await rows(page)).length, 2);
  await press(page, "The record was changed since then", "Open what I wrote");
  await page.waitForFunction(() => document.querySelector("team-around-plan").record.children[0].name === "Mali Typed");
  assert.equal((await rows(page)).length, 2, "what was typed on is still there");
  t.diagnostic(quiet(page));
});

test("of two texts, what is wanted of the other one is taken answer by answer", async (t) => {
  const page = await changedSince(t);
  await press(page, "The record was changed since then", "Compare");
  const differs = (words) => found(page, "this changes here").getByRole("listitem").filter({ hasText: words });
  await differs("Because of the stairs").waitFor();
  await differs("Mali Typed").getByRole("button", { name: /^Take this/ }).click();
  await page.waitForFunction(() => document.querySelector("team-around-plan").record.children[0].name === "Mali Typed");
  await differs("Because of the stairs").waitFor();
  assert.equal(await differs("Mali Typed").count(), 0);
  assert.equal((await recordOf(page)).plan.why, "Changed by a colleague.");
  await saved(page);
  await differs("Because of the stairs").getByRole("button").click();
  await found(page, "The two texts say the same").waitFor();
  t.diagnostic(quiet(page));
});

test("a receipt of the host removes what was kept, but for what was typed since", async (t) => {
  const page = await opened(t);
  await page.evaluate(() => document.querySelector("team-around-plan").addEventListener("ta-submit", ({ detail }) => {
    detail.waitUntil(new Promise((resolve) => (globalThis.store = () => resolve({ id: "R-1" }))));
  }));
  await type(page, "Mali Typed");
  await saved(page);
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("ta-draft:v1:")).length);
  const save = () => page.evaluate(() => void document.querySelector("team-around-plan").save());
  await save();
  await page.getByLabel("Full name", { exact: true }).first().pressSequentially("!");
  await page.evaluate(() => globalThis.store());
  await page.waitForTimeout(1500);
  assert.ok((await kept()) > 0, "something was typed while it was stored");
  await save();
  await page.evaluate(() => globalThis.store());
  await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith("ta-draft:v1:")));
  t.diagnostic(quiet(page));
});

test("where nothing may be kept the person is told, and can write all the same", async (t) => {
  const page = await visit(t, {
    path: "/pages/plain.html",
    prepare: (page) => page.addInitScript(() => {
      for (const store of ["indexedDB", "localStorage"]) Object.defineProperty(globalThis, store, { get() { throw new DOMException("no", "SecurityError"); } });
    }),
  });
  await give(page, RECORD);
  await line(page, "this page is not secure").or(line(page, "does not allow it")).waitFor();
  await type(page, "Mali Typed");
  assert.equal((await recordOf(page)).children[0].name, "Mali Typed");
  t.diagnostic(quiet(page));
});

test("where the network fails as the form is opened, what is typed is kept once it is back", async (t) => {
  let away = true;
  const prepare = (page) => page.route("**/team_around_drafts*", (route) => (away ? route.abort() : route.continue()));
  const page = await opened(t, { prepare });
  await type(page, "Mali Typed");
  await line(page, "It is tried again").waitFor();
  away = false;
  await saved(page);
  await page.reload();
  await give(page, RECORD);
  await found(page, "is back").waitFor();
  assert.equal((await recordOf(page)).children[0].name, "Mali Typed");
  t.diagnostic(quiet(page, /ERR_FAILED/));
});

test("a text that another window still writes is opened as it stands by then", async (t) => {
  const one = await opened(t);
  await type(one, "Mali of the first");
  await saved(one);
  const two = await one.context().newPage();
  await two.goto(one.url());
  await give(two, RECORD);
  await found(two, "open in another window").waitFor();
  await type(two, "Mali of the second");
  await two.keyboard.press("Tab");
  await saved(two);
  await one.getByLabel("Full name", { exact: true }).first().pressSequentially("!");
  await saved(one);
  await one.reload();
  await give(one, RECORD);
  await found(one, "There is another text of yours").waitFor();
  // What is offered goes on in the other window, which is gone before it is opened here.
  await two.getByLabel("Full name", { exact: true }).first().press("End");
  await two.keyboard.type(", who types on");
  await two.waitForFunction(() => /Saved/.test(document.querySelector("team-around-plan").shadowRoot.querySelector(".ta-kept").textContent));
  await two.waitForTimeout(1500);
  await two.close();
  await press(one, "There is another text of yours", "Open the other text");
  await one.waitForFunction(() => document.querySelector("team-around-plan").record.children[0].name.startsWith("Mali of the second"));
  assert.equal((await recordOf(one)).children[0].name, "Mali of the second, who types on");
  t.diagnostic(quiet(one));
});

test("a file that cannot be opened changes nothing of what was typed, and the form says so", async (t) => {
  const page = await opened(t);
  await page.evaluate(() => {
    globalThis.told = [];
    document.querySelector("team-around-plan").addEventListener("ta-error", ({ detail }) => globalThis.told.push(detail.code));
  });
  await type(page, "Mali Typed");
  await saved(page);
  const newer = JSON.stringify({ format: "team-around/99", record: {} });
  for (const text of ["", "no plan", "[1]", '{"children": [', newer, "\u0000\uFFFF"]) {
    const taken = await page.evaluate((text) => document.querySelector("team-around-plan").importFile(new Blob([text])), text);
    assert.equal(taken, false, text);
    await page.locator("team-around-plan [role=status]", { hasText: "This file could not be opened here. Your form is as it was." }).waitFor();
    await page.waitForTimeout(300);
    assert.equal(await page.locator("team-around-plan .ta-kept-found").count(), 0, "nothing was put back, since nothing went");
    assert.equal(await page.getByLabel("Full name", { exact: true }).first().inputValue(), "Mali Typed");
  }
  assert.deepEqual(await page.evaluate(() => globalThis.told), Array(6).fill("file"));
  await page.reload();
  await give(page, RECORD);
  await found(page, "is back").waitFor();
  assert.equal((await recordOf(page)).children[0].name, "Mali Typed");
  assert.equal(await page.evaluate((text) => document.querySelector("team-around-plan").importFile(new Blob([text])), JSON.stringify({ children: [{ id: "c-2", name: "Ifan Invented" }] })), true);
  assert.equal((await recordOf(page)).children[0].name, "Ifan Invented");
  t.diagnostic(quiet(page));
});

test("a file is not opened over a form that is locked, and one that is gone by then is told of", async (t) => {
  const page = await openedWith(t, { "draft-keys": "memory" });
  await type(page, "Mali Typed");
  const brought = (text) => page.evaluate(async (text) => {
    const plan = document.querySelector("team-around-plan");
    const told = new Promise((resolve) => plan.addEventListener("ta-error", ({ detail }) => resolve(detail.message), { once: true }));
    const file = text === null ? Object.assign(new Blob(), { text: () => Promise.reject(new Error("gone")) }) : new Blob([text]);
    return [await plan.importFile(file), await told];
  }, text);
  assert.deepEqual(await brought(null), [false, "This file could not be opened here. Your form is as it was."]);
  await page.evaluate(() => document.querySelector("team-around-plan").lock());
  const reopen = page.getByRole("button", { name: "Go on" });
  await reopen.waitFor();
  for (const text of ["garbage", '{"children":[]}']) assert.deepEqual(await brought(text), [false, "The form is not open here, so nothing was brought in."]);
  await reopen.click();
  await page.locator("team-around-plan .ta-form").waitFor();
  assert.equal((await recordOf(page)).children[0].name, "Mali Typed");
  t.diagnostic(quiet(page));
});
