// What is kept on this device under a passphrase, and where nothing is kept at all.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ofPassphrase, open } from "../draft/written.mjs";
import { found, give, line, openedWith, RECORD, rows, saved, stored, type } from "./keeping.mjs";
import { looker, measure } from "./look.mjs";
import { quiet, recordOf } from "./world.mjs";

const PASSPHRASE = "pump brass otter lamp";
const BY = { "draft-keys": "passphrase", "draft-cipher": "A256GCM" }; // PBKDF2, the quicker one
const panel = (page) => page.locator("team-around-plan .ta-passphrase[role=group]");
const list = (page) => page.locator("team-around-plan .ta-kept-list");
const nameIn = async (page) => (await recordOf(page)).children[0].name;
const named = (page, name) => page.waitForFunction((name) => document.querySelector("team-around-plan").record.children[0].name === name, name);
const press = (page, name) => panel(page).getByRole("button", { name, exact: true }).click();

async function choose(page, passphrase = PASSPHRASE) {
  await panel(page).getByLabel("Choose a passphrase").fill(passphrase);
  await press(page, "Keep what I write");
  await panel(page).waitFor({ state: "hidden" });
}

async function tell(page, passphrase) {
  await panel(page).getByLabel("Your passphrase").fill(passphrase);
  await press(page, "Open what is kept here");
}

async function again(page) {
  await page.reload();
  await give(page, RECORD);
  await panel(page).waitFor();
}

/** A page on which something was typed and is kept under the passphrase. */
async function typed(t, attributes = BY) {
  const page = await openedWith(t, attributes);
  await choose(page);
  await type(page, "Mali Typed");
  await saved(page);
  return page;
}

/** What the journal holds beside the device's key. */
const noted = (page) => page.evaluate(() => new Promise((resolve) => {
  indexedDB.open("team-around-drafts").onsuccess = ({ target }) => {
    const store = target.result.transaction("keys").objectStore("keys");
    store.getAllKeys().onsuccess = ({ target: { result: names } }) =>
      (store.getAll().onsuccess = ({ target: { result } }) => resolve(names.map((name, at) => [name, result[at]]).filter(([name]) => name !== "device")));
    target.result.close();
  };
}));

/** Writes wrong tries down as they would stand after so many. */
const tried = (page, wrong, last) => page.evaluate(({ wrong, last }) => new Promise((resolve) => {
  indexedDB.open("team-around-drafts").onsuccess = ({ target }) => {
    const transaction = target.result.transaction("keys", "readwrite");
    const store = transaction.objectStore("keys");
    store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      if (cursor.key !== "device") cursor.update({ ...cursor.value, wrong, last });
      cursor.continue();
    };
    transaction.oncomplete = resolve;
    target.result.close();
  };
}), { wrong, last });

test("until a passphrase is given nothing is written, and then all of it", async (t) => {
  const page = await openedWith(t, { "draft-keys": "passphrase" });
  await line(page, "Nothing is kept on this device until you give a passphrase").waitFor();
  await type(page, "Mali Typed");
  await page.waitForTimeout(1500);
  const { journal, slots } = await stored(page);
  assert.deepEqual([journal, slots], [[], {}]);
  for (const short of ["elevenchars", " ".repeat(12)]) {
    await panel(page).getByLabel("Choose a passphrase").fill(short);
    await press(page, "Keep what I write");
    await panel(page).getByText(/^Choose a passphrase of at least 12 characters\./).waitFor();
  }
  assert.deepEqual(await noted(page), []);
  await choose(page);
  await saved(page);
  const [[name, { way, kid }]] = await noted(page);
  assert.match(name, /^passphrase:/);
  assert.ok(!JSON.stringify([name, way, kid]).includes("pump"));
  const { n, m, t: passes, p } = JSON.parse(way);
  assert.deepEqual([n, m, passes, p], ["argon2id", 65_536, 3, 1]);
  await again(page);
  assert.equal(await nameIn(page), "Mali Invented", "not shown before the passphrase");
  await tell(page, PASSPHRASE);
  await found(page, "is back").waitFor();
  await named(page, "Mali Typed");
  t.diagnostic(quiet(page));
});

test("what is sealed by an approved algorithm opens without our code, and once asked a page asks no more", async (t) => {
  const page = await typed(t);
  const { journal } = await stored(page);
  const draft = JSON.parse(journal.find((row) => row.text).text);
  assert.deepEqual([draft.alg, draft.kdf.n, draft.kdf.i], ["A256GCM", "pbkdf2-sha256", 600_000]);
  assert.match(open(draft, ofPassphrase(PASSPHRASE, draft.kdf)).toString(), /Mali Typed/);
  await give(page, RECORD);
  await found(page, "is back").waitFor();
  assert.equal(await panel(page).isVisible(), false, "not asked for the next record of the page");
  t.diagnostic(quiet(page));
});

