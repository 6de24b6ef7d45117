// Damages what was kept, in the stores as the page sees them and in the browser's files between two runs: figures
// changed, texts cut, put back from before, put under another draft, taken away.  reliability.md R5
//
//   TEAM_AROUND_PACKAGE=… CHROMIUM=… node damaged.mjs [DAMAGES IN THE STORES] [DAMAGES ON DISK] [--seed N] [--nothing-said]
//
// Passes where the newest text that is still whole comes back, where a damaged one is left the person is told so,
// and where nothing is thrown. Which copies are whole is found without the element's code. How many damaged copies
// are still somewhere, after more was typed, is told apart. `--nothing-said` hides the sentences, and must fail.

import { anywhere, copies, heads, inventory, putBack } from "./sealed.mjs";
import { drive, newProfile, removeProfile, sleep } from "./browser.mjs";
import { chance, end, flag, numbers, option, runs, sum } from "./judge.mjs";
import { damageFiles } from "./files.mjs";
import { Life, serve } from "./server.mjs";

const [inStores, onDisk] = numbers(24, 2);
const seed = Number(option("seed") ?? Date.now() % 1e6);
const TOLD = /may be missing|cannot be opened|could not be opened|damaged|could lose|Not saved|No longer|Nothing is kept/i;
const { lives, origin, close } = await serve();

/** Changes what is kept of the draft `did`: in one, two or all three places, each in one of these ways. */
function damage(random, { now, before, other }, did) {
  const damaged = structuredClone(now);
  const sealedAt = ({ slots, rows }, did, place) => (place === "journal" ? rows.drafts.find((row) => row.did === did)?.text : slots[`ta-draft:v1:${did}:${place}`]);
  const put = (place, text) => {
    const row = damaged.rows.drafts.find((row) => row.did === did);
    if (place === "journal") row.text = text;
    else if (text === undefined) delete damaged.slots[`ta-draft:v1:${did}:${place}`];
    else damaged.slots[`ta-draft:v1:${did}:${place}`] = text;
    if (place === "journal" && text === undefined) damaged.rows.drafts = damaged.rows.drafts.filter((row) => row.did !== did);
  };
  const flipped = (text) => {
    const at = random.below(text.length);
    return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << random.below(7))) + text.slice(at + 1);
  };
  const ways = {
    flipped: (text) => flipped(text),
    cut: (text) => text.slice(0, random.below(text.length)),
    swapped: (text, place) => sealedAt(now, other, place) ?? text,
    stale: (text, place) => sealedAt(before, did, place),
    deleted: () => undefined,
    nonsense: () => random.one(["", "null", "{}", "[]", "\"\"", "true", "{\"m\":\"ta-draft\"}"]),
  };
  const fields = () => Object.assign(damaged.rows.drafts.find((row) => row.did === did), { [random.one(["fence", "epoch", "seq"])]: random.one([1e300, -1, "x", NaN]) });
  const places = ["a", "b", "journal"].filter((place) => sealedAt(now, did, place) !== undefined);
  const chosen = random.one([[random.one(places)], places.filter(() => random.next() < 0.7), places]);
  const done = chosen.map((place) => {
    const way = random.one([...Object.keys(ways), ...(place === "journal" ? ["fields"] : [])]);
    if (way === "fields") fields();
    else put(place, ways[way](sealedAt(now, did, place), place));
    return `${place} ${way}`;
  });
  return { damaged, done };
}

/** What the element must do with what is there, and whether it did. */
async function judge(life, page, address, { before, subject, written }) {
  const all = copies(before);
  const of = heads(all).filter((head) => head.subject?.startsWith(subject));
  const expected = of.sort((one, other) => one.at - other.at).at(-1)?.words ?? [];
  const dids = new Set([...of.map((head) => head.did), ...life.dids]);
  const bad = all.filter((one) => !one.whole && dids.has(one.did));
  life.errors.length = 0;
  life.reading = true;
  const back = life.told("back", 20_000);
  await page.goto(address);
  const { words, said } = (await back) ?? {};
  if (!words) return { problem: "the page did not come back" };
  const told = !flag("nothing-said") && TOLD.test(said);
  // More is typed, which is written over what was read.
  await page.evaluate(() => {
    const box = plan.shadowRoot.getElementById("plan/why");
    box.focus();
    document.execCommand("insertText", false, " more");
  });
  const states = life.states.length;
  await sleep(1100);
  // Nobody else has it open: what is typed is saved again, or it is said that it is not.
  const stuck = !life.states.slice(states).some(({ state }) => ["saved", "slot", "failed"].includes(state));
  const after = JSON.stringify(Object.values(await inventory(page))).replaceAll("\\", "");
  const aside = bad.filter(({ sealed }) => typeof sealed === "string" && after.includes(sealed.slice(0, 400).replaceAll("\\", ""))).length;
  const wrong = words.join(" ") !== expected.join(" ");
  // Where everything came back all the same, nothing need be said.
  const missing = written.some((word) => !words.includes(word));
  return { wrong, stuck, silent: missing && bad.length > 0 && !told, whole: of.length, bad: bad.length, aside, errors: [...life.errors], said: said?.slice(0, 90),
    ...(wrong && { words: words.slice(-3), expected: expected.slice(-3), offered: anywhere(before).length }) };
}

