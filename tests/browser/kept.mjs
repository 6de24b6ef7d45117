// What was kept is old, damaged, of another version or another person: nothing is lost, and everybody is told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ofSecret, open, seal } from "../draft/written.mjs";
import { found, give, line, opened, put, RECORD, rows, saved, stored, turnTo, type } from "./keeping.mjs";
import { quiet, ready, recordOf } from "./world.mjs";

const SECRET = "a secret of this user, for the tests";
const DAY = 86_400_000;
const KEY = ofSecret(SECRET);

/** A page with the host's key. */
async function keyed(t, secret = SECRET) {
  const page = await opened(t);
  await again(page, secret);
  return page;
}

/** The same page, read once more. */
async function again(page, secret = SECRET, record = RECORD) {
  await page.reload();
  await ready(page);
  await page.evaluate((secret) => Object.assign(document.querySelector("team-around-plan"), { draftKey: secret }), secret);
  await give(page, record);
}

/** What was written last, opened without our code. */
async function written(page) {
  const { journal, slots } = await stored(page);
  const [row] = journal.filter((row) => row.text);
  return { row, slots, header: JSON.parse(row.text), text: open(JSON.parse(row.text), KEY).toString() };
}

/** Puts a draft in place of what was kept, with other members of its header. */
async function kept(page, members) {
  const { row, slots, header, text } = await written(page);
  const { ct, crc, wk, nonce, ...rest } = header;
  const sealed = seal(text, KEY, { ...rest, seq: header.seq + 10, ...members });
  await page.evaluate((names) => names.forEach((name) => localStorage.removeItem(name)), Object.keys(slots));
  await put(page, { journal: [{ ...row, seq: header.seq + 10, text: sealed }] });
  return row.did;
}

const nameIn = async (page) => (await recordOf(page)).children[0].name;
const list = (page) => page.locator("team-around-plan .ta-kept-list");

async function typed(t) {
  const page = await keyed(t);
  await type(page, "Mali Typed");
  await saved(page);
  return page;
}

test("a draft that another program sealed from the written form is opened", async (t) => {
  const page = await typed(t);
  await kept(page, { alg: "A256GCM" });
  await again(page);
  await found(page, "is back").waitFor();
  assert.equal(await nameIn(page), "Mali Typed");
  t.diagnostic(quiet(page));
});

test("a draft whose time is over is hidden at once, and removed a day after that was seen", async (t) => {
  const page = await typed(t);
  const long = Date.now() - 20 * DAY;
  const did = await kept(page, { created: long, updated: long, seenMax: long, expires: long + 14 * DAY });
  await again(page);
  await found(page, "was kept as long as it may be").waitFor();
  assert.equal(await nameIn(page), "Mali Invented", "not shown");
  await list(page).locator("summary").click();
  await list(page).getByText("Its time is over").waitFor();
  assert.ok((await rows(page)).includes(did), "not removed at first sight");
  const row = async () => (await stored(page)).journal.find((row) => row.did === did);
  for (let waited = 0; waited < 40 && !(await row()).noticed; waited += 1) await page.waitForTimeout(50);
  await put(page, { journal: [{ ...(await row()), noticed: Date.now() - DAY - 1 }] });
  await again(page);
  for (let waited = 0; waited < 40 && (await row()); waited += 1) await page.waitForTimeout(50);
  assert.equal(await row(), undefined);
  t.diagnostic(quiet(page));
});

test("a copy that is damaged is passed over, told, and put aside", async (t) => {
  const page = await typed(t);
  await page.getByLabel("Full name", { exact: true }).first().pressSequentially(" on");
  await page.waitForTimeout(1200);
  const { slots, row } = await written(page);
  const [[newest, text]] = Object.entries(slots).sort(([, a], [, b]) => JSON.parse(JSON.parse(b)).seq - JSON.parse(JSON.parse(a)).seq);
  const cut = text.slice(0, 300);
  await put(page, { journal: [{ ...row, text: row.text.slice(0, 300) }], slots: { [newest]: JSON.stringify(cut) } });
  await again(page);
  await found(page, "Some text after that may be missing").waitFor();
  assert.match(await nameIn(page), /^Mali Typed/);
  await type(page, "Mali written anew");
  await saved(page);
  const aside = (await stored(page)).journal.filter(({ did }) => did.startsWith(`${row.did}:`));
  assert.deepEqual(aside.map(({ text }) => text.length).sort(), [300, 300], "both are there as they were found");
  t.diagnostic(quiet(page));
});