test("a wrong passphrase deletes nothing, and after five the wait begins, over a reload too", async (t) => {
  const page = await typed(t);
  const before = await rows(page);
  await again(page);
  await type(page, "Mali typed before");
  await press(page, "Open what is kept here");
  await panel(page).getByText("Type your passphrase first.").waitFor();
  assert.ok(!(await noted(page))[0][1].wrong, "nothing was tried");
  for (let wrong = 1; wrong <= 5; wrong += 1) {
    await tell(page, `wrong passphrase ${wrong}`);
    await panel(page).getByText("That passphrase does not open what is kept here.").waitFor();
    for (let waited = 0; waited < 40 && (await noted(page))[0][1].wrong !== wrong; waited += 1) await page.waitForTimeout(50);
    assert.equal((await noted(page))[0][1].wrong, wrong);
    assert.equal(await panel(page).getByText("You can try again in 30 seconds.").count(), wrong === 5 ? 1 : 0);
  }
  assert.deepEqual(await rows(page), before);
  await again(page);
  await tell(page, PASSPHRASE);
  await panel(page).getByText(/^You can try again in \d+ seconds\.$/).waitFor();
  assert.equal(await nameIn(page), "Mali Invented");
  await tried(page, 5, Date.now() - 26_000);
  await tell(page, PASSPHRASE);
  await panel(page).getByText(/^You can try again in [1-4] seconds\.$/).waitFor();
  await panel(page).getByText("You can try again now.").waitFor();
  assert.equal(await panel(page).getByText(/seconds/).count(), 0, "nobody is told to wait who need not");
  await tried(page, 5, Date.now() - 31_000);
  await tell(page, "wrong passphrase 6");
  await panel(page).getByText("You can try again in 60 seconds.").waitFor();
  await tried(page, 6, Date.now() - 61_000);
  await tell(page, PASSPHRASE);
  await named(page, "Mali Typed");
  assert.equal((await noted(page))[0][1].wrong, 0);
  t.diagnostic(quiet(page));
});

test("another passphrase leaves the old texts sealed, and not damaged", async (t) => {
  const page = await typed(t);
  const [old] = await rows(page);
  await again(page);
  await press(page, "Start anew with another passphrase");
  await panel(page).getByText("The new passphrase does not open it.").waitFor();
  await press(page, "Give the passphrase that I have");
  await panel(page).getByLabel("Your passphrase").waitFor();
  await press(page, "Start anew with another passphrase");
  await choose(page, "quite another passphrase");
  await type(page, "Mali anew");
  await saved(page);
  assert.ok((await rows(page)).includes(old));
  assert.equal(await found(page, "damaged").count(), 0);
  await list(page).locator("summary").click();
  await list(page).getByText("of others or under another passphrase: 1.").waitFor();
  await again(page);
  await tell(page, "quite another passphrase");
  await named(page, "Mali anew");
  t.diagnostic(quiet(page));
});

test("a text of another passphrase under the same salt is sealed, and not damaged", async (t) => {
  const page = await typed(t);
  const [[name, row]] = await noted(page);
  const { Buffer } = globalThis;
  const key = ofPassphrase("somebody else’s passphrase", JSON.parse(row.way));
  const { hkdfSync } = await import("node:crypto");
  const kid = Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), "team-around-draft/kid/v1", 8)).toString("base64url");
  await page.evaluate(({ name, row }) => new Promise((resolve) => {
    indexedDB.open("team-around-drafts").onsuccess = ({ target }) => {
      const transaction = target.result.transaction("keys", "readwrite");
      transaction.objectStore("keys").put(row, name);
      transaction.oncomplete = resolve;
      target.result.close();
    };
  }), { name, row: { ...row, kid } });
  const before = await rows(page);
  await again(page);
  await tell(page, "somebody else’s passphrase");
  await panel(page).waitFor({ state: "hidden" });
  await list(page).locator("summary").click();
  await list(page).getByText("of others or under another passphrase: 1.").waitFor();
  assert.equal(await found(page, "damaged").count(), 0);
  assert.deepEqual(await rows(page), before);
  t.diagnostic(quiet(page));
});

test("two windows that choose at once have one passphrase", async (t) => {
  const one = await openedWith(t, BY);
  const two = await one.context().newPage();
  await two.route("**/pages/plain.html", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("<team-around-plan", "<team-around-plan draft-keys=\"passphrase\" draft-cipher=\"A256GCM\"") });
  });
  await two.goto(one.url());
  await give(two, RECORD);
  await panel(two).getByLabel("Choose a passphrase").waitFor();
  await choose(one);
  await panel(two).getByLabel("Choose a passphrase").fill("another in this window");
  await press(two, "Keep what I write");
  await panel(two).getByText("That passphrase does not open what is kept here.").waitFor();
  await tell(two, PASSPHRASE);
  await panel(two).waitFor({ state: "hidden" });
  t.diagnostic(quiet(one));
});

