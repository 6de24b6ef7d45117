// What the forms cost a browser's main thread with all rules live: to load, a key, a row added, and
// everything checked and shown, beside a page written by hand that does the same work without rules, encryption or
// Welsh (www/pages/assets/by-hand.js). The plan has every row open; a meeting is as its writers have it. The ratios are
// the figures; milliseconds are those of one machine at one time.

import { end, ready, visit } from "../browser/world.mjs";

const KEYS = 60;
const ROUNDS = 3;
const unhurried = { after() {} };
const frame = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds that the main thread has worked so far. */
async function worked(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((metric) => metric.name === "TaskDuration").value * 1000;
}

async function spent(page, session, act) {
  const before = await worked(session);
  await act();
  await frame(page);
  await page.waitForTimeout(500); // what was put off is part of the cost
  return (await worked(session)) - before;
}

async function round(path, element) {
  const page = await visit(unhurried, { path });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const load = await spent(page, session, async () => {
    await page.reload();
    if (element) await ready(page, element);
    await page.evaluate(() => window.bench.ready);
  });
  await page.evaluate(() => window.bench.middleActionInput().focus());
  const keys = await spent(page, session, () => page.keyboard.type("a".repeat(KEYS), { delay: 40 }));
  const kept = await page.evaluate(() => window.bench.middleActionInput().value);
  if (!kept.includes("a".repeat(KEYS))) throw new Error("A key was lost.");
  const add = await spent(page, session, () => page.evaluate(() => window.bench.addActionRow()));
  const check = await spent(page, session, () => page.evaluate(() => void window.bench.validateAll()));
  await page.context().close();
  return { load, key: keys / KEYS, add, check };
}

/** The medians of some rounds; ours and the page by hand take turns, so that both meet the machine as it is. */
async function measured(ours, byHand) {
  const rounds = { ours: [], byHand: [] };
  for (let n = 0; n < ROUNDS; n += 1) {
    rounds.ours.push(await round(ours, "#plan, #meeting"));
    rounds.byHand.push(await round(byHand));
  }
  const medians = (rows) => Object.fromEntries(FIGURES.map((name) => [name, median(rows.map((one) => one[name]))]));
  return { ours: medians(rounds.ours), byHand: medians(rounds.byHand) };
}

const FIGURES = ["load", "key", "add", "check"];
const PAGES = [
  ["actions, all open", "plan", "/pages/bench.html?"],
  ["chronology entries", "chronology", "/pages/bench-meeting.html?page=chronology&"],
  ["people in minutes", "minutes", "/pages/bench-meeting.html?page=minutes&"],
  ["decisions in minutes", "decisions", "/pages/bench-meeting.html?page=decisions&"],
];

console.log("main thread, ms: ours / the same by hand (ratio)");
console.log("".padEnd(26) + FIGURES.map((name) => name.padEnd(22)).join(""));
for (const [what, page, path] of PAGES) {
  for (const count of [20, 100, 500]) {
    const { ours, byHand } = await measured(`${path}n=${count}`, `/pages/by-hand.html?page=${page}&n=${count}`);
    const cell = (name) => `${ours[name].toFixed(1)} / ${byHand[name].toFixed(1)} (${(ours[name] / byHand[name]).toFixed(2)})`.padEnd(22);
    console.log(`${String(count).padStart(4)} ${what}`.padEnd(26) + FIGURES.map(cell).join(""));
  }
}
await end();
