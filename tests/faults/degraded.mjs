// The form where the browser denies it something: no stores, a journal that fails, a page that is not secure, a
// window that keeps nothing, stores that are cleared meanwhile, no locks between windows.  reliability.md R8
//
//   TEAM_AROUND_PACKAGE=… CHROMIUM=… node degraded.mjs [RUNS OF EACH] [--only NAME] [--nothing-said]
//
// Passes where one can write in each, the sentence says how it stands, nothing is thrown, and what is said to be
// kept comes back. `--nothing-said` hides the sentences, and must fail.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drive, newProfile, removeProfile, sleep } from "./browser.mjs";
import { end, flag, numbers, option, runs, sum } from "./judge.mjs";
import { Life, serve } from "./server.mjs";

const [count] = numbers(1);
const { lives, origin, port, close } = await serve();
const SAVED = /Saved on this device/;
const NOT = /Not saved on this device|Nothing is kept on this device|Not kept on this device/;
const SLOT = /Saved in this browser.*lose up to a minute/;

/** Each way: what is taken away, and what must be said once somebody has typed. `back`: whether it must come back. */
const WAYS = {
  "sandboxed frame": { path: "/framed", says: NOT },
  "storage blocked": { preferences: { profile: { default_content_setting_values: { cookies: 2 } } }, says: NOT },
  "no IndexedDB": { before: () => Object.defineProperty(globalThis, "indexedDB", { value: undefined }), says: SLOT, back: true },
  "IndexedDB does not open": { before: () => (IDBFactory.prototype.open = () => { throw new DOMException("no", "UnknownError"); }), says: SLOT, back: true },
  "IndexedDB fails": {
    before: () => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...row) {
        const request = put.apply(this, row);
        this.transaction.abort();
        return request;
      };
    },
    says: SLOT, back: true,
  },
  "IndexedDB never answers": { before: () => (IDBFactory.prototype.open = () => new EventTarget()), says: SLOT, back: true, patience: 8000 },
  "no local storage": { before: () => Object.defineProperty(globalThis, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } }), says: SAVED, back: true },
  "not secure, a key of the host": { host: "portal.test", says: /Saved on this device|Nothing is kept on this device/ },
  "not secure, no key": { host: "portal.test", query: "&key=device", says: /Nothing is kept on this device, because this page is not secure/ },
  incognito: { incognito: true, says: SAVED, back: true },
  "stores cleared while open": { during: ({ session }) => session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb,local_storage" }), says: SAVED, back: true },
  "the device's key cleared while open": {
    query: "&key=device", says: SAVED, back: true,
    during: ({ session }) => session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb,local_storage" }),
  },
  "no locks": { before: () => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }), says: SAVED, back: true },
  "no channel between windows": { before: () => Object.defineProperty(globalThis, "BroadcastChannel", { value: undefined }), says: SAVED, back: true },
};

/** Where the form is: the page itself, or the frame in it. */
const formOf = (page) => page.frames().at(-1);

async function one(name, run) {
  const way = WAYS[name];
  const id = `degraded-${run}`;
  const life = new Life();
  const folder = newProfile();
  const at = way.host ? `http://${way.host}:${port}` : origin;
  const address = `${at}${way.path ?? "/"}?id=${id}&limit=12${way.query ?? ""}`;
  lives.set(id, life);
  if (way.preferences) {
    mkdirSync(join(folder, "Default"), { recursive: true });
    writeFileSync(join(folder, "Default", "Preferences"), JSON.stringify(way.preferences));
  }
  const browser = await drive(folder, { incognito: way.incognito, flags: way.host ? [`--host-resolver-rules=MAP ${way.host} 127.0.0.1`] : [] });
  try {
    const page = await browser.context.newPage();
    const session = await browser.context.newCDPSession(page);
    page.on("pageerror", (error) => life.errors.push(String(error)));
    if (way.before) await page.addInitScript(way.before);
    const began = life.told("began", 15_000);
    await page.goto(address);
    if (!(await began)) return { name, problem: "the form did not start", errors: life.errors };
    await sleep(way.patience ?? 2500);
    if (way.during) {
      await way.during({ session });
      // Somebody goes on writing, and is not asked anything.
      await sleep(300);
      await page.evaluate(() => {
        const box = globalThis.plan.shadowRoot.getElementById("plan/why");
        box.focus();
        document.execCommand("insertText", false, "afterwards ");
      });
      await sleep(1500);
    }
    const form = formOf(page);
    const written = await form.evaluate(() => globalThis.wordsOf());
    const said = flag("nothing-said") ? "" : await form.evaluate(() => globalThis.kept());
    const usable = written.length >= 10;
    life.reading = true;
    const back = life.told("back", 15_000);
    await page.goto(address);
    const words = new Set((await back)?.words);
    const lost = way.back ? written.filter((word) => !words.has(word)).length : 0;
    return { name, usable, right: way.says.test(said), said: said.slice(0, 110), lost, errors: [...new Set(life.errors)].slice(0, 3) };
  } finally {
    browser.kill();
    await sleep(200);
    removeProfile(folder);
    lives.delete(id);
  }
}

const names = Object.keys(WAYS).filter((name) => name.includes(option("only") ?? ""));
const each = Array.from({ length: count }, () => names).flat();
const results = await runs(each.length, 4, (run) => one(each[run], run));
close();
const failed = (result) => result.problem || !result.usable || !result.right || result.lost || result.errors.length;
end("R8 denied", results, `${results.length} runs of ${names.length} ways: usable in ${sum(results, "usable")}, the right sentence in ${sum(results, "right")}, ${sum(results, "lost")} words lost that were kept, something thrown in ${results.filter((result) => result.errors?.length).length}`, failed);
