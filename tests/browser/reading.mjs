// The family's page, in the page and as a file: it reads at any size, in any colours, without styles, on paper, in
// Welsh and from the right.  domain.md 5.1, reliability.md 5

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { test } from "node:test";
import { promisify } from "node:util";
import { long } from "./cases.mjs";
import { clipped, indistinct, spaced, unstyled } from "./legible.mjs";
import { shown } from "./long.mjs";
import { axe } from "./look.mjs";
import { paper, read } from "./paper.mjs";
import { FAMILY } from "./reader.mjs";
import { quiet } from "./world.mjs";

const WAYS = ["element", "file"];
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 320, height: 640 };
/** 1280 by 1024 at 400 per cent. */
const NEAR = { width: 320, height: 256 };

const legible = async (page, state) => {
  const { found, pieces } = await page.evaluate(clipped, FAMILY);
  assert.deepEqual(found, [], state);
  assert.ok(pieces > 100, `${state}: ${pieces} pieces of text`);
};
const sound = async (page, state, aside = /^$/) => {
  const { told, rules } = await axe(page);
  assert.deepEqual(told.filter((one) => !aside.test(one)), [], state);
  assert.ok(rules > 10, `${state}: ${rules} rules had something to look at`);
};

for (const way of WAYS)
  test(`the ${way} reads on a phone, near by, with large and with spaced letters, and axe finds nothing`, async (t) => {
    for (const [state, viewport, change] of [
      ["at 1280", DESK], ["at 320", PHONE], ["at 400 per cent", NEAR],
      ["spaced at 1280", DESK, spaced], ["spaced at 320", PHONE, spaced],
      ["letters of 200 per cent at 1280", DESK, () => (document.documentElement.style.fontSize = "200%")],
      ["letters of 200 per cent at 320", PHONE, () => (document.documentElement.style.fontSize = "200%")],
    ]) {
      const page = await shown(t, way, "en", { viewport });
      if (change) await page.evaluate(change);
      await legible(page, `${way} ${state}`);
      await sound(page, `${way} ${state}`);
    }
  });

for (const way of WAYS)
  test(`the ${way} reads in Welsh and from the right, and each answer in its own language`, async (t) => {
    for (const language of ["cy", "ur"])
      for (const viewport of [DESK, PHONE]) {
        const page = await shown(t, way, language, { viewport });
        await legible(page, `${way} ${language} ${viewport.width}`);
        if (viewport === PHONE) await sound(page, `${way} ${language}`);
        const read = await page.evaluate((selector) => {
          const root = document.querySelector(selector)?.shadowRoot ?? document;
          const of = (words) => [...root.querySelectorAll("p, dd, h1, h2")].find((one) => one.textContent.includes(words));
          const told = (one) => [one.closest("[lang]").lang, getComputedStyle(one).direction];
          const answers = ["Begin01", "Begin04", "Begin05", "2 pm to 3 pm"].map((words) => told(of(words)));
          return { answers, heading: told(root.querySelector("h1")), title: root.querySelector("h2:last-of-type").textContent, keys: (root.textContent ?? root.body.textContent).match(/family\.[a-z.]+/g) };
        }, FAMILY);
        const heading = language === "ur" ? ["ur", "rtl"] : ["cy", "ltr"];
        // The answers are English, but for one in Polish and one in Arabic.
        assert.deepEqual(read.answers, [["en", "ltr"], ["pl", "ltr"], ["ar", "rtl"], ["en", "ltr"]]);
        assert.deepEqual([read.heading, read.keys], [heading, null]);
      }
  });

for (const way of WAYS)
  test(`the ${way} is told apart in forced colours`, async (t) => {
    for (const language of ["en", "ur"]) {
      const page = await shown(t, way, language, { viewport: PHONE, forcedColors: "active" });
      if (way === "element") await page.locator(`${FAMILY} section button`).first().click();
      const { found, looked } = await page.evaluate(indistinct, FAMILY);
      assert.deepEqual(found, [], `${way} ${language}`);
      assert.ok(looked > 20, `${looked}`);
      await sound(page, `${way} ${language} in forced colours`);
      for (const control of await page.locator(way === "element" ? `${FAMILY} button` : "a").all()) {
        await control.focus();
        const outline = await control.evaluate((one) => (one.matches(":focus-visible") ? getComputedStyle(one).outlineStyle : "not in focus"));
        assert.notEqual(outline, "none", await control.textContent());
      }
    }
  });

for (const way of WAYS)
  test(`the ${way} says the same in the same order without its styles`, async (t) => {
    const page = await shown(t, way);
    const said = () => page.evaluate((selector) => {
      const root = document.querySelector(selector)?.shadowRoot ?? document.body;
      const lines = (one) => one.innerText.split("\n").map((line) => line.trim()).filter(Boolean);
      return [...root.querySelectorAll("main")].flatMap(lines).join("\n").replace(/\s+/g, " ");
    }, FAMILY);
    const styled = await said();
    await page.evaluate(unstyled);
    assert.equal(await said(), styled);
    // Each fact is said with what it is about, and each answer after its question.
    assert.match(styled, /Who will do what, and by when\? .*Begin01.* Who Bethan Fictional Role School nurse By when Friday 1 May 2026 How often At least once in 2 weeks How far it has come Being done How we will know A sleep diary.*End01\. Begin02/);
    assert.deepEqual(await page.evaluate(clipped, FAMILY).then(({ found }) => found), []);
    // A target whose size is the browser's own is no failure (WCAG 2.5.8), and without styles each is.
    await sound(page, `${way} without styles`, /^target-size/);
    if (way === "file") return;
    await page.getByRole("button", { name: "Hide this page" }).click();
    assert.equal(await page.locator(`${FAMILY} main`).isVisible(), false, "what is hidden is hidden without a style");
  });

