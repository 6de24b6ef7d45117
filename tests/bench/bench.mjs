// What the forms cost a browser's main thread with all rules live: to load, a key, a row added, and
// everything checked and shown. The plan has every row open; a meeting is as its writers have it.
// Figures of one machine at one time: compare runs, not places.

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

async function round(path) {
  const page = await visit(unhurried, { path });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const load = await spent(page, session, async () => {
    await page.reload();
    await ready(page, "#plan, #meeting");
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

const PAGES = [
  ["actions, all open", "/pages/bench.html?n="],
  ["chronology entries", "/pages/bench-meeting.html?page=chronology&n="],
  ["people in minutes", "/pages/bench-meeting.html?page=minutes&n="],
];

console.log("main thread, ms              load    key    add  check");
for (const [what, path] of PAGES) {
  for (const count of [20, 100, 500]) {
    const rounds = [];
    for (let n = 0; n < ROUNDS; n += 1) rounds.push(await round(`${path}${count}`));
    const cell = (name, width) => median(rounds.map((one) => one[name])).toFixed(1).padStart(width);
    const name = `${String(count).padStart(4)} ${what}`.padEnd(24);
    console.log(`${name}${cell("load", 9)}${cell("key", 7)}${cell("add", 7)}${cell("check", 7)}`);
  }
}
await end();
