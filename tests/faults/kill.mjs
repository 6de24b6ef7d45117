// Kills a browser at random times while somebody types into the real element, starts it again, and compares
// what came back with what was typed.  reliability.md R1, and R2 with Firefox
//
//   TEAM_AROUND_PACKAGE=… CHROMIUM=… node kill.mjs [RUNS] [LONGEST SECONDS] [--browser firefox] [--at-once 3]
//   [--without-journal]
//
// Passes where no edit that was said to be saved is lost, no key older than a second is lost, and no draft
// is unreadable. `--without-journal` takes the journal away, and must fail.

import { kill, launch, newProfile, placeOf, removeProfile, sleep } from "./browser.mjs";
import { end, flag, losses, numbers, option, runs, skip, sum } from "./judge.mjs";
import { Life, serve } from "./server.mjs";

const [count, longest] = numbers(20, 6);
const browser = option("browser") ?? "chromium";
const without = flag("without-journal");
const SHORTEST = 1.5; // seconds of typing before the browser is killed
const NAME = `${browser === "firefox" ? "R2" : "R1"} kills of ${browser}${without ? " without the journal" : ""}`;

if (!placeOf(browser)) skip(NAME, `${browser} is not installed here`);
const { lives, origin, close } = await serve();

/** One life: typed in, killed, opened again. */
async function one(run) {
  const id = `run-${run}`;
  const life = new Life();
  const folder = newProfile();
  const address = `${origin}/?id=${id}${without ? "&without" : ""}`;
  lives.set(id, life);
  const began = life.told("began");
  let running = launch(folder, address, { browser });
  try {
    if (!(await began)) return { problem: "the page did not start" };
    const seconds = SHORTEST + Math.random() * (longest - SHORTEST);
    await sleep(seconds * 1000);
    kill(running);
    const killed = Date.now();
    await sleep(700);
    life.reading = true;
    const back = life.told("back");
    running = launch(folder, address, { browser });
    const { words } = (await back) ?? {};
    if (!words) return { problem: "the page did not come back" };
    return { seconds: +seconds.toFixed(1), ...losses(life, words, killed), unreadable: life.saved.size > 0 && !words.length, errors: life.errors.length };
  } finally {
    kill(running);
    await sleep(300);
    removeProfile(folder);
    lives.delete(id);
  }
}

const results = await runs(count, Number(option("at-once") ?? 2), one);
close();
const oldest = Math.max(0, ...results.map((result) => result.age ?? 0));
const whole = results.filter((result) => !result.problem).length;
end(NAME, results, `${whole} of ${count} kills: ${sum(results, "typed")} words typed, ${sum(results, "saved")} said to be saved; lost: ${sum(results, "savedLost")} of those, ${sum(results, "oldLost")} older than a second (the oldest ${oldest} ms); ${sum(results, "unreadable")} drafts unreadable`,
  (result) => result.problem || result.savedLost || result.oldLost || result.unreadable || result.errors);
