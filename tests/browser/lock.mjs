// The lock after a pause: what was on the screen is nowhere to be found, and every keystroke comes back.
// reliability.md L1 to L4, WCAG 2.2.1 and 2.4.11.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe } from "./look.mjs";
import { hostKeys, inMemory, inPage, onHeap, watched } from "./searched.mjs";
import { quiet, ready, recordOf, visit } from "./world.mjs";

const GIVEN = "Canary-given-55e1c0";
const TYPED = "Canary-typed-7f3a9c";
const CANARIES = [GIVEN, TYPED];
const SECRET = "a secret of this user and this plan";
const RECORD = { children: [{ id: "c-1", name: "Mali Invented" }], plan: { why: `Because of ${GIVEN}.` } };
const BOX = "children/c-1/name";

/** Only the wall clock: the page's own stands still while a machine sleeps. */
const sleeps = (page) =>
  page.addInitScript(() => {
    const real = Date.now.bind(Date);
    globalThis.slept = 0;
    Date.now = () => real() + globalThis.slept;
  });

async function opened(t, { faked = true, give = {}, prepare, ...settings } = {}) {
  const page = await visit(t, {
    ...settings,
    prepare: async (page) => {
      if (faked) await page.clock.install();
      await watched(page);
      await prepare?.(page);
    },
  });
  await given(page, give);
  return page;
}

async function given(page, { attributes = {}, ...properties } = {}) {
  await ready(page);
  await page.evaluate(([attributes, properties, record]) => {
    const plan = document.querySelector("team-around-plan");
    for (const [name, value] of Object.entries(attributes)) plan.setAttribute(name, value);
    plan.addEventListener("ta-draft", ({ detail }) => (globalThis.draft = detail.state));
    Object.assign(plan, properties, { record });
  }, [attributes, properties, RECORD]);
  await page.locator("team-around-plan .ta-form").waitFor();
}

/** Somebody writes a name, and stops in the middle of it. */
async function type(page) {
  await page.getByRole("button", { name: "The child or children", exact: true }).click();
  await page.getByRole("button", { name: /^Change/ }).first().click();
  const box = page.locator(`[id="${BOX}"]`);
  await box.fill(`Mali ${TYPED}!`);
  await box.evaluate((box) => box.setSelectionRange(7, 7));
}

async function typing(page) {
  await type(page);
  return page;
}

const goOn = (page) => page.getByRole("button", { name: "Go on", exact: true });
const locked = (page) => page.getByRole("heading", { name: "This form is locked" });
const warning = (page) => page.locator(".ta-lock-warning");
const typedName = (page) => page.waitForFunction((name) => document.querySelector("team-around-plan").record?.children?.[0].name === name, `Mali ${TYPED}!`);
const saved = (page) => page.waitForFunction(() => globalThis.draft === "saved");

/** Nothing of it is left where it can be looked for; before, the same search found it. */
async function searched(page, { before, secret } = {}) {
  const keys = secret ? hostKeys(secret) : [];
  const [memory, seen] = [await inMemory(page, CANARIES, keys), await inPage(page, CANARIES)];
  if (before) {
    assert.ok(memory.texts > 0 && memory.keys > 0 && seen.dom > 0 && seen.tree > 0, `the search finds what is there: ${JSON.stringify({ memory, seen })}`);
    assert.ok((await onHeap(page, CANARIES)) > 0);
    return "";
  }
  assert.ok(memory.modules > 1 && memory.keysKnown > 1);
  assert.deepEqual({ ...seen, texts: memory.texts, keys: memory.keys }, { dom: 0, tree: 0, texts: 0, keys: 0 });
  return `${memory.modules} modules and ${memory.keysKnown} keys looked for: nothing in the page, the tree or the memory; ${await onHeap(page, CANARIES)} strings on the scripts’ heap`;
}

