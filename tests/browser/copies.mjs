// An encrypted copy of a draft as a file, for a device that forgets.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { ofPassphrase, open, seal } from "../draft/written.mjs";
import { found, give, opened, openedWith, press, RECORD, rows, saved, stored, type } from "./keeping.mjs";
import { looker, measure } from "./look.mjs";
import { quiet, recordOf } from "./world.mjs";

const PASSPHRASE = "pump brass otter lamp";
const list = (page) => page.locator("team-around-plan .ta-kept-list");
const copying = (page) => page.locator("team-around-plan .ta-copies");
const nameIn = async (page) => (await recordOf(page)).children[0].name;
const named = (page, name) => page.waitForFunction((name) => document.querySelector("team-around-plan").record.children[0].name === name, name);

async function unfold(page, name) {
  await list(page).locator("summary").click();
  await copying(page).getByRole("button", { name, exact: true }).click();
}

/** What the browser was given when somebody saved a copy. */
async function copied(page) {
  await unfold(page, "Save an encrypted copy");
  await copying(page).getByLabel("Choose a passphrase").fill(PASSPHRASE);
  const [download] = await Promise.all([page.waitForEvent("download"), copying(page).getByRole("button", { name: "Save the copy" }).click()]);
  assert.equal(download.suggestedFilename(), "team-around-draft.json");
  return readFile(await download.path(), "utf8");
}

