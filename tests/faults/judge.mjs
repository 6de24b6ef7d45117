// What is asked on the command line, what was lost, and the one line that each fault test ends with.

import { appendFileSync } from "node:fs";
import { argv, env, exit } from "node:process";

/** No word may be lost that was typed so many milliseconds ago. */
export const KEPT_WITHIN = 1000;

const words = argv.slice(2);
// The value of an option is none of the numbers.
const plain = words.filter((word, at) => !(words[at - 1] ?? "").startsWith("--") || words[at - 1] === "--show");
/** The numbers of the command line in order, or what stands for them. */
export const numbers = (...defaults) => {
  const given = plain.filter((word) => /^\d+(\.\d+)?$/.test(word)).map(Number);
  return defaults.map((number, at) => given[at] ?? number);
};
export const flag = (name) => words.includes(`--${name}`);
export const option = (name) => (flag(name) ? words[words.indexOf(`--${name}`) + 1] : undefined);

/** A random number's source that a seed repeats. */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, below: (end) => Math.floor(next() * end), one: (list) => list[Math.floor(next() * list.length)] };
}

/** What of a life did not come back, when it ended at `ended`. */
export function losses(life, back, ended) {
  const there = new Set(back);
  const lost = [...life.typed].filter(([word, at]) => at <= ended && !there.has(word));
  return {
    typed: life.typed.size,
    saved: life.saved.size,
    back: there.size,
    lost: lost.length,
    savedLost: [...life.saved].filter((word) => !there.has(word)).length,
    oldLost: lost.filter(([, at]) => ended - at > KEPT_WITHIN).length,
    lateLost: lost.filter(([word]) => life.late.has(word)).length,
    age: Math.round(ended - Math.min(ended, ...lost.map(([, at]) => at))),
  };
}

/** Runs `act` for each of `count` runs, so many at once; a run that throws is one with a problem. */
export async function runs(count, atOnce, act) {
  const results = [];
  let next = 0;
  const work = async () => {
    while (next < count) {
      const run = next++;
      const result = await act(run).catch((error) => ({ problem: String(error?.message ?? error).split("\n")[0] }));
      results.push({ run, ...result });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

export const sum = (results, key) => results.reduce((total, result) => total + Number(result[key] ?? 0), 0);

/** Says that a test was left out, and why; that is no failure. */
export function skip(name, why) {
  console.log(`${name}  skipped: ${why}`);
  if (env.FAULTS_TABLE) appendFileSync(env.FAULTS_TABLE, `skipped  ${name}: ${why}\n`);
  exit(0);
}

/** Prints what failed and the one line, and ends with 1 unless the mark was reached. What was not tried at all is a
 *  failure too, but not the one that a test without its guard is to come to. */
export function end(name, results, line, fails = (result) => result.problem) {
  const failed = results.filter((result) => fails(result) && !(env.FAULTS_MUST_FAIL && result.problem));
  for (const result of flag("show") ? results : failed.slice(0, 20)) console.log(JSON.stringify(result));
  const said = `${name}  ${line}`;
  console.log(said);
  const came = failed.length ? (env.FAULTS_MUST_FAIL ? "failed, as it must" : "FAILED") : "passed";
  if (env.FAULTS_TABLE) appendFileSync(env.FAULTS_TABLE, `${came}  ${said}\n`);
  exit(failed.length ? 1 : 0);
}
