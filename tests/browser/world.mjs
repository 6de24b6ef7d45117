// One browser and one portal for all tests, and what each page has to keep quiet about.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

export const TODAY = "2026-03-02";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function needed(name, what) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: it is ${what}. \`cargo xtask test\` sets it.`);
  return value;
}

/** A portal of its own, with the plans that a new one has, or one that goes on in the folder of another. */
async function begin(kept, today = TODAY, more = []) {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), "team-around-")));
  const told = ["--port", "0", "--package", needed("TEAM_AROUND_PACKAGE", "the folder of the built package")];
  told.push("--data", join(folder, "portal.sqlite"), "--today", today, ...more);
  const program = spawn(needed("PORTAL", "the portal’s program"), told, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => program.once("exit", resolve));
  for await (const line of createInterface({ input: program.stdout })) {
    const origin = /https?:\/\/\S+/.exec(line)?.[0];
    if (!origin) continue;
    const stop = async () => {
      program.kill();
      await ended;
    };
    const end = async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    };
    return { origin, end, stop, folder };
  }
  throw new Error("The portal did not say where it listens.");
}

const portal = await begin();

export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: FLAGS,
});

export async function end() {
  await browser.close();
  await portal.end();
}

/** The address of a portal that only this test knows. */
async function newPortal(t) {
  const { origin, end } = await begin();
  t.after(end);
  return origin;
}

/** A portal that only this test knows, and in which a session ends after so many seconds without a request. */
export async function portalWithSessionsOf(t, seconds) {
  const { origin, end } = await begin(undefined, TODAY, ["--idle", String(seconds)]);
  t.after(end);
  return origin;
}

/** A portal that only this test knows, and that can be moved to another day. */
export async function portalOnDays(t) {
  let running = await begin();
  t.after(() => running.end());
  const move = async (today) => {
    await running.stop();
    running = await begin(running.folder, today);
    return running.origin;
  };
  return { origin: running.origin, move };
}

/** What a page may ask the network for: this portal's own files and answers. */
const OWN = /^\/(package|assets|pages|plans|account|read|report|feedback|sign-in|sign-out)(\/|$)/;

/**
 * A page in a context of its own. It collects what a council's developer would see in the
 * console; `quiet` asserts that there was nothing.
 */
export async function visit(t, { path = "/pages/plain.html", as, on = portal.origin, prepare, ...settings } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", ...settings });
  context.setDefaultTimeout(10_000);
  t.after(() => context.close());
  if (as) await signIn(context, on, as);
  const page = await context.newPage();
  const heard = await listen(page, on);
  await prepare?.(page);
  await page.goto(on + path);
  return Object.assign(page, { heard, origin: on });
}

async function signIn(context, origin, id) {
  const answer = await context.request.post(`${origin}/sign-in`, { data: id, headers: { Origin: origin } });
  assert.equal(answer.status(), 204, `${id} signs in`);
}

async function listen(page, origin) {
  const heard = { violations: [], console: [], errors: [], strangers: [], requests: 0 };
  await page.exposeBinding("tellViolation", (_, text) => heard.violations.push(text));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) =>
      globalThis.tellViolation(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`),
    );
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) heard.console.push(message.text());
  });
  page.on("pageerror", (error) => heard.errors.push(String(error)));
  page.on("request", (request) => {
    heard.requests += 1;
    const url = new URL(request.url());
    if (url.origin !== origin || !OWN.test(url.pathname)) heard.strangers.push(request.url());
  });
  return heard;
}

/** Nothing was violated, logged, thrown or asked of a stranger, but for the console lines expected. */
export function quiet(page, ...expected) {
  const { violations, console: lines, errors, strangers, requests } = page.heard;
  const unexpected = lines.filter((line) => !expected.some((pattern) => pattern.test(line)));
  assert.deepEqual({ violations, unexpected, errors, strangers }, { violations: [], unexpected: [], errors: [], strangers: [] });
  return `${requests} requests, all the page’s own; nothing in the console`;
}

/** The element of a page, once it shows the form. */
export async function ready(page, selector = "team-around-plan") {
  const element = page.locator(selector);
  await element.locator(".ta-form").waitFor();
  return element;
}

/** A plan open in the form: of a new portal, or of the one that `on` names. */
export async function openPlan(t, reference, { as = "ada", on, ...settings } = {}) {
  const page = await visit(t, { path: `/plans/${reference}`, as, on: on ?? (await newPortal(t)), ...settings });
  await ready(page);
  await page.waitForFunction(() => document.getElementById("plan").record?.document?.reference);
  return page;
}

/** A meeting open in the form. */
export async function openMeeting(t, on, { as = "ada", meeting = "m-2", ...settings } = {}) {
  const page = await visit(t, { path: `/plans/CIN-1042/meetings/${meeting}`, as, on, ...settings });
  await ready(page, "#meeting");
  await page.waitForFunction(() => document.getElementById("meeting").record?.document?.reference);
  return page;
}

/** The record that the element holds. */
export const recordOf = (page, selector = "team-around-plan") =>
  page.locator(selector).evaluate((element) => element.record);

/** Goes from the task list to a page by its name. */
export async function goTo(page, name) {
  await toTasks(page);
  await page.locator(".govuk-task-list__link", { hasText: name }).click();
  await page.locator("[data-heading=page]", { hasText: name }).waitFor();
}

/** The task list, from wherever the form is. */
export async function toTasks(page) {
  const back = page.locator(".govuk-back-link");
  if (await back.count()) await back.click();
  await page.locator(".govuk-task-list").first().waitFor();
}

/** What the form says for itself: not what people typed, which stands in `bdi`, where the direction is its own, and in boxes. */
export const said = (element) =>
  element.evaluate((element) => {
    const walk = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) {
      if (!walk.currentNode.parentElement.closest("bdi, [dir=auto], textarea")) texts.push(walk.currentNode.data.trim());
    }
    const labels = [...element.shadowRoot.querySelectorAll("[aria-label]")];
    return [...texts, ...labels.map((labelled) => labelled.getAttribute("aria-label"))].filter(Boolean);
  });
