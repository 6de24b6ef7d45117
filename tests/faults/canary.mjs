// Puts a word that stands nowhere else into every text box of a plan, uses the form, hands it in, and looks for
// the word in every file of the browser's profile, in each way in which it may be written.  reliability.md R9
//
//   TEAM_AROUND_PACKAGE=… CHROMIUM=… node canary.mjs [RUNS] [SECONDS OF USE] [--in-the-open]
//
// Passes where it stands in no store of the page's. What the browser keeps for itself, such as what it would open
// again after a crash, is listed apart. Each run also puts another word into the stores in the open, in short and
// in long texts, and passes only where that is found there. `--in-the-open` lets the page write what is typed
// into its stores as it is, and must fail.

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { drive, newProfile, removeProfile, sleep } from "./browser.mjs";
import { end, flag, numbers, runs, sum } from "./judge.mjs";
import { files, spellings } from "./leveldb.mjs";
import { Life, serve } from "./server.mjs";

const [count, seconds] = numbers(1, 5);
const OWN = /[\\/](Local Storage|IndexedDB|Session Storage|Service Worker|File System|blob_storage|WebStorage|shared_proto_db)[\\/]/;
const PLAN = JSON.parse(readFileSync(join(import.meta.dirname, "../../www/portal/seed/CIN-1042.json"), "utf8"));
const { lives, origin, close } = await serve();

/** Letters that no file holds by chance; figures alone could stand in a number. */
const newWord = () => [...randomBytes(12)].map((byte) => "bcdfghjklmnpqrstvwxz"[byte % 20]).join("");

/** Where a word stands in a profile: `{file: the ways in which it is written there}`. */
function hits(folder, word) {
  const ways = spellings(word);
  const found = {};
  for (const { name, layers } of files(folder)) {
    for (const layer of layers) for (const [way, bytes] of ways) if (layer.includes(bytes)) (found[name] ??= new Set()).add(way);
  }
  return found;
}

/** In the page: every row that can be added is added, and the word goes into every box that takes text. */
async function fill(word) {
  const { plan } = globalThis;
  const pause = () => new Promise((resolve) => setTimeout(resolve, 30));
  const adding = () => [...plan.shadowRoot.querySelectorAll("button")].filter((button) => /^Add /.test(button.textContent.trim()));
  for (let at = 0; at < adding().length && at < 60; at += 1) {
    adding()[at].click();
    await pause();
  }
  const boxes = [...plan.shadowRoot.querySelectorAll("textarea, input[type=text], input[type=email], input[type=tel], input:not([type])")].filter((box) => !box.disabled && !box.readOnly);
  for (const [at, box] of boxes.entries()) {
    box.focus();
    box.select();
    document.execCommand("insertText", false, `${word}${at}`);
    if (at % 40 === 0) await pause();
  }
  const held = new Set(JSON.stringify(plan.record).match(new RegExp(`${word}\\d+`, "g")));
  return { boxes: boxes.length, held: held.size };
}