test("L1: after ten minutes without anybody a form locks, with nothing left in it, and every keystroke comes back", async (t) => {
  const page = await opened(t);
  await type(page);
  await searched(page, { before: true });
  await page.clock.fastForward("09:01");
  await warning(page).waitFor();
  assert.match(await warning(page).innerText(), /^This form locks in \d\d seconds\. Press any key or tap to stay\.$/);
  await page.clock.fastForward("01:00");
  await locked(page).waitFor();
  await page.getByText("Nothing was lost. Everything you wrote until").waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("team-around-plan").record), null);
  t.diagnostic(await searched(page));
  await goOn(page).click();
  await typedName(page);
  // The focus is where it was.
  await page.waitForFunction((id) => {
    const box = document.activeElement.shadowRoot?.activeElement;
    return box?.id === id && box.selectionStart === 7 && box.selectionEnd === 7;
  }, BOX);
  await page.keyboard.type("Ann ");
  assert.equal((await recordOf(page)).children[0].name, `Mali ${TYPED}!`.replace("Mali Ca", "Mali CaAnn "));
  assert.equal((await recordOf(page)).plan.why, RECORD.plan.why);
  t.diagnostic(quiet(page));
});

test("a key in the warning extends the time, however often, and the warning is said once and covers nothing", async (t) => {
  const page = await opened(t, { give: { attributes: { "lock-after": "2" } }, viewport: { width: 320, height: 480 } });
  await type(page);
  await page.evaluate(() => {
    const [root, heard] = [document.querySelector("team-around-plan").shadowRoot, (globalThis.heard = [])];
    const status = [...root.children].find((child) => child.role === "status");
    new MutationObserver(() => status.textContent && heard.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  });
  for (let time = 1; time <= 12; time += 1) {
    // The box stands where the warning comes.
    await page.locator(`[id="${BOX}"]`).evaluate((box) => box.scrollIntoView({ block: "end" }));
    await page.clock.fastForward("01:30");
    await warning(page).waitFor();
    for (let second = 0; second < 5; second += 1) await page.clock.runFor(1000);
    const [bar, box] = await page.evaluate((id) => {
      const root = document.querySelector("team-around-plan").shadowRoot;
      return [root.querySelector(".ta-lock-warning"), root.getElementById(id)].map((node) => node.getBoundingClientRect().toJSON());
    }, BOX);
    assert.ok(box.bottom <= bar.top || box.top >= bar.bottom, `the box is covered: ${JSON.stringify({ bar, box })}`);
    assert.ok(bar.bottom <= 480 && bar.top >= 0, "and the warning is seen");
    assert.equal(await page.evaluate(() => globalThis.heard.length), time, "read out once each time");
    await page.keyboard.press("Shift");
    await warning(page).waitFor({ state: "hidden" });
  }
  assert.equal(await locked(page).count(), 0);
  await page.clock.fastForward("02:00");
  await locked(page).waitFor();
  t.diagnostic(quiet(page));
});

test("L2: a form that slept past its time locks before a key is taken", async (t) => {
  const page = await opened(t, { faked: false, prepare: sleeps, give: { draftKey: SECRET } });
  await type(page);
  await saved(page);
  await searched(page, { before: true, secret: SECRET });
  await page.locator(`[id="${BOX}"]`).focus();
  await page.evaluate(() => {
    globalThis.slept = 11 * 60 * 1000;
    const root = document.querySelector("team-around-plan").shadowRoot;
    dispatchEvent(new Event("focus"));
    globalThis.there = root.querySelector(".ta-form") !== null;
  });
  assert.equal(await page.evaluate(() => globalThis.there), false, "before anything is painted");
  await locked(page).waitFor();
  t.diagnostic(await searched(page, { secret: SECRET }));
  t.diagnostic(quiet(page));
});

test("L2: a clock that is put back does not lock, and does not keep the form open", async (t) => {
  const page = await opened(t, { faked: false, prepare: sleeps });
  await type(page);
  await page.evaluate(() => (globalThis.slept = -24 * 60 * 60 * 1000));
  await page.waitForTimeout(1500);
  assert.equal(await locked(page).count(), 0);
  await page.evaluate(() => (globalThis.slept += 11 * 60 * 1000));
  await locked(page).waitFor();
  t.diagnostic(quiet(page));
});

test("L3: a form that its host locks locks in this person’s other windows, and not in another person’s", async (t) => {
  const one = await opened(t, { faked: false, give: { user: { id: "ada" } } });
  await type(one);
  await saved(one);
  const [two, three] = [await one.context().newPage(), await one.context().newPage()];
  for (const [page, id] of [[two, "ada"], [three, "bryn"]]) {
    await watched(page);
    await page.goto(one.url());
    await given(page, { user: { id }, attributes: { "draft-name": `${id}-2` } });
  }
  await type(two);
  await two.waitForFunction(() => globalThis.draft === "saved");
  await one.evaluate(() => document.querySelector("team-around-plan").lock());
  await locked(two).waitFor();
  await two.getByText("Nothing was lost. Everything you wrote until").waitFor();
  await two.getByText("Draft: ada-2").waitFor();
  assert.equal(await locked(three).count(), 0);
  for (const page of [one, two]) t.diagnostic(await searched(page));
  await goOn(two).click();
  await typedName(two);
  await two.waitForTimeout(300);
  assert.equal(await locked(one).count(), 1, "each window is opened by itself");
  t.diagnostic(quiet(one));
});

test("L4: at a sign-out the flush is waited for, and only the host opens what its key sealed", async (t) => {
  const page = await opened(t, { faked: false, give: { draftKey: SECRET } });
  await type(page);
  // Nothing waits for the writing here: the lock does.
  await page.evaluate(() => document.querySelector("team-around-plan").lock());
  assert.equal(await page.evaluate(() => globalThis.draft), "saved");
  t.diagnostic(await searched(page, { secret: SECRET }));

  await goOn(page).click();
  await page.getByText("This page did not open the form again").waitFor();
  await page.evaluate((record) => Object.assign(document.querySelector("team-around-plan"), { record }), RECORD);
  await page.waitForTimeout(200);
  assert.equal(await locked(page).count(), 1, "a record without the key opens nothing");

  await page.evaluate(() => document.querySelector("team-around-plan").addEventListener("ta-unlock", ({ detail }) => {
    detail.waitUntil(new Promise((resolve, reject) => (globalThis.answer = { resolve, reject })));
  }));
  await goOn(page).click();
  await page.getByText("Waiting for your council’s system").waitFor();
  await page.evaluate(() => globalThis.answer.reject({ message: "Sign in first." }));
  await page.getByText("Sign in first.").waitFor();
  await goOn(page).click();
  await page.evaluate(([draftKey, record]) => Object.assign(document.querySelector("team-around-plan"), { draftKey, record }), [SECRET, RECORD]);
  await typedName(page);
  assert.equal(await locked(page).count(), 0);
  t.diagnostic(quiet(page));
});

test("L4: a purge leaves nothing of this person on the device, and everything of another", async (t) => {
  const page = await opened(t, { faked: false, give: { user: { id: "ada" } } });
  await type(page);
  await saved(page);
  for (const [id, name] of [["ada", "a second plan of Ada’s"], ["bryn", "a plan of Bryn’s"]]) {
    const other = await page.context().newPage();
    await other.goto(page.url());
    await given(other, { user: { id }, attributes: { "draft-name": name } });
    await type(other);
    await saved(other);
  }
  const kept = () => page.evaluate(() => new Promise((resolve) => {
    indexedDB.open("team-around-drafts").onsuccess = ({ target }) => {
      target.result.transaction("drafts").objectStore("drafts").getAll().onsuccess = (event) =>
        resolve([event.target.result.filter((row) => row.text).length, Object.keys(localStorage).filter((key) => key.startsWith("ta-draft:")).length]);
    };
  }));
  const [rows] = await kept();
  assert.equal(rows, 3);
  await page.evaluate(() => document.querySelector("team-around-plan").purge());
  const [left, slots] = await kept();
  assert.ok(left === 1 && slots > 0 && slots <= 2, `${left} rows and ${slots} slots are left`);
  await page.getByText("Everything you had kept on this device was removed.").waitFor();
  assert.equal(await goOn(page).count(), 0);
  t.diagnostic(await searched(page));
  const [, second, third] = page.context().pages();
  await locked(second).waitFor();
  assert.equal(await locked(third).count(), 0);
  await page.evaluate((record) => Object.assign(document.querySelector("team-around-plan"), { record }), RECORD);
  await page.waitForFunction(() => document.querySelector("team-around-plan").record?.children?.[0].name === "Mali Invented");
  t.diagnostic(quiet(page));
});

test("L4: what another window writes in the moment of a purge goes too", async (t) => {
  const one = await opened(t, { faked: false, give: { user: { id: "ada" } } });
  await saved(await typing(one));
  for (const wait of [0, 0, 20, 40]) {
    const two = await one.context().newPage();
    await two.goto(one.url());
    await given(two, { user: { id: "ada" } });
    await two.evaluate(() => (globalThis.draft = ""));
    await type(two);
    await two.waitForTimeout(wait);
    await one.evaluate(() => document.querySelector("team-around-plan").purge());
    await two.waitForTimeout(700);
    const left = await one.evaluate(() => new Promise((resolve) => {
      indexedDB.open("team-around-drafts").onsuccess = ({ target }) => {
        target.result.transaction("drafts").objectStore("drafts").getAll().onsuccess = (event) =>
          resolve([...event.target.result.filter((row) => row.text).map((row) => row.did), ...Object.keys(localStorage).filter((key) => /^ta-draft:v1:.*:[ab]$/.test(key))]);
      };
    }));
    assert.deepEqual(left, [], `after ${wait} ms`);
    await two.close();
    await one.evaluate((record) => Object.assign(document.querySelector("team-around-plan"), { record }), RECORD);
    await one.locator("team-around-plan .ta-form").waitFor();
  }
  t.diagnostic(quiet(one));
});

test("L4: a slot that a purge sees only after its row in the journal goes too", async (t) => {
  const page = await opened(t, { faked: false, give: { user: { id: "ada" } } });
  await saved(await typing(page));
  const left = await page.evaluate(async () => {
    const [name] = Object.keys(localStorage).filter((key) => /^ta-draft:v1:.*:[ab]$/.test(key));
    const text = localStorage.getItem(name);
    const journal = await new Promise((resolve) => (indexedDB.open("team-around-drafts").onsuccess = ({ target }) => resolve(target.result)));
    const isThere = () => new Promise((resolve) => {
      journal.transaction("drafts").objectStore("drafts").get(name.split(":")[2]).onsuccess = ({ target }) => resolve(Boolean(target.result));
    });
    const purged = document.querySelector("team-around-plan").purge();
    // Another process of the browser has written it; it comes here by itself, and late.
    while (await isThere()) await new Promise((done) => setTimeout(done, 5));
    await new Promise((done) => setTimeout(done, 20));
    localStorage.setItem(name, text);
    await purged;
    return Object.keys(localStorage).filter((key) => key.startsWith("ta-draft:v1:"));
  });
  assert.deepEqual(left, []);
  t.diagnostic(quiet(page));
});

test("where no store keeps anything the text waits, sealed, in its window", async (t) => {
  const page = await opened(t, {
    faked: false,
    give: { draftKey: SECRET },
    prepare: (page) => page.addInitScript(() => {
      for (const store of ["indexedDB", "localStorage"]) Object.defineProperty(globalThis, store, { get() { throw new DOMException("no", "SecurityError"); } });
    }),
  });
  await type(page);
  await page.evaluate(() => document.querySelector("team-around-plan").lock());
  await page.getByText("is in this window alone").waitFor();
  t.diagnostic(await searched(page, { secret: SECRET }));
  await page.evaluate((draftKey) => Object.assign(document.querySelector("team-around-plan"), { draftKey }), SECRET);
  await typedName(page);
  t.diagnostic(quiet(page));
});

test("what no store keeps is not said to be safe, however often the form is locked", async (t) => {
  const page = await opened(t, { faked: false, give: { draftKey: SECRET, attributes: { "draft-keys": "memory" } } });
  await type(page);
  const plan = page.locator("team-around-plan");
  const open = (record) => plan.evaluate((plan, [draftKey, record]) => Object.assign(plan, record ? { draftKey, record } : { draftKey }), [SECRET, record]);
  for (let time = 0; time < 3; time += 1) {
    assert.equal(await plan.evaluate((plan) => plan.lock()), false, `lock ${time + 1}`);
    await page.getByText("is in this window alone").waitFor();
    await open();
    await typedName(page);
  }
  // The host gives a record that was changed meanwhile: what was typed is offered beside it.
  await plan.evaluate((plan) => plan.lock());
  await open({ ...RECORD, plan: { why: "Changed meanwhile." } });
  const offered = page.getByRole("button", { name: "Open what I wrote" });
  await offered.waitFor();
  // It is locked again before anybody opened it.
  assert.equal(await plan.evaluate((plan) => plan.lock()), false, "what waits is in no store");
  await page.getByText("is in this window alone").waitFor();
  await open();
  await offered.click();
  await typedName(page);
  t.diagnostic(quiet(page));
});

test("a form whose drafts’ module came late locks all the same", async (t) => {
  let away = true;
  const page = await opened(t, { prepare: (page) => page.route("**/team_around_drafts*", (route) => (away ? route.abort() : route.continue())) });
  await page.clock.fastForward("00:01");
  away = false;
  await page.clock.fastForward("00:06");
  await page.waitForTimeout(1000);
  await page.clock.fastForward("09:01");
  await warning(page).waitFor();
  await page.clock.fastForward("01:00");
  await locked(page).waitFor();
  t.diagnostic(quiet(page, /ERR_FAILED/));
});

test("where the page is not secure, the form locks with the host’s key, and what is said again draws nothing anew", async (t) => {
  const page = await opened(t, {
    faked: false,
    give: { draftKey: SECRET },
    prepare: (page) => page.addInitScript(() => {
      delete globalThis.CryptoKey;
      Object.defineProperty(globalThis.crypto, "subtle", { value: undefined });
    }),
  });
  await type(page);
  const plan = page.locator("team-around-plan");
  const isSame = await plan.evaluate(async (plan, draftKey) => {
    const form = plan.shadowRoot.querySelector(".ta-form");
    plan.draftKey = draftKey;
    await new Promise((done) => setTimeout(done, 100));
    return form === plan.shadowRoot.querySelector(".ta-form");
  }, SECRET);
  assert.ok(isSame);
  await saved(page);
  await plan.evaluate((plan) => plan.lock());
  await locked(page).waitFor();
  await plan.evaluate((plan, draftKey) => (plan.draftKey = draftKey), SECRET);
  await typedName(page);
  const rows = () => page.evaluate(() => new Promise((resolve) => {
    indexedDB.open("team-around-drafts").onsuccess = ({ target }) => {
      target.result.transaction("drafts").objectStore("drafts").getAll().onsuccess = (event) => resolve(event.target.result.filter((row) => row.text).length);
    };
  }));
  assert.equal(await rows(), 1);
  await plan.evaluate((plan) => plan.purge());
  assert.equal(await rows(), 0, "no mark tells whose it is here, and it was this person’s");
  t.diagnostic(quiet(page));
});

test("a locked page follows its reader’s language, keeps what it says and where the focus is", async (t) => {
  const page = await opened(t, { faked: false, give: { draftKey: SECRET } });
  await type(page);
  const plan = page.locator("team-around-plan");
  const lang = (to) => plan.evaluate((plan, to) => (plan.lang = to), to);
  await plan.evaluate((plan) => plan.addEventListener("ta-unlock", ({ detail }) => detail.waitUntil(new Promise((_, reject) => (globalThis.refuse = reject)))));
  await plan.evaluate((plan) => plan.lock());
  await goOn(page).focus();
  await lang("cy"); // nobody read Welsh on this page before
  await page.getByRole("heading", { name: "Mae’r ffurflen hon wedi’i chloi" }).waitFor();
  const focus = () => plan.evaluate(({ shadowRoot }) => shadowRoot.activeElement?.localName);
  assert.equal(await focus(), "button");
  await page.keyboard.press("Enter");
  await page.locator(".ta-lock [aria-disabled]").waitFor();
  await lang("en");
  await page.getByRole("heading", { name: "This form is locked" }).waitFor();
  assert.equal(await page.locator(".ta-lock [aria-disabled]").count(), 1, "the host is still asked");
  await page.evaluate(() => globalThis.refuse({ message: "Sign in again." }));
  await page.locator(".ta-lock", { hasText: "Sign in again." }).waitFor();
  await lang("cy");
  await page.getByRole("heading", { name: "Mae’r ffurflen hon wedi’i chloi" }).waitFor();
  assert.match(await page.locator(".ta-lock").innerText(), /Sign in again\./);
  assert.equal(await focus(), "button");
  t.diagnostic(quiet(page));
});

test("a form that was locked opens for who wrote in it, and not for the next one", async (t) => {
  const page = await opened(t, { faked: false, give: { user: { id: "una" } } });
  await type(page);
  const plan = page.locator("team-around-plan");
  await plan.evaluate((plan) => plan.lock());
  await plan.evaluate((plan) => (plan.user = { id: "vic" }));
  await goOn(page).click();
  await page.waitForTimeout(300);
  assert.equal(await page.locator(".ta-form").count(), 0);
  await plan.evaluate((plan, record) => (plan.record = record), RECORD);
  await page.locator(".ta-form").waitFor();
  assert.equal((await recordOf(page)).children[0].name, "Mali Invented");
  await plan.evaluate((plan, record) => Object.assign(plan, { user: { id: "una" }, record }), RECORD);
  await typedName(page);
  t.diagnostic(quiet(page));
});

test("the lock page and the warning are found in order by axe, in both languages", async (t) => {
  const page = await opened(t, { give: { attributes: { "draft-name": "CIN-1042" } } });
  await type(page);
  await page.clock.fastForward("09:30");
  await warning(page).waitFor();
  assert.deepEqual((await axe(page)).told, []);
  await page.clock.fastForward("01:00");
  await locked(page).waitFor();
  assert.deepEqual((await axe(page)).told, []);
  await goOn(page).click();
  await typedName(page);
  await page.locator("team-around-plan").evaluate((plan) => (plan.lang = "cy"));
  await page.locator(".ta-form[lang=cy]").waitFor();
  await page.clock.fastForward("10:00");
  await page.getByRole("heading", { name: "Mae’r ffurflen hon wedi’i chloi" }).waitFor();
  assert.deepEqual((await axe(page)).told, []);
  // Whoever comes back to it may read the other language.
  await page.locator("team-around-plan").evaluate((plan) => (plan.lang = "en"));
  await page.getByRole("heading", { name: "This form is locked" }).waitFor();
  await page.locator(".ta-lock", { hasText: /saved|kept/ }).waitFor();
  await goOn(page).click();
  await typedName(page);
  t.diagnostic(quiet(page));
});