async function bring(page, text, passphrase) {
  // What opens the part empties its boxes; a file is given to a hidden box too.
  await copying(page).getByLabel("The file of the copy").waitFor();
  await copying(page).getByLabel("The file of the copy").setInputFiles({ name: "copy.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await copying(page).getByLabel("The passphrase of the copy").fill(passphrase);
  await copying(page).getByRole("button", { name: "Open the copy" }).click();
}

async function typed(t, attributes = {}) {
  const page = await openedWith(t, attributes);
  await type(page, "Mali Typed");
  await saved(page);
  return page;
}

test("a copy is sealed at the stated cost, opens on another device, and what was typed there stays", async (t) => {
  const page = await typed(t);
  const text = await copied(page);
  if (process.env.SHOTS) await writeFile(`${process.env.SHOTS}/copy.json`, text);
  const { m, v, alg, kdf } = JSON.parse(text);
  assert.deepEqual({ m, v, alg, n: kdf.n, memory: kdf.m, passes: kdf.t, lanes: kdf.p }, { m: "team-around-draft", v: 1, alg: "XC20P", n: "argon2id", memory: 65_536, passes: 3, lanes: 1 });
  assert.ok(!/Mali|stairs|c-1/.test(text), "nothing of it can be read");
  const other = await opened(t);
  await type(other, "Mali of the other device");
  await saved(other);
  await unfold(other, "Open an encrypted copy");
  await bring(other, text, PASSPHRASE);
  await found(other, "The encrypted copy of").waitFor();
  await named(other, "Mali Typed");
  await saved(other);
  assert.equal((await rows(other)).length, 2, "each is a text of its own");
  await press(other, "There is another text of yours", "Open the other text");
  await named(other, "Mali of the other device");
  t.diagnostic(`${quiet(page)}; ${quiet(other)}`);
});

test("where approved algorithms are demanded a copy opens without our code", async (t) => {
  const page = await typed(t, { "draft-cipher": "A256GCM" });
  const draft = JSON.parse(await copied(page));
  assert.deepEqual([draft.alg, draft.kdf.n, draft.kdf.i], ["A256GCM", "pbkdf2-sha256", 600_000]);
  const held = JSON.parse(open(draft, ofPassphrase(PASSPHRASE, draft.kdf)));
  assert.equal(JSON.parse(held.text).record.children[0].name, "Mali Typed");
  assert.throws(() => open(draft, ofPassphrase("pump brass otter lamq", draft.kdf)), /wrong key/);
  const other = await opened(t);
  await unfold(other, "Open an encrypted copy");
  await bring(other, JSON.stringify(draft), PASSPHRASE);
  await named(other, "Mali Typed");
  t.diagnostic(`${quiet(page)}; ${quiet(other)}`);
});

test("a file that is not to be opened is told apart, and changes nothing", async (t) => {
  const page = await typed(t, { "draft-cipher": "A256GCM" });
  const text = await copied(page);
  const draft = JSON.parse(text);
  const { ct, crc, wk, nonce, ...rest } = draft;
  const key = ofPassphrase(PASSPHRASE, draft.kdf);
  const held = JSON.parse(open(draft, key));
  const sealed = (members, changed = {}) => seal(JSON.stringify({ ...held, ...changed }), key, { ...rest, ...members });
  const before = await stored(page);
  const opener = copying(page).getByRole("button", { name: "Open an encrypted copy" });
  const cases = [
    [text, "pump brass otter lamq", "That passphrase does not open this copy"],
    [text, "short", "That passphrase does not open this copy"],
    ["{\"a\":1}", PASSPHRASE, "not an encrypted copy"],
    [sealed({ kdf: { n: "device", kid: "AAAAAAAAAAA" } }), PASSPHRASE, "not an encrypted copy"],
    [text.slice(0, 400), PASSPHRASE, "is damaged"],
    [text.replace(/"ct":"..../, '"ct":"AAAA'), PASSPHRASE, "is damaged"],
    [sealed({}, { text: "no record" }), PASSPHRASE, "is damaged"],
    [sealed({ schema: 99 }), PASSPHRASE, "A newer version of this form made this copy"],
    [text.replace('"v":1', '"v":2'), PASSPHRASE, "A newer version of this form made this copy"],
    [sealed({}, { subject: "plan\nCIN-9\n\n" }), PASSPHRASE, "This copy is of another form: Plan CIN-9."],
    [sealed({ kdf: { ...draft.kdf, i: 1000 } }), PASSPHRASE, "is damaged"],
  ];
  for (const [file, passphrase, said] of cases) {
    // What was said of the file before is gone.
    await opener.click();
    await bring(page, file, passphrase);
    await copying(page).getByText(said).waitFor();
    await copying(page).getByText("Nothing was changed.").first().waitFor();
    await opener.click();
    await copying(page).getByText(said).waitFor({ state: "hidden" });
  }
  assert.equal(await nameIn(page), "Mali Typed");
  assert.deepEqual(await stored(page), before);
  t.diagnostic(`${cases.length} files; ${quiet(page)}`);
});

test("a host saves a copy and opens one by itself", async (t) => {
  const page = await typed(t, { "draft-cipher": "A256GCM" });
  const said = await page.evaluate(async (passphrase) => {
    const plan = document.querySelector("team-around-plan");
    const refused = [];
    for (const short of ["elevenchars", "elevenchars ", " ".repeat(12), null, {}]) {
      refused.push(await plan.exportDraft(short).catch((error) => `${error.name}: ${error.message}`));
    }
    const file = await plan.exportDraft(passphrase);
    for (const none of [null, undefined, {}, "text", { size: 1 }]) {
      const { taken, reason } = await plan.importDraft(none, passphrase);
      if (taken || reason !== "foreign") throw new Error(`${none} was taken for a file: ${reason}`);
    }
    const wrong = await plan.importDraft(file, "another passphrase");
    const right = await plan.importDraft(file, passphrase);
    return { refused, name: file.name, wrong, right };
  }, PASSPHRASE);
  assert.deepEqual(said.refused, Array(5).fill("RangeError: Choose a passphrase of at least 12 characters. Spaces before and after it do not count."));
  assert.equal(said.name, "team-around-draft.json");
  assert.deepEqual([said.wrong.taken, said.wrong.reason], [false, "wrong"]);
  assert.equal(said.right.taken, true);
  t.diagnostic(quiet(page));
});

test("a copy of a record that was changed since says so, and what is kept nowhere is not replaced unasked", async (t) => {
  const page = await typed(t);
  const text = await copied(page);
  const other = await openedWith(t, { "draft-keys": "memory" });
  await give(other, { ...RECORD, plan: { why: "Changed by a colleague." } });
  await type(other, "Mali typed here");
  await unfold(other, "Open an encrypted copy");
  await bring(other, text, PASSPHRASE);
  await copying(other).getByText("is not kept on this device, and the copy would take its place").waitFor();
  assert.equal(await nameIn(other), "Mali typed here");
  await copying(other).getByRole("button", { name: "Open the copy" }).click();
  await found(other, "the record was changed since the copy was made").waitFor();
  await named(other, "Mali Typed");
  t.diagnostic(quiet(other));
});

test("a copy is saved and opened by keyboard alone", async (t) => {
  const page = await typed(t, { "draft-cipher": "A256GCM" });
  await list(page).locator("summary").focus();
  await page.keyboard.press("Enter");
  const focused = () => page.evaluate(() => document.querySelector("team-around-plan").shadowRoot.activeElement?.textContent);
  for (let pressed = 0; pressed < 20 && (await focused()) !== "Save an encrypted copy"; pressed += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await copying(page).getByLabel("Choose a passphrase").and(page.locator(":focus")).waitFor();
  await page.keyboard.type("too short");
  await page.keyboard.press("Enter");
  await copying(page).getByText("at least 12 characters.").waitFor();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await copying(page).locator("input[type=text]").waitFor();
  await page.keyboard.press("Shift+Tab");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  await download;
  await copying(page).getByText("was given to your browser").waitFor();
  assert.equal(await focused(), "Save an encrypted copy");
  t.diagnostic(quiet(page));
});

test("axe finds nothing on the copies, in both languages and sizes", async (t) => {
  for (const [lang, words] of [["en", ["Save an encrypted copy", "Save the copy", "Open an encrypted copy"]], ["cy", ["Cadw copi wedi’i amgryptio", "Cadw’r copi", "Agor copi wedi’i amgryptio"]]]) {
    for (const width of [320, 1280]) {
      const page = await openedWith(t, { lang }, { viewport: { width, height: 900 } });
      await page.locator("team-around-plan .ta-draft").first().waitFor({ state: "attached" });
      const { look, told } = looker(page);
      await unfold(page, words[0]);
      await copying(page).getByRole("button", { name: words[1] }).click();
      await copying(page).locator(".govuk-error-message:not([hidden])").waitFor();
      await look(`${lang} ${width}: saving`);
      if (process.env.SHOTS) await copying(page).screenshot({ path: `${process.env.SHOTS}/copy-save-${lang}-${width}.png` });
      await copying(page).getByRole("button", { name: words[2] }).click();
      await look(`${lang} ${width}: opening`);
      if (process.env.SHOTS) await copying(page).screenshot({ path: `${process.env.SHOTS}/copy-open-${lang}-${width}.png` });
      const { wide, small } = await page.evaluate(measure);
      assert.deepEqual({ wide, small }, { wide: [], small: [] });
      t.diagnostic(told());
    }
  }
});

test("a copy that is still being opened, or sealed, is of the form it was asked for in", async (t) => {
  const page = await typed(t);
  const text = await copied(page);
  const [taken, sealed, now] = await page.evaluate(async ([text, passphrase]) => {
    const plan = document.querySelector("team-around-plan");
    const other = (id, name) => ({ children: [{ id, name }] });
    const opening = plan.importDraft(new File([text], "copy.json"), passphrase);
    plan.record = other("c-9", "Ffion of another family");
    const { taken, reason } = await opening;
    const now = plan.record.children[0].name;
    const sealing = plan.exportDraft(passphrase);
    plan.record = other("c-8", "Osian of a third one");
    const sealed = await (await sealing).text();
    const again = await plan.importDraft(new File([sealed], "copy.json"), passphrase);
    return [[taken, reason], [again.taken, again.reason, plan.record.children[0].name], now];
  }, [text, PASSPHRASE]);
  assert.deepEqual([taken, now], [[false, "nowhere"], "Ffion of another family"], "nothing of one child stands in the other’s form");
  assert.deepEqual(sealed, [false, "subject", "Osian of a third one"], "the file is of the one that stood there");
  await page.evaluate((record) => Object.assign(document.querySelector("team-around-plan"), { record }), { children: [{ id: "c-9" }] });
  t.diagnostic(quiet(page));
});