/** In the page: one more box at a time, as somebody does who thinks between them. */
async function use([word, time]) {
  for (let more = 0, until = Date.now() + time; Date.now() < until; more += 1) {
    const box = globalThis.plan.shadowRoot.getElementById("plan/why");
    box.focus();
    document.execCommand("insertText", false, ` ${word}again${more}`);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

/** In the page: words where anybody could read them, one for each way of keeping it. */
async function inTheOpen([words, name]) {
  const long = (word) => Array.from({ length: 3000 }, (_, at) => `${word} ${at} is what a long text says. `).join("");
  localStorage.setItem(`${name}:short`, words.short);
  localStorage.setItem(`${name}:long`, long(words.long));
  localStorage.setItem(`${name}:wide`, `\u0175${words.wide}`);
  localStorage.setItem(`${name}:based`, btoa(`.${words.based}.`));
  // Both halves stand there before, so that what is packed never holds the word in one piece.
  const halves = [words.packed.slice(0, 6), words.packed.slice(6)];
  const packed = `${halves.map((half) => `${half} stands here alone. `.repeat(9)).join("")}${`${words.packed} `.repeat(3000)}`;
  localStorage.setItem(`${name}:packed`, packed);
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore("texts");
  const database = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const transaction = database.transaction("texts", "readwrite");
  const texts = { short: words.short, long: { long: long(words.long) }, wide: `\u0175${long(words.wide)}`, based: btoa(`..${long(words.based)}`), packed };
  for (const [key, text] of Object.entries(texts)) transaction.objectStore("texts").put(text, key);
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}

async function one(run) {
  const id = `canary-${run}`;
  const folder = newProfile();
  const word = newWord();
  const control = Object.fromEntries(["short", "long", "wide", "based", "packed"].map((way) => [way, newWord()]));
  const key = run % 2 ? "device" : "host";
  lives.set(id, new Life());
  let browser = await drive(folder);
  try {
    const page = await browser.context.newPage();
    await page.goto(`${origin}/?id=${id}&limit=0&key=${key}`);
    await page.waitForFunction(() => globalThis.plan?.shadowRoot.querySelector(".ta-form"));
    await page.evaluate((record) => {
      Object.assign(plan, { questions: undefined, record });
      plan.addEventListener("ta-submit", ({ detail }) => detail.waitUntil(Promise.resolve({ id: "R-1" })));
    }, PLAN);
    await sleep(1000);
    const { boxes, held } = await page.evaluate(fill, word);
    if (flag("in-the-open")) await page.evaluate(inTheOpen, [{ short: word, long: word, wide: word, based: word, packed: word }, "leak"]);
    const seen = [];
    const look = () => seen.push(hits(folder, word));
    const half = (seconds * 1000) / 2;
    for (let part = 0; part < 2; part += 1) {
      await page.evaluate(use, [word, half]);
      look();
    }
    const saved = await page.evaluate(() => new Promise((resolve) => {
      plan.addEventListener("ta-draft", ({ detail }) => detail.state === "saved" && resolve(true));
      setTimeout(() => resolve(/Saved on this device/.test(kept())), 3000);
    }));
    await page.evaluate(() => plan.save());
    await sleep(500);
    look();
    const other = await browser.context.newPage();
    await other.goto(`${origin}/blank`);
    await other.evaluate(inTheOpen, [control, "control"]);
    await browser.close();
    look();
    // What was a log becomes a table, which is packed, when the store is opened again.
    browser = await drive(folder);
    await (await browser.context.newPage()).goto(`${origin}/blank`);
    await sleep(1000);
    await browser.close();
    look();
    const all = seen.flatMap((found) => Object.entries(found));
    const ours = [...new Set(all.filter(([name]) => OWN.test(`/${name}`)).map(([name, ways]) => `${name}: ${[...ways]}`))];
    const browsers = [...new Set(all.filter(([name]) => !OWN.test(`/${name}`)).map(([name]) => name))];
    const unseen = Object.entries(control).flatMap(([way, word]) => {
      const open = Object.keys(hits(folder, word));
      return ["Local Storage", "IndexedDB"].filter((store) => !open.some((name) => name.includes(store))).map((store) => `${way} in ${store}`);
    });
    return { key, boxes, held, saved, ours, browsers, unseen };
  } finally {
    browser.kill();
    await sleep(300);
    removeProfile(folder);
    lives.delete(id);
  }
}

const results = await runs(count, 2, one);
close();
const browsers = [...new Set(results.flatMap((result) => result.browsers ?? []))];
const own = results.flatMap((result) => result.ours ?? []).length;
const seen = results.filter((result) => result.unseen?.length === 0).length;
end("R9 canaries", results, `${sum(results, "held")} boxes in ${count} runs: ${own} files of our stores hold a word; the browser's own files that do: ${browsers.join(", ") || "none"}; all 10 words in the open were found in ${seen} of ${count} runs`,
  (result) => result.problem || result.ours.length || result.unseen.length || result.held < result.boxes * 0.9 || !result.saved);
