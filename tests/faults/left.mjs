// The page goes while somebody types: its process crashes or is killed, the tab is closed, the page is read again,
// left and come back to, or the host takes the element out and puts it in again.  reliability.md R3
//
//   TEAM_AROUND_PACKAGE=… CHROMIUM=… node left.mjs [RUNS OF EACH WAY] [--without-leaving]
//
// Passes where nothing is lost that was said to be saved or is older than a second, and nothing at all where the
// page goes in an orderly way. `--without-leaving` keeps from the page that it is about to go, and must fail.

import { drive, newProfile, removeProfile, sleep, within } from "./browser.mjs";
import { end, flag, losses, numbers, runs, sum } from "./judge.mjs";
import { Life, serve } from "./server.mjs";

const [count] = numbers(2);
const { lives, origin, close } = await serve();
const still = (page) => page.evaluate(() => void (globalThis.still = true));

/** What becomes of a page that is typed into; answers with the page to read from, if there still is one. */
const WAYS = {
  async crash({ session }) {
    await within(session.send("Page.crash").catch(() => undefined), 300);
  },
  async killed({ send }) {
    const { processInfo } = await send("SystemInfo.getProcessInfo");
    for (const { type, id } of processInfo) if (type === "renderer") process.kill(id, "SIGKILL");
  },
  async closed({ page }) {
    await page.close({ runBeforeUnload: true });
  },
  async reloaded({ page, life }) {
    life.reading = true;
    await page.reload();
    return page;
  },
  async back({ page, life }) {
    await page.goto(`${origin}/blank`);
    life.gone = Date.now(); // the page may come back whole, and then it types on
    await sleep(Math.random() * 400);
    life.reading = true;
    // Not waited for: a page that the browser kept whole does not load again.
    await page.evaluate(() => setTimeout(() => history.back()));
    return page;
  },
  // The browser may keep each page that was left with all that it has. The one that only reads is quite at rest.
  async returned({ page, life, address }) {
    await still(page);
    await sleep(1200);
    life.gone = Date.now();
    life.reading = true;
    for (const rest of [600, 1500]) {
      await page.goto(`${origin}/blank`);
      await sleep(600);
      const read = life.told("back", 20_000);
      await page.goto(address);
      life.last = await read;
      await sleep(rest);
    }
    return page;
  },
  async removed({ page }) {
    await page.evaluate(() => new Promise((done) => {
      const { plan } = globalThis;
      plan.remove();
      setTimeout(() => (document.body.append(plan), setTimeout(done, 1200)), Math.random() * 500);
    }));
    await still(page);
    await page.close({ runBeforeUnload: true });
  },
  async moved({ page }) {
    await page.evaluate(() => document.body.append(Object.assign(document.createElement("main"), { id: "there" })));
    await page.evaluate(() => document.getElementById("there").append(globalThis.plan));
    await sleep(Math.random() * 800);
    await page.close({ runBeforeUnload: true });
  },
};
const ABRUPT = ["crash", "killed"];

async function one(way, run) {
  const id = `left-${run}`;
  const life = new Life();
  const folder = newProfile();
  const address = `${origin}/?id=${id}`;
  lives.set(id, life);
  const browser = await drive(folder);
  try {
    const page = await browser.context.newPage();
    const session = await browser.context.newCDPSession(page);
    const leaving = ["pagehide", "visibilitychange", "freeze", "focusout"];
    if (flag("without-leaving")) await page.addInitScript((events) => events.forEach((event) => addEventListener(event, (told) => told.stopImmediatePropagation(), true)), leaving);
    const began = life.told("began");
    await page.goto(address);
    if (!(await began)) return { problem: "the page did not start" };
    await sleep(1200 + Math.random() * 2000);
    const back = life.told("back", 20_000);
    const ended = Date.now();
    const left = await WAYS[way]({ page, session, send: browser.send, life, address });
    life.reading = true;
    if (!left) {
      await sleep(300);
      await (await browser.context.newPage()).goto(address);
    }
    const { words, whole } = life.last ?? (await back) ?? {};
    if (!words) return { way, problem: "the page did not come back" };
    // What is typed after the act began is in the same page, and goes with it.
    const lost = losses(life, words, ABRUPT.includes(way) ? ended : (life.gone ?? Date.now()));
    // A page that came back whole is typed in on, and keeps that too.
    if (whole) await sleep(2500);
    const keeps = !whole || life.states.some(({ state, at }) => state === "saved" && at > life.gone + 500);
    return { way, ...lost, whole, keeps, mustNot: ABRUPT.includes(way) ? lost.oldLost : lost.lost, errors: life.errors };
  } finally {
    browser.kill();
    await sleep(200);
    removeProfile(folder);
    lives.delete(id);
  }
}

const ways = Array.from({ length: count }, () => Object.keys(WAYS)).flat();
const results = await runs(ways.length, 3, (run) => one(ways[run], run));
close();
const orderly = results.filter(({ way }) => !ABRUPT.includes(way));
const abrupt = results.filter(({ way }) => ABRUPT.includes(way));
end(`R3 pages that go${flag("without-leaving") ? " without being told" : ""}`, results, `${abrupt.length} crashed or killed: ${sum(abrupt, "savedLost")} of ${sum(abrupt, "saved")} saved words lost, ${sum(abrupt, "oldLost")} older than a second; ${orderly.length} closed, read again, left or moved: ${sum(orderly, "lost")} of ${sum(orderly, "typed")} words lost`,
  (result) => result.problem || !result.keeps || result.savedLost || result.mustNot || result.errors.length);