/** Types into a form until `limit` words were said to be saved, with what stood in the stores half way. */
async function write(life, page, address, limit) {
  life.reading = false;
  const began = life.told("began");
  await page.goto(`${address}&limit=${limit}`);
  if (!(await began)) throw new Error("the page did not start");
  const half = sleep(limit * 55).then(() => inventory(page));
  for (let waited = 0; waited < 20_000 && life.saved.size < limit; waited += 100) await sleep(100);
  return half;
}

async function storesOf(browser, part, count) {
  const random = chance(seed + part);
  const context = await browser.newContext();
  const page = await context.newPage();
  const [life, another] = [new Life(), new Life()];
  const [id, second] = [`damaged-${part}`, `another-${part}`];
  lives.set(id, life).set(second, another);
  await write(another, page, `${origin}/?id=${second}`, 4);
  const [{ did: other }] = heads(copies(await inventory(page)));
  const before = await write(life, page, `${origin}/?id=${id}`, 20);
  await page.goto(`${origin}/blank`);
  await sleep(300);
  const now = await inventory(page);
  const { did } = heads(copies(now)).find((head) => head.subject.includes(id));
  life.dids = [did];
  const written = [...life.saved];
  return runs(count, 1, async () => {
    const { damaged, done } = damage(random, { now, before, other }, did);
    await page.goto(`${origin}/blank`);
    await page.evaluate(putBack, damaged);
    return { done, ...(await judge(life, page, `${origin}/?id=${id}&wait=1200`, { before: damaged, subject: `plan\n${id}`, written })) };
  });
}

/** What the stores hold after the damage. A browser that is mending its files may refuse or have nothing at first, and
 *  answer later. */
async function looked(page) {
  let last = { slots: {}, rows: {} };
  for (let tries = 0; tries < 4; tries += 1) {
    last = (await inventory(page).catch(() => undefined)) ?? last;
    if (last.refused === false && copies(last).length) return last;
    await sleep(500);
  }
  return last;
}

/** One profile: typed in, closed or killed, its files damaged, opened again. */
async function disk(run) {
  const random = chance(seed + 1000 + run);
  const id = `disk-${run}`;
  const life = Object.assign(new Life(), { dids: [] });
  const folder = newProfile();
  lives.set(id, life);
  let browser = await drive(folder);
  try {
    await write(life, await browser.context.newPage(), `${origin}/?id=${id}`, 30);
    const written = [...life.saved];
    const orderly = random.next() < 0.7;
    if (orderly) await browser.close();
    browser.kill();
    await sleep(500);
    const { store, done } = damageFiles(folder, random);
    browser = await drive(folder);
    const page = await browser.context.newPage();
    await page.goto(`${origin}/blank`);
    const before = await looked(page);
    const told = await judge(life, page, `${origin}/?id=${id}&wait=2500`, { before, subject: `plan\n${id}`, written });
    const there = new Set(heads(copies(before)).flatMap(({ words }) => words));
    // One store alone was damaged, and the other had everything on the disk.
    const sure = store === "Local Storage" || (store === "IndexedDB" && orderly);
    return { done, orderly, ...told, savedLost: sure ? written.filter((word) => !there.has(word)).length : 0, gone: there.size === 0 };
  } finally {
    browser.kill();
    await sleep(300);
    removeProfile(folder);
    lives.delete(id);
  }
}

const folder = newProfile();
const driven = await drive(folder);
const parts = await Promise.all([0, 1].map((part) => storesOf(driven.context.browser(), part, Math.ceil(inStores / 2))));
driven.kill();
const results = parts.flat();
const files = await runs(onDisk, 2, disk);
removeProfile(folder);
close();
const every = [...results, ...files];
end("R5 damage", every, `${results.length} in the stores and ${files.length} on disk: another text than the newest whole one in ${sum(every, "wrong")}, damaged and nothing said in ${sum(every, "silent")}, nothing kept afterwards in ${sum(every, "stuck")}, saved words lost with one store damaged ${sum(files, "savedLost")}, ${sum(every, "aside")} of ${sum(every, "bad")} damaged copies still there after more was typed; seed ${seed}`,
  (result) => result.problem || result.wrong || result.silent || result.stuck || result.savedLost || result.errors.length);