for (const way of WAYS)
  test(`the ${way} prints: things whole, headings with what they head, no buttons, and its structure for who listens`, async (t) => {
    for (const language of ["en", "cy", "ur"]) {
      const page = await shown(t, way, language);
      const items = await page.locator(way === "element" ? `${FAMILY} main li` : "main li").count();
      const sections = await page.locator(way === "element" ? `${FAMILY} h2` : "h2").count();
      const { sheets, info, marked, text } = await paper(page);
      const sheetOf = (words) => sheets.findIndex(({ lines }) => lines.some(({ text }) => text.includes(words)));
      assert.ok(sheets.length > 3 && sheets.every(({ width, height }) => Math.abs(width - 595) < 1 && Math.abs(height - 842) < 1), `${sheets.length} sheets of A4`);
      for (let number = 1; number <= 16; number += 1) {
        const [begins, ends] = ["Begin", "End"].map((word) => sheetOf(word + String(number).padStart(2, "0")));
        assert.ok(begins >= 0 && begins === ends, `thing ${number} stands on sheets ${begins} and ${ends}`);
      }
      const small = sheets.flatMap(({ lines }) => lines).filter(({ size }) => size < 15.9);
      assert.deepEqual(small.map(({ text, size }) => `${text} ${size}`), [], `${way} ${language}`);
      // A heading is never the last on its sheet: something of its part stands below it.
      for (const { lines } of sheets) assert.ok(lines.at(-1).size < 17, `“${lines.at(-1).text}” is the last on its sheet`);
      const { said } = await page.evaluate((selector) => ({ said: [...(document.querySelector(selector)?.shadowRoot.querySelectorAll("button, .ta-family__told") ?? document.querySelectorAll("a, .ta-family__told"))].map((one) => one.textContent) }), FAMILY);
      assert.ok(said.length > 1);
      assert.deepEqual(said.filter((words) => text.replace(/\s/g, "").includes(words.replace(/\s/g, ""))), [], "buttons on paper");
      const roles = sheets.flatMap(({ tags }) => tags.map(({ role }) => role));
      const count = (role) => roles.filter((one) => one === role).length;
      assert.ok(marked);
      assert.deepEqual([count("H1"), count("H2") >= sections, count("LI") >= items, count("L") > 0, count("P") > 10], [1, true, true, true, true], roles.join(" "));
      const title = way === "file" ? /<title>([^<]+)/.exec(long[language].html)[1] : "What was agreed";
      assert.deepEqual([info.Language, info.Title], [way === "file" ? language : "en-GB", title]);
      const tongues = new Set(sheets.flatMap(({ tags }) => tags.map(({ lang }) => lang)));
      for (const tongue of ["pl", "ar", "en"].filter((tongue) => tongue !== language)) assert.ok(tongues.has(tongue), `${tongue} of ${[...tongues]}`);
    }
  });

test("a file that Chromium prints without being told how is tagged, and asks nobody for anything", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "team-around-paper-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "copy.html"), long.en.html);
  await promisify(execFile)(env.CHROMIUM ?? "/usr/bin/chromium", ["--headless", "--no-sandbox", "--disable-gpu", `--user-data-dir=${join(folder, "profile")}`, `--print-to-pdf=${join(folder, "copy.pdf")}`, join(folder, "copy.html")]);
  const { marked, info, sheets } = await read(await readFile(join(folder, "copy.pdf")));
  const roles = sheets.flatMap(({ tags }) => tags.map(({ role }) => role));
  assert.deepEqual([marked, info.Language, info.Title, roles.filter((role) => role === "H1").length], [true, "en", "What was agreed", 1]);
  assert.ok(roles.includes("H2") && roles.includes("LI"));
});

test("what cannot be read is found", async (t) => {
  const page = await shown(t, "file", "en", { viewport: PHONE });
  await page.evaluate(() => {
    const made = (style, text) => Object.assign(document.querySelector("main").appendChild(document.createElement("p")), { textContent: text }).setAttribute("class", style);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".one { white-space: nowrap } .two { height: 1em; overflow: hidden } .three { margin-top: -2em } .four { border: 0; background: red }");
    document.adoptedStyleSheets = [sheet];
    made("one", "a line that is longer than any window of 320 pixels can be");
    made("two", "more than one line ".repeat(9));
    made("plain", "a text that stands below");
    made("three", "a text that is upon it");
  });
  const { found } = await page.evaluate(clipped, FAMILY);
  for (const what of [/wide in a window/, /beside the window/, /cut off by p\.two/, /upon each other/]) assert.ok(found.some((told) => what.test(told)), `${what}: ${found}`);
  t.diagnostic(quiet(page));
});