test("browser data that are cleared while somebody types are written again, with the passphrase’s salt", async (t) => {
  const page = await typed(t);
  const [[, before]] = await noted(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: page.origin, storageTypes: "indexeddb,local_storage" });
  await page.waitForTimeout(1500);
  await page.getByLabel("Full name", { exact: true }).first().pressSequentially("!");
  await page.waitForTimeout(1500);
  const [[, after]] = await noted(page);
  assert.equal(after.way, before.way);
  await again(page);
  await tell(page, PASSPHRASE);
  await named(page, "Mali Typed!");
  t.diagnostic(quiet(page));
});

test("the panel is painted before the passphrase is gone through, and works by keyboard alone", async (t) => {
  const page = await openedWith(t, { "draft-keys": "passphrase" });
  const box = panel(page).getByLabel("Choose a passphrase");
  await box.waitFor();
  assert.deepEqual([await box.getAttribute("type"), await box.getAttribute("autocomplete")], ["password", "new-password"]);
  const focused = () => page.evaluate(() => document.querySelector("team-around-plan").shadowRoot.activeElement?.id ?? "");
  for (let pressed = 0; pressed < 10 && !(await focused()).startsWith("ta:passphrase"); pressed += 1) await page.keyboard.press("Tab");
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await panel(page).locator("input[type=text]").waitFor();
  await page.keyboard.press("Shift+Tab");
  await page.evaluate(() => {
    globalThis.frames = [];
    const status = document.querySelector("team-around-plan").shadowRoot.querySelector(".ta-passphrase[role=group] .ta-passphrase__status");
    // When it is drawn, not when the frame was due.
    const look = () => (globalThis.frames.push({ at: performance.now(), said: status.textContent }), globalThis.frames.length < 400 && requestAnimationFrame(look));
    requestAnimationFrame(look);
  });
  await page.keyboard.press("Enter");
  await panel(page).waitFor({ state: "hidden" });
  const frames = await page.evaluate(() => globalThis.frames);
  const gaps = frames.slice(1).map(({ at }, index) => ({ gap: at - frames[index].at, said: frames[index].said }));
  const longest = gaps.reduce((most, one) => (one.gap > most.gap ? one : most));
  assert.equal(longest.said, "Checking the passphrase…", "what is said is drawn before the page is busy");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.querySelector("team-around-plan").shadowRoot.activeElement), "the focus stays in the form");
  t.diagnostic(`busy for ${Math.round(longest.gap)} ms; ${quiet(page)}`);
});

test("in memory only nothing is stored, and the line says so", async (t) => {
  const page = await openedWith(t, { "draft-keys": "memory" });
  await line(page, "is gone when this page is closed").waitFor();
  await type(page, "Mali Typed");
  await page.waitForTimeout(1500);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.deepEqual(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
  await page.evaluate(() => document.querySelector("team-around-plan").setAttribute("lang", "cy"));
  await line(page, "wedi mynd pan gaeir y dudalen hon").waitFor();
  await page.reload();
  await give(page, RECORD);
  assert.equal(await nameIn(page), "Mali Invented");
  t.diagnostic(quiet(page));
});

test("axe finds nothing on the panel, in both languages and sizes", async (t) => {
  const words = { en: ["Keep what I write", "Start anew with another passphrase", "Open what is kept here"], cy: ["Cadw’r hyn a ysgrifennaf", "Dechrau o’r newydd â chyfrinymadrodd arall", "Agor yr hyn a gedwir yma"] };
  for (const lang of ["en", "cy"]) {
    for (const width of [320, 1280]) {
      const page = await openedWith(t, { ...BY, lang }, { viewport: { width, height: 900 } });
      const { look, told } = looker(page);
      const shot = async (state) => {
        await look(`${lang} ${width}: ${state}`);
        const { wide, small } = await page.evaluate(measure);
        assert.deepEqual({ wide, small }, { wide: [], small: [] });
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/panel-${state}-${lang}-${width}.png` });
      };
      await panel(page).waitFor();
      await shot("new");
      await press(page, words[lang][0]);
      await panel(page).locator(".govuk-error-message:not([hidden])").waitFor();
      await shot("short");
      await panel(page).locator("input").fill(PASSPHRASE);
      await press(page, words[lang][0]);
      await panel(page).waitFor({ state: "hidden" });
      await page.reload();
      await give(page, RECORD);
      await panel(page).waitFor();
      await shot("known");
      await panel(page).locator("input").fill("a wrong passphrase");
      await press(page, words[lang][2]);
      await panel(page).locator(".govuk-error-message:not([hidden])").waitFor();
      await shot("wrong");
      await press(page, words[lang][1]);
      await shot("anew");
      t.diagnostic(told());
    }
  }
});
