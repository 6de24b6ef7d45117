// The host's page fills the origin's local storage to the last character, or to a few before it, and then somebody
// types. In two runs of three the journal has no room either: from before the form is opened, or from the first
// time that it said "Saved".  reliability.md R6
//
//   TEAM_AROUND_PACKAGE=… CHROMIUM=… node full.mjs [RUNS] [--without-journal]
//
// Passes where nothing is lost that was said to be saved or is older than a second when the browser is killed, none
// of the host's keys is changed, and where something cannot be kept a sentence says so within a second.
// `--without-journal` goes on saying that the journal has room when it has none, and must fail.

import { drive, newProfile, removeProfile, sleep } from "./browser.mjs";
import { end, flag, losses, numbers, runs, sum } from "./judge.mjs";
import { Life, serve } from "./server.mjs";

const [count] = numbers(5);
const ROOMS = [0, 1, 10_000, 64_000, 1_000_000]; // characters that the host leaves free
const PLACES = ["slots", "slots and journal", "slots, and the journal later"]; // what is full
const ENOUGH = 10_000; // characters in which both slots find room for what is typed here
const NOTICE = 1000; // milliseconds until a sentence says that something is not kept
const HONEST = /could lose up to a minute|no room left|Not saved on this device/;
const { lives, origin, close } = await serve();

/** In the page: the host's own keys, and then one that takes all the room but for `room` characters. */
function fillUp(room) {
  for (let at = 0; at < 20; at += 1) localStorage.setItem(`host:${at}`, `{"kept":${at}}`);
  let length = 0;
  for (let step = 1 << 23; step >= 1; step >>= 1) {
    try {
      localStorage.setItem("host:much", "x".repeat(length + step));
      length += step;
    } catch {
      /* so much does not fit */
    }
  }
  localStorage.setItem("host:much", "x".repeat(Math.max(0, length - room)));
}

const hosts = () => JSON.stringify(Object.entries(localStorage).filter(([name]) => name.startsWith("host:")).sort().map(([name, value]) => [name, value.length, value.slice(0, 40)]));

/** In the page, before the element: the journal answers that it has kept what it has not. */
function pretend() {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (row, ...rest) {
    return put.call(this, row?.text === undefined ? row : { ...row, text: "" }, ...rest);
  };
}

/** In the page, before the element: once `journalFull` is set, no write of a text is carried out. */
function mayFill() {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (row, ...rest) {
    const request = put.call(this, row, ...rest);
    if (globalThis.journalFull && row?.text !== undefined) this.transaction.abort();
    return request;
  };
}

async function one({ room, place }, run) {
  const id = `full-${run}`;
  const life = new Life();
  const folder = newProfile();
  const address = `${origin}/?id=${id}&limit=60&wait=2500`;
  lives.set(id, life);
  let full = 0;
  let browser = await drive(folder);
  try {
    const page = await browser.context.newPage();
    await page.goto(`${origin}/blank`);
    await page.evaluate(fillUp, room);
    const before = await page.evaluate(hosts);
    const session = await browser.context.newCDPSession(page);
    if (place === PLACES[2]) await page.addInitScript(mayFill);
    if (flag("without-journal")) await page.addInitScript(pretend);
    const quota = (quotaSize) => session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
    const began = life.told("began");
    if (place === PLACES[1]) await quota(1);
    await page.goto(address);
    if (!(await began)) return { problem: "the page did not start" };
    if (place === PLACES[2]) {
      await life.told("saved", 5000);
      await page.evaluate(() => (globalThis.journalFull = true));
      full = Date.now();
    }
    await sleep(2500 + Math.random() * 2000);
    const changed = (await page.evaluate(hosts)) !== before;
    const [first] = place === PLACES[2] ? [...life.typed.values()].filter((at) => at > full) : life.typed.values();
    const told = life.states.find(({ said, reason, at }) => at > full && (reason || HONEST.test(said)));
    const saved = place === PLACES[0] && life.states.some(({ state }) => state === "saved");
    // What is not said to be saved is said not to be, about as soon as it could be known.
    const silent = !saved && !(told && told.at - first <= NOTICE);
    const ended = Date.now();
    if (place === "slots") browser.kill();
    else await page.goto(`${origin}/blank`);
    await sleep(500);
    life.reading = true;
    if (place === "slots") browser = await drive(folder);
    const reader = place === "slots" ? await browser.context.newPage() : page;
    const back = life.told("back", 20_000);
    await reader.goto(address);
    const { words } = (await back) ?? {};
    if (!words) return { problem: "the page did not come back" };
    const lost = losses(life, words, ended);
    // Without room anywhere what was typed is in the form alone, and the sentence has said so.
    const excused = Boolean(told) && room < ENOUGH;
    return { room, place, ...lost, oldLost: excused ? 0 : lost.oldLost, changed, silent, told: told?.said.slice(0, 60), after: told && told.at - first, errors: life.errors };
  } finally {
    browser.kill();
    await sleep(200);
    removeProfile(folder);
    lives.delete(id);
  }
}

// Five rooms and three places: fifteen runs have each once.
const results = await runs(count, 2, (run) => one({ room: ROOMS[run % ROOMS.length], place: PLACES[run % PLACES.length] }, run));
close();
end(`R6 no room${flag("without-journal") ? " and a journal that says it has some" : ""}`, results, `${results.length} runs, ${sum(results, "typed")} words typed, ${sum(results, "saved")} said to be saved: ${sum(results, "savedLost")} of those lost, ${sum(results, "oldLost")} others older than a second; the host's keys changed in ${sum(results, "changed")}; nothing said within a second in ${sum(results, "silent")}`,
  (result) => result.problem || result.savedLost || result.oldLost || result.changed || result.silent || result.errors.length);
