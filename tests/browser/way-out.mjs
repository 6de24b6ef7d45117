// The way out of a family's page is at hand wherever somebody reads, and stands in the way of nothing.  WCAG 2.4.11

import assert from "node:assert/strict";
import { test } from "node:test";
import { shown } from "./long.mjs";
import { FAMILY, main, opened } from "./reader.mjs";
import { quiet } from "./world.mjs";

/** What the way out covers in part, however far down somebody reads: a line that goes on beside it is cut in two. */
const cut = (page) => page.evaluate(() => {
  const root = document.querySelector("team-around-family")?.shadowRoot ?? document;
  const over = (x, y) => x < 0 || x >= innerWidth || root.elementFromPoint(x, y)?.closest(".ta-family__way-out > :first-child");
  const texts = [];
  const walk = document.createTreeWalker(root.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) texts.push(Object.assign(document.createRange(), { text: walk.currentNode }));
  for (const range of texts) range.selectNodeContents(range.text);
  const isCut = ({ left, right, top, bottom }, exit) => {
    if (right - left < 2 || bottom <= exit.top + 1 || top >= exit.bottom - 1) return false;
    const middle = (Math.max(top, exit.top) + Math.min(bottom, exit.bottom)) / 2;
    return ![left + 1, (left + right) / 2, right - 1].every((x) => over(x, middle));
  };
  const lines = [];
  let steps = 0;
  for (let y = 0; y < document.scrollingElement.scrollHeight - innerHeight; y += 37, steps += 1) {
    scrollTo(0, y);
    const exit = root.querySelector(".ta-family__exit").getBoundingClientRect();
    for (const range of texts) if ([...range.getClientRects()].some((line) => isCut(line, exit))) lines.push(`${y}: ${range.text.data.slice(0, 40)}`);
  }
  scrollTo(0, 0);
  return { lines: lines.slice(0, 3), steps };
});

const SIZES = [[320, 640, "100%"], [320, 256, "100%"], [320, 640, "200%"], [1280, 800, "100%"]];

test("the way out stands in the way of no line and of nothing that has the focus, however narrow the page", async (t) => {
  for (const [width, height, fontSize] of SIZES)
    for (const lang of ["en", "cy"]) {
      const page = await opened(t, { viewport: { width, height } });
      const state = `${width} by ${height} at ${fontSize} in ${lang}`;
      await page.evaluate(([fontSize, lang]) => {
        document.documentElement.style.fontSize = fontSize;
        document.querySelector("team-around-family").setAttribute("lang", lang);
      }, [fontSize, lang]);
      await page.locator(`${FAMILY} main[lang=${lang}]`).waitFor();
      await page.locator(`${FAMILY} section[data-part=actions] button`).first().click();
      const { lines, steps } = await cut(page);
      assert.deepEqual(lines, [], state);
      assert.ok(steps > 10, state);
      for (const key of ["Tab", "Shift+Tab"]) {
        for (let press = 0; press < 24; press += 1) {
          await page.keyboard.press(key);
          const { name, under } = await page.evaluate(() => {
            const root = document.querySelector("team-around-family").shadowRoot;
            const one = root.activeElement;
            if (!one || one.matches(".ta-family__exit")) return { name: "", under: 0 };
            const exit = root.querySelector(".ta-family__exit").getBoundingClientRect();
            return { name: one.getAttribute("aria-label") ?? one.textContent ?? one.localName, under: exit.bottom - one.getBoundingClientRect().top };
          });
          assert.ok(under <= 0, `${state}, ${key}: “${name}” is ${under} px under the way out`);
        }
      }
      t.diagnostic(quiet(page));
    }
});

test("nor in the file that is the page without a script", async (t) => {
  for (const [width, height, fontSize] of SIZES)
    for (const lang of ["en", "cy"]) {
      const page = await shown(t, "file", lang, { viewport: { width, height } });
      await page.evaluate((fontSize) => (document.documentElement.style.fontSize = fontSize), fontSize);
      const { lines, steps } = await cut(page);
      assert.deepEqual(lines, [], `${width} by ${height} at ${fontSize} in ${lang}`);
      assert.ok(steps > 10);
    }
});
