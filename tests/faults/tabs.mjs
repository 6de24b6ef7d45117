// Several tabs of one profile type into the same form at once: now and then a person presses what is offered,
// a tab freezes, its process is killed, and in the end the browser is.  reliability.md R7
//
//   TEAM_AROUND_PACKAGE=… CHROMIUM=… node tabs.mjs [RACES OF EACH] [WORDS OF EACH TAB] [--tabs 2,4] [--seed N]
//   [--without-fence]
//
// Passes where every word that stood in a form when it said "Saved" is in the text that opens afterwards, or in
// another text that the element offers. `--without-fence` lets a window write that lost its turn, and must fail.

import { drive, newProfile, removeProfile, sleep, within } from "./browser.mjs";
import { chance, end, flag, numbers, option, runs, sum } from "./judge.mjs";
import { anywhere, inventory, putBack } from "./sealed.mjs";
import { Life, serve } from "./server.mjs";

const [races, limit] = numbers(1, 60);
const sizes = (option("tabs") ?? "2,4,8").split(",").map(Number);
const seed = Number(option("seed") ?? Date.now() % 1e6);
const RISK = 0.04; // of each word, that a button is pressed
const MOST = 40; // other texts that are looked into for what is missing

const without = flag("without-fence") ? "fence" : undefined;
const { lives, origin, close } = await serve({ without });

/** One tab: typed into, frozen, killed, and opened again, until the race is over. */
async function work({ context, address, tab, random, over, acts }) {
  let life = 0;
  const open = async () => {
    const page = await context.newPage();
    await page.goto(`${address}&tab=${tab}${"zyxwvu"[life++ % 6]}`, { waitUntil: "commit" }).catch(() => undefined);
    return { page, session: await context.newCDPSession(page) };
  };
  let { page, session } = await open();
  while (!over()) {
    await sleep(500 + random.below(2500));
    if (over()) return;
    const act = random.one(["freeze", "freeze", "crash", "close", "reload", "nothing"]);
    acts[act] = (acts[act] ?? 0) + 1;
    if (act === "freeze") {
      await session.send("Page.setWebLifecycleState", { state: "frozen" });
      await sleep(500 + random.below(5000));
      await session.send("Page.setWebLifecycleState", { state: "active" });
    } else if (act !== "nothing") {
      if (act === "crash") await within(session.send("Page.crash").catch(() => undefined), 300);
      // Whatever happened to it, a tab of that name is open again.
      await within(page.close({ runBeforeUnload: act === "reload" }).catch(() => undefined), 1000);
      ({ page, session } = await open());
    }
  }
}

/** Opens what is there, and then each text that is offered beside it, for as long as a word is missing. */
async function lookFor(browser, address, life) {
  const missing = new Set(life.saved);
  const page = await browser.context.newPage();
  await page.goto(`${origin}/blank`);
  const kept = await inventory(page);
  const there = new Set(anywhere(kept).flatMap(({ words }) => words));
  // What is in no store cannot be offered: it is lost, and not looked for.
  const overwritten = [...missing].filter((word) => !there.has(word));
  overwritten.forEach((word) => missing.delete(word));
  let offered = 0;
  let looked = 0;
  do {
    await page.goto(`${origin}/blank`);
    await page.evaluate(putBack, kept);
    const back = life.told("back", 20_000);
    await page.goto(address);
    const opened = await back;
    if (!opened) return { problem: "the page did not come back" };
    opened.words.forEach((word) => missing.delete(word));
    offered = opened.offers;
    if (looked > 0) (await openOffer(page, looked - 1)).forEach((word) => missing.delete(word));
    looked += 1;
  } while (missing.size && looked <= Math.min(offered, MOST));
  return { offered, looked, overwritten: overwritten.length, missing: [...overwritten, ...missing] };
}

/** Presses the button of one offer, and answers with the words that stand in the form then. */
async function openOffer(page, at) {
  const before = await page.evaluate(() => globalThis.wordsOf().join(" "));
  await page.evaluate((at) => globalThis.buttons(globalThis.said.open_other, globalThis.said.open)[at]?.click(), at);
  await page.waitForFunction((before) => globalThis.wordsOf().join(" ") !== before, before, { timeout: 4000 }).catch(() => undefined);
  return page.evaluate(() => globalThis.wordsOf());
}

async function race(size, run) {
  const random = chance(seed + run * 100 + size);
  const id = `race-${size}-${run}`;
  const life = new Life();
  const folder = newProfile();
  const address = `${origin}/?id=${id}&limit=${limit}&risk=${RISK}`;
  const acts = {};
  lives.set(id, life);
  let browser = await drive(folder, { flags: ["--disable-renderer-backgrounding", "--disable-background-timer-throttling"] });
  try {
    let over = false;
    const tabs = Array.from({ length: size }, (_, at) => work({ context: browser.context, address, tab: "abcdefgh"[at], random, over: () => over, acts }));
    await within(Promise.all(tabs.map((tab) => tab.catch(() => undefined))), limit * 90 + 3000);
    over = true;
    browser.kill();
    await Promise.all(tabs.map((tab) => within(tab.catch(() => undefined), 8000)));
    life.reading = true;
    browser = await drive(folder);
    const { problem, missing, ...found } = await lookFor(browser, address, life);
    if (problem) return { problem };
    return { size, typed: life.typed.size, saved: life.saved.size, lost: missing.length, missing: missing.slice(0, 12), ...found, acts, errors: life.errors.slice(0, 3) };
  } finally {
    browser.kill();
    await sleep(300);
    removeProfile(folder);
    lives.delete(id);
  }
}

const results = [];
for (const size of sizes) results.push(...(await runs(races, size > 4 ? 1 : 2, (run) => race(size, run))));
close();
const of = (size) => results.filter((result) => result.size === size);
const each = sizes.map((size) => `${size} tabs: ${sum(of(size), "lost")} of ${sum(of(size), "saved")} lost in ${of(size).length}`).join("; ");
end(`R7 tabs${without ? " without the fence" : ""}`, results, `${each}; seed ${seed}`, (result) => result.problem || result.lost || result.errors.length);
