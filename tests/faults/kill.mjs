// Kills a browser at random times while somebody types into the real element, starts it again, and compares
// what came back with what was typed.  reliability.md R1
//
//   TEAM_AROUND_PACKAGE=… CHROMIUM=… node kill.mjs [RUNS] [LONGEST SECONDS] [--without-journal]
//
// Passes where no edit that was said to be saved is lost, no key older than a second is lost, and no draft
// is unreadable. `--without-journal` takes the journal away, and must fail.

import { spawn } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { argv, env, exit } from "node:process";

const numbers = argv.slice(2).filter((word) => !word.startsWith("--")).map(Number);
const [runs = 20, longest = 6] = numbers;
const without = argv.includes("--without-journal");
const SHORTEST = 1.5; // seconds of typing before the browser is killed
const AT_ONCE = 2;
const KEPT_WITHIN = 1000; // milliseconds: no older key may be lost
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Typed</title>
<script type="module" src="/typed.js"></script><team-around-plan open="all"></team-around-plan></html>`;

const lives = new Map();
const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));
const within = (promise, time) => Promise.race([promise, sleep(time).then(() => undefined)]);

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  if (request.method === "POST") return hear(request, response);
  response.setHeader("content-type", TYPES[extname(pathname)] ?? "text/html");
  if (pathname === "/") return response.end(PAGE);
  const file = pathname === "/typed.js" ? join(import.meta.dirname, "typed.js") : join(env.TEAM_AROUND_PACKAGE, pathname.replace("/package/", ""));
  createReadStream(file).on("error", () => response.writeHead(404).end()).pipe(response);
});

async function hear(request, response) {
  let text = "";
  for await (const part of request) text += part;
  response.end();
  const { id, what, ...told } = JSON.parse(text);
  const life = lives.get(id);
  if (what === "typed") life?.typed.push([told.count, performance.now()]);
  else if (what === "saved" && life) life.saved = Math.max(life.saved, told.count);
  else life?.hear[what]?.(told);
}

function launch(folder, query) {
  const address = `http://127.0.0.1:${server.address().port}/?${query}${without ? "&without" : ""}`;
  const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];
  return spawn(env.CHROMIUM ?? "/usr/bin/chromium", [...flags, `--user-data-dir=${folder}`, address], { detached: true, stdio: "ignore", env: { ...env, HOME: folder } });
}

function kill(browser) {
  try {
    process.kill(-browser.pid, "SIGKILL");
  } catch {
    /* it is gone already */
  }
}

/** One life: typed in, killed, opened again. */
async function one(run) {
  const id = `run-${run}`;
  const folder = mkdtempSync(join(tmpdir(), "killed-"));
  const life = { typed: [], saved: 0, hear: {} };
  const told = (what) => new Promise((resolve) => (life.hear[what] = resolve));
  lives.set(id, life);
  const began = told("began");
  let browser = launch(folder, `id=${id}`);
  try {
    if (!(await within(began, 60_000))) return { run, problem: "the page did not start" };
    const time = SHORTEST + Math.random() * (longest - SHORTEST);
    await sleep(time * 1000);
    kill(browser);
    const killed = performance.now();
    await sleep(700);
    const back = told("back");
    browser = launch(folder, `id=${id}&read`);
    const { numbers } = (await within(back, 60_000)) ?? {};
    if (!numbers) return { run, problem: "the page did not come back" };
    return judge({ run, time, life, numbers, killed });
  } finally {
    kill(browser);
    await sleep(300);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    lives.delete(id);
  }
}

function judge({ run, time, life, numbers, killed }) {
  const back = new Set(numbers);
  const lost = life.typed.filter(([count]) => !back.has(count));
  const age = Math.round(killed - Math.min(killed, ...lost.map(([, at]) => at)));
  return { run, seconds: +time.toFixed(1), typed: life.typed.length, saved: life.saved, back: numbers.length,
    savedLost: lost.filter(([count]) => count <= life.saved).length, oldLost: lost.filter(([, at]) => killed - at > KEPT_WITHIN).length,
    age, unreadable: life.saved > 0 && !numbers.length };
}

await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const results = [];
let next = 0;
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  while (next < runs) results.push(await one(next++));
}));
server.close();
const whole = results.filter((result) => !result.problem);
const sum = (key) => whole.reduce((total, result) => total + Number(result[key]), 0);
const oldest = Math.max(0, ...whole.map((result) => result.age));
const problems = results.filter((result) => result.problem);
for (const result of results) if (result.problem || result.savedLost || result.oldLost || result.unreadable) console.log(JSON.stringify(result));
console.log(`${whole.length} of ${runs} kills${without ? " without the journal" : ""}: ${sum("typed")} keys typed, ${sum("saved")} said to be saved; lost: ${sum("savedLost")} of those, ${sum("oldLost")} older than a second (the oldest ${oldest} ms); ${sum("unreadable")} drafts unreadable`);
exit(problems.length || sum("savedLost") || sum("oldLost") || sum("unreadable") ? 1 : 0);
