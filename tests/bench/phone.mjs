// What a family's page and a plan's cost somebody on a telephone: the bytes of ours that are fetched until the
// page can be read, and how long that takes with a processor slowed four times and slow 4G. The two take turns,
// so that what else the machine does is shared by both: read the ratio, and the seconds as those of this machine.

import { end, visit } from "../browser/world.mjs";

const ROUNDS = 5;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const PAGES = { "a family’s copy": "/pages/family.html", "a plan": "/pages/plain.html" };
const unhurried = { after() {} };
const telephone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Slows the page down, and has it note when what it shows is on the screen. */
async function slow(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(() => {
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    globalThis.read = new Promise((resolve) => {
      addEventListener("ta-ready", ({ detail }) => detail.shown !== false && drawn().then(() => resolve(performance.now())), { once: true });
    });
  });
}

/** Milliseconds until the page could be read, and what had come of the package by then. */
async function round(path) {
  const page = await visit(unhurried, { path, prepare: slow, ...telephone });
  const told = await page.evaluate(async () => {
    const after = await globalThis.read;
    const ours = performance.getEntriesByType("resource").filter(({ name, responseEnd }) => name.includes("/package/") && responseEnd && responseEnd <= after);
    return { after, files: ours.length, bytes: ours.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) };
  });
  await page.context().close();
  return told;
}

const rounds = Object.fromEntries(Object.keys(PAGES).map((what) => [what, []]));
for (let n = 0; n < ROUNDS; n += 1) for (const [what, path] of Object.entries(PAGES)) rounds[what].push(await round(path));
const of = (what, name) => median(rounds[what].map((one) => one[name]));
console.log("a telephone, slow 4G          files  bytes of brotli  readable after");
for (const what of Object.keys(PAGES)) {
  const seconds = `${(of(what, "after") / 1000).toFixed(2)} s`;
  console.log(`${what.padEnd(24)}${String(of(what, "files")).padStart(11)}${String(of(what, "bytes")).padStart(17)}${seconds.padStart(16)}`);
}
const [family, plan] = Object.keys(PAGES);
const ratios = rounds[family].map(({ after }, n) => after / rounds[plan][n].after);
const bytes = of(family, "bytes") / of(plan, "bytes");
console.log(`the first by the second${bytes.toFixed(2).padStart(29)}${median(ratios).toFixed(2).padStart(14)}`);
await end();