test("a draft of which nothing can be opened is told, listed, and removed by the person alone", async (t) => {
  const page = await typed(t);
  const { slots, row } = await written(page);
  const broken = Object.fromEntries(Object.keys(slots).map((name) => [name, JSON.stringify("{\"m\":\"team-around-draft\"")]));
  await put(page, { journal: [{ ...row, text: row.text.replace(/"ct":"..../, '"ct":"AAAA') }], slots: broken });
  await again(page);
  await found(page, "is damaged and cannot be opened").waitFor();
  await type(page, "Mali goes on");
  await saved(page);
  assert.ok((await rows(page)).includes(row.did), "still there");
  await list(page).locator("summary").click();
  await list(page).getByRole("listitem").filter({ hasText: "damaged" }).getByRole("button").click();
  await list(page).getByRole("button", { name: "Yes, remove it" }).click();
  for (let waited = 0; waited < 40 && (await rows(page)).includes(row.did); waited += 1) await page.waitForTimeout(50);
  assert.ok(!(await rows(page)).includes(row.did));
  assert.equal((await rows(page)).length, 1, "the new one stays");
  t.diagnostic(quiet(page));
});

test("a journal that lost all its text is told, though an older text is whole", async (t) => {
  const page = await typed(t);
  const { slots, row } = await written(page);
  const [older] = Object.entries(slots).filter(([, text]) => text);
  await put(page, { journal: [{ ...row, text: "" }], slots: { [older[0]]: older[1] } });
  await again(page);
  await found(page, "may be missing").waitFor();
  t.diagnostic(quiet(page));
});

test("what a newer version wrote is read, and never written", async (t) => {
  const page = await typed(t);
  const { row } = await written(page);
  const did = await kept(page, { schema: 99, app: "99.0.0" });
  const before = (await stored(page)).journal.find((one) => one.did === did);
  await again(page);
  await found(page, "A newer version of this form wrote here").waitFor();
  await page.waitForFunction(() => document.querySelector("team-around-plan").record.children[0].name === "Mali Typed");
  await turnTo(page, "The child or children");
  assert.equal(await page.locator("team-around-plan input[type=text]:not([readonly])").count(), 0, "nothing can be typed");
  await page.waitForTimeout(1200);
  const after = (await stored(page)).journal.find((one) => one.did === row.did);
  assert.equal(after.text, before.text);
  t.diagnostic(quiet(page));
});

test("another person's draft is neither shown nor named, and counted alone", async (t) => {
  const page = await typed(t);
  await again(page, "another person's secret, of the same device");
  await list(page).locator("summary").click();
  await list(page).getByText("Others’ texts that you cannot open here: 1.").waitFor();
  assert.equal(await nameIn(page), "Mali Invented");
  await again(page, SECRET);
  await found(page, "is back").waitFor();
  t.diagnostic(quiet(page));
});

test("one's own drafts are listed with their age, and removed one by one or all", async (t) => {
  const page = await typed(t);
  await again(page, SECRET, { ...RECORD, children: [{ id: "c-2", name: "Tomos Invented" }] });
  await type(page, "Tomos Typed");
  await saved(page);
  await list(page).locator("summary").click();
  await list(page).getByText(/^This form, until .* Kept until/).waitFor();
  await list(page).getByText(/^Plan c-1, until .* Kept until/).waitFor();
  const remove = list(page).getByRole("button", { name: /^Remove: Plan c-1/ });
  await remove.click();
  await list(page).getByText("Nobody could bring").waitFor();
  await page.waitForTimeout(300);
  assert.equal((await rows(page)).length, 2, "nothing goes before the person was asked");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await list(page).getByText("Nobody could bring").waitFor({ state: "detached" });
  assert.match(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.getAttribute("aria-label") ?? document.activeElement.getAttribute("aria-label")), /^Remove: Plan c-1/);
  await list(page).getByRole("button", { name: "Remove all of mine" }).click();
  await list(page).getByText("bring back what is listed").waitFor();
  await list(page).getByRole("button", { name: "No, keep it" }).click();
  await remove.click();
  await list(page).getByRole("button", { name: "Yes, remove it" }).click();
  for (let waited = 0; waited < 40 && (await rows(page)).length > 1; waited += 1) await page.waitForTimeout(50);
  assert.equal((await rows(page)).length, 1);
  await list(page).getByRole("button", { name: /^Remove: Plan c-2/ }).click();
  await list(page).getByRole("button", { name: "Yes, remove it" }).click();
  await page.waitForFunction(() => document.querySelector("team-around-plan").record.children[0].name === "Tomos Invented");
  assert.equal((await rows(page)).length, 0);
  t.diagnostic(quiet(page));
});

test("a key that is too short is told as such", async (t) => {
  const page = await keyed(t, "short");
  await line(page, "gave a key that is too short").waitFor();
  t.diagnostic(quiet(page));
});

test("where local storage is full, the journal keeps it, and nothing of the host's is touched", async (t) => {
  const page = await keyed(t);
  await page.waitForFunction(() => localStorage.getItem("ta-draft:room"));
  const filled = await page.evaluate(() => {
    localStorage.setItem("host", "kept");
    let size = 4 * 1024 * 1024;
    for (let at = 0; size >= 1; ) {
      try {
        localStorage.setItem(`filling-${at}`, "x".repeat(size));
        at += 1;
      } catch {
        size = Math.floor(size / 2);
      }
    }
    return Object.entries(localStorage).filter(([name]) => !name.startsWith("ta-draft")).map(([name, text]) => [name, text.length]);
  });
  await type(page, "Mali Typed");
  await saved(page);
  assert.ok(Object.keys((await stored(page)).slots).length > 0, "the room that was kept free is used");
  await again(page);
  await found(page, "is back").waitFor();
  assert.equal(await nameIn(page), "Mali Typed");
  assert.deepEqual(await page.evaluate(() => Object.entries(localStorage).filter(([name]) => !name.startsWith("ta-draft")).map(([name, text]) => [name, text.length])), filled);
  t.diagnostic(quiet(page));
});

test("browser data that are cleared while somebody types are written again, with the device’s key", async (t) => {
  const page = await opened(t);
  await type(page, "Mali Typed");
  await saved(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: page.origin, storageTypes: "indexeddb,local_storage" });
  await page.waitForTimeout(1500);
  await page.getByLabel("Full name", { exact: true }).first().pressSequentially("!");
  await page.waitForTimeout(1500);
  await page.reload();
  await give(page, RECORD);
  await found(page, "is back").waitFor();
  assert.equal(await nameIn(page), "Mali Typed!");
  t.diagnostic(quiet(page));
});

test("what was said at the end of a meeting, apart from the record, is kept too", async (t) => {
  const feedback = [{ id: "f-1", from: "child", child_change: "It was calm." }];
  const whole = { format: "team-around", version: 1, kind: "draft", record: RECORD, feedback };
  const page = await keyed(t);
  await again(page, SECRET, whole);
  await type(page, "Mali Typed");
  await saved(page);
  assert.match((await written(page)).text, /It was calm/);
  await again(page, SECRET, whole);
  await found(page, "is back").waitFor();
  const sent = await page.evaluate(() => document.querySelector("team-around-plan").exportFile().text());
  assert.equal(JSON.parse(sent).feedback[0].child_change, "It was calm.");
  t.diagnostic(quiet(page));
});
