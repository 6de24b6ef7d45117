// Browsers of the fault tests: each with a profile folder and a process group of its own.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process, { env, exit } from "node:process";

export const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));
/** Resolves with nothing where the promise takes longer than `time` milliseconds. */
export const within = (promise, time) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, time).unref())]);

const CHROMIUM = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"];
// After a kill no window of the last life may come back by itself, and nothing else may be opened.
const FIREFOX = { "browser.sessionstore.resume_from_crash": false, "toolkit.startup.max_resumed_crashes": -1, "browser.shell.checkDefaultBrowser": false,
  "browser.aboutwelcome.enabled": false, "datareporting.policy.dataSubmissionEnabled": false, "app.update.auto": false, "network.captive-portal-service.enabled": false };
const PLACES = { chromium: env.CHROMIUM ?? "/usr/bin/chromium", firefox: env.FIREFOX ?? "/usr/bin/firefox-esr" };

/** Where a browser is; nothing where it is not installed. */
export const placeOf = (browser) => (existsSync(PLACES[browser] ?? "") ? PLACES[browser] : undefined);

/** A new profile folder. */
export const newProfile = () => mkdtempSync(join(tmpdir(), "faults-"));
export const removeProfile = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

/** Starts a browser on an address; `flags` are more of Chromium's. */
export function launch(folder, address, { browser = "chromium", flags = [] } = {}) {
  if (browser === "firefox") writeFileSync(join(folder, "user.js"), Object.entries(FIREFOX).map(([name, value]) => `user_pref("${name}", ${value});\n`).join(""));
  const told = browser === "firefox" ? ["--headless", "--no-remote", "--profile", folder, address] : [...CHROMIUM, ...flags, `--user-data-dir=${folder}`, address];
  const started = spawn(PLACES[browser], told, { detached: true, stdio: "ignore", env: { ...env, HOME: folder } });
  running.add(started);
  return started;
}

const running = new Set();
// None outlives the test, however that ends.
process.on("exit", () => running.forEach(kill));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => exit(1));

/** Kills a browser and all its processes at once, as the power button does. */
export function kill(browser) {
  try {
    process.kill(-browser.pid, "SIGKILL");
  } catch {
    /* it is gone already */
  }
  running.delete(browser);
}

/** A Chromium that is driven: `context` is the profile's own, `send` speaks to the browser itself. */
export async function drive(folder, { flags = [], incognito = false } = {}) {
  const port = join(folder, "DevToolsActivePort");
  rmSync(port, { force: true });
  const started = launch(folder, "about:blank", { flags: [...flags, "--remote-debugging-port=0"] });
  for (let waited = 0; waited < 30_000 && !(existsSync(port) && readFileSync(port, "utf8").includes("\n")); waited += 50) await sleep(50);
  const { chromium } = createRequire(join(import.meta.dirname, "../browser/package.json"))("playwright-core");
  const driver = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(port, "utf8").split("\n")[0]}`);
  const context = incognito ? await driver.newContext() : driver.contexts()[0];
  const session = await driver.newBrowserCDPSession();
  const ended = new Promise((resolve) => started.once("exit", resolve));
  return {
    process: started, context,
    send: (what, told) => session.send(what, told),
    kill: () => kill(started),
    /** Asks it to end, as a person does, and waits until it has. */
    async close() {
      await within(session.send("Browser.close").catch(() => undefined), 5000);
      await within(ended, 10_000);
      kill(started);
    },
  };
}
