// A meeting of four hours in some minutes: lines added, words typed, people ticked, pages turned, all with drafts.
// reliability.md R10
//
//   TEAM_AROUND_PACKAGE=… CHROMIUM=… node soak.mjs [EDITS] [--keep-all]
//
// Passes where the page's memory has grown by no more than 10 MB beyond what was typed, nineteen saves of twenty take
// no longer than 50 ms, nineteen keys of twenty are seen within 50 ms, and every word is there. `--keep-all` holds on
// to everything that was ever shown, and must fail.

import { drive, newProfile, removeProfile } from "./browser.mjs";
import { end, flag, numbers } from "./judge.mjs";
import { serve } from "./server.mjs";

const [edits] = numbers(10_000);
const MARK = { growth: 10, save: 50, key: 50 }; // MB, milliseconds, milliseconds
const WARM = Math.min(1000, edits / 5); // edits after which the memory is first looked at
const LINE = 120; // keys of each line
const LETTERS = ["d", "n", "a"]; // what F2 adds
const TURNS = ["Back to task list", "Decisions and disagreement", "Back to task list", "Minutes"]; // pages, now and then

const at95 = (values, of = values.length) => [...Array(Math.max(0, of - values.length)).fill(0), ...values.sort((a, b) => a - b)][Math.floor(of * 0.95)] ?? 0;
const { origin, close } = await serve();

/** Megabytes that the page and its modules hold once nothing is left to clear away, and how many nodes and listeners. */
async function held(page, session) {
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const modules = await page.evaluate(() => [...globalThis.soak.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
  return { modules: modules / 2 ** 20, heap: (usedSize + backingStorageSize) / 2 ** 20, nodes, listeners: jsEventListeners };
}

async function push(page, name) {
  await page.waitForFunction((name) => Boolean(globalThis.button(name)), name);
  await page.evaluate((name) => globalThis.button(name).click(), name);
}

/** Writes on until so many edits are made; answers with what was typed. */
async function write(page, from, to) {
  const typed = [];
  let made = from;
  while (made < to) {
    const line = typed.length + from;
    await page.keyboard.press("F2");
    await page.keyboard.press(LETTERS[line % LETTERS.length]);
    await page.waitForTimeout(30);
    const words = `line${line} `.padEnd(LINE, "of what was said ");
    await page.keyboard.type(words, { delay: 12 });
    typed.push(words);
    await page.evaluate((line) => {
      const ticks = globalThis.inside("input[type=radio]");
      ticks[(line * 7) % ticks.length]?.click();
    }, line);
    made += LINE + 2;
    if (typed.length % 10 === 0) for (const name of TURNS) await push(page, name);
  }
  return typed;
}

async function meeting() {
  const folder = newProfile();
  const browser = await drive(folder);
  try {
    const page = await browser.context.newPage();
    const session = await browser.context.newCDPSession(page);
    await page.goto(`${origin}/meeting`);
    await page.waitForFunction(() => globalThis.isReady);
    await push(page, "Minutes");
    await page.evaluate(() => globalThis.inside(".ta-shortcuts [aria-pressed=false]")[0].click());
    if (flag("keep-all")) await page.evaluate(() => {
      globalThis.all = [];
      new MutationObserver((changes) => globalThis.all.push(globalThis.meeting.shadowRoot.innerHTML)).observe(globalThis.meeting.shadowRoot, { childList: true, subtree: true });
    });
    const typed = await write(page, 0, WARM);
    const before = await held(page, session);
    typed.push(...(await write(page, WARM, edits)));
    await page.waitForTimeout(2000);
    const after = await held(page, session);
    const { soak, text } = await page.evaluate(() => ({ soak: globalThis.soak, text: JSON.stringify(globalThis.meeting.record) }));
    const lost = typed.filter((words) => !text.includes(words.trim())).length;
    const { states, errors } = soak;
    return { growth: +(after.heap + after.modules - before.heap - before.modules).toFixed(1), before, after, save: at95(soak.saves), saves: soak.saves.length, key: at95(soak.slow, soak.keys), keys: soak.keys, lines: typed.length, lost, states, errors };
  } finally {
    browser.kill();
    removeProfile(folder);
  }
}

const result = await meeting().catch((error) => ({ problem: String(error?.stack ?? error).slice(0, 400) }));
close();
const { growth, save, saves, key, keys, lines, lost } = result;
end(`R10 soak${flag("keep-all") ? " that keeps all" : ""}`, [result], `${keys} keys, ${lines} lines: the memory grew by ${growth} MB, 95 % of ${saves} saves within ${Math.round(save)} ms, 95 % of keys seen within ${key} ms, ${lost} lines lost`,
  ({ problem, errors }) => problem || errors.length || lost || growth > MARK.growth || save > MARK.save || key > MARK.key);
