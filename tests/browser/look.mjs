// What is looked for in each state: what axe finds, what is too wide or too small, what is left in English.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { said } from "./world.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds, and how many nodes inside the element it passed. */
export async function axe(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    // Cards out of view have no size of their own until they were seen once.
    const from = scrollY;
    for (let y = 0; y < document.scrollingElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
    scrollTo(0, from);
    const options = { runOnly: { type: "tag", values: tags }, rules: { "target-size": { enabled: true } } };
    const { violations, passes } = await globalThis.axe.run(document, { ...options, resultTypes: ["violations"] });
    const inside = passes.flatMap(({ nodes }) => nodes).filter(({ target }) => target.some(Array.isArray));
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.flat().join(" ")} (${failureSummary.split("\n")[1]?.trim()})`).join("; ")}`);
    return { told, inside: inside.length, rules: passes.length + violations.length };
  }, TAGS);
}

/** Runs axe on each state and keeps what it says. */
export function looker(page, minimum = 1, selector = "team-around-plan") {
  const wrong = {};
  let states = 0;
  const look = async (state) => {
    const { told, inside } = await axe(page);
    const bare = (await said(page.locator(selector).first())).filter((text) => /^[a-z_-]+(\.[a-z_-]+)+$/.test(text));
    assert.deepEqual(bare, [], `${state}: keys that have no words`);
    states += 1;
    assert.ok(inside >= minimum, `${state}: axe looked at ${inside} nodes inside the element`);
    if (told.length) wrong[state] = told;
  };
  const told = () => {
    assert.deepEqual(wrong, {});
    return `${states} states without a violation`;
  };
  return { look, told };
}

/** What is wider than the page, each target smaller than 24 by 24, each box that a browser may fill in. */
export function measure(selector = "team-around-plan") {
  const root = document.querySelector(selector).shadowRoot;
  const boxes = [...root.querySelectorAll("a, button, input, select, textarea, summary")].filter((element) => element.checkVisibility());
  const named = (element) => `${element.localName} “${(element.getAttribute("aria-label") ?? element.textContent ?? element.id).trim().slice(0, 40) || element.id}”`;
  const small = boxes.filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width < 24 || height < 24;
  });
  const filled = boxes.filter((box) => box.matches("input:not([type=radio], [type=checkbox], [type=file]), textarea, select") && box.autocomplete !== "off");
  // A table may scroll within its own region (WCAG 1.4.10); the region itself may not be too wide.
  const wide = [...root.querySelectorAll("*:not(.ta-scroll *)")].filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5);
  return {
    width: document.scrollingElement.scrollWidth,
    targets: boxes.length,
    small: small.map(named),
    filled: filled.map((box) => box.id),
    wide: wide.map(named).slice(0, 3),
  };
}

const WORDS = new URL("../../src/words/", import.meta.url);

/** Every sentence that both languages have in words of their own. */
export async function translated() {
  const lines = async (language, file) => {
    const text = await readFile(new URL(`${language}/${file}`, WORDS), "utf8").catch(() => "");
    const pairs = text.split("\n").map((line) => /^([a-z][^ =]*) = (.+)$/.exec(line));
    return new Map(pairs.filter(Boolean).map(([, key, words]) => [key, words]));
  };
  const found = new Map();
  for (const file of await readdir(new URL("en/", WORDS))) {
    const [english, welsh] = await Promise.all([lines("en", file), lines("cy", file)]);
    for (const [key, words] of english) {
      if (welsh.has(key) && welsh.get(key) !== words && !words.includes("{")) found.set(words, welsh.get(key));
    }
  }
  // A sentence that is also the Welsh of another one is no leftover.
  for (const words of [...found.values()]) found.delete(words);
  return found;
}
