// A family's copy in the page: what was approved and nothing else, in any language, and gone at once.  reliability.md V1, V2

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, measure } from "./look.mjs";
import { COPY, FAMILY, give, left, main, NOTHING, opened, text } from "./reader.mjs";
import { quiet, visit } from "./world.mjs";

test("a reader sees what was approved, in order, and the page stores nothing", async (t) => {
  const page = await opened(t);
  const headings = await page.locator(`${FAMILY} h2`).allTextContents();
  assert.deepEqual(headings.slice(0, 3), ["Why is there a plan?", "What are people worried about?", "What is going well?"]);
  assert.equal(headings.at(-1), "What some words mean");
  const shown = await text(page);
  for (const words of COPY.parts.flatMap(({ items }) => items.map(({ words }) => words.split("\n")[0]))) assert.ok(shown.includes(words), words);
  assert.deepEqual(await left(page), NOTHING);
  assert.doesNotMatch(page.url(), /tia|dean|copy-1/i);
  t.diagnostic(quiet(page));
});

test("what was not approved, is over, or is something else is not shown", async (t) => {
  const page = await opened(t);
  const shows = async (copy, sentence) => {
    await give(page, { copy });
    await page.getByText(sentence).waitFor();
    assert.equal(await main(page).count(), 0);
    assert.ok(!(await text(page)).includes("sleeps badly"), "nothing of the plan");
  };
  await shows({ ...COPY, approval: null }, "This copy was not approved");
  await shows({ ...COPY, parts: COPY.parts.slice(1) }, "This copy was not approved");
  await shows({ ...COPY, version: 2 }, "A newer version of this page is needed");
  await shows({ children: [{ id: "c", name: "Tia", address: "18 Mill Street" }] }, "This is not a plan that can be shown here");
  await shows("{", "This is not a plan that can be shown here");
  await give(page, { today: "2026-07-01" });
  await shows(COPY, "This copy can no longer be read");
  await give(page, { today: "2026-03-04", copy: COPY });
  await main(page).waitFor();
  // What a host takes back is gone.
  await give(page, { copy: null });
  assert.ok(!(await text(page)).includes("sleeps badly"));
  t.diagnostic(quiet(page));
});

test("leaving takes the plan away at once, takes the page’s place, and leaves nothing", async (t) => {
  for (const way of ["button", "keyboard", "shift"]) {
    const page = await visit(t, { path: "/pages/index.html" });
    await page.goto(`${page.origin}/pages/family.html`);
    await main(page).waitFor();
    const away = `${page.origin}/pages/none.html`;
    await page.locator(FAMILY).evaluate((element, away) => {
      element.setAttribute("exit-url", away);
      globalThis.left = new Promise((resolve) => element.addEventListener("ta-exit", () => resolve(element.shadowRoot.textContent)));
      globalThis.told = globalThis.left.then((text) => globalThis.tellLeft?.(text));
    }, away);
    const began = Date.now();
    if (way === "button") await page.getByRole("button", { name: "Leave this page" }).click({ noWaitAfter: true });
    else if (way === "keyboard") await page.getByRole("button", { name: "Leave this page" }).press("Enter", { noWaitAfter: true });
    else for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
    await page.waitForURL(away, { waitUntil: "commit" });
    const took = Date.now() - began;
    assert.deepEqual({ ...(await left(page)), title: NOTHING.title }, NOTHING, way);
    await page.goBack();
    assert.ok(page.url().endsWith("/pages/index.html"), `${way}: the plan is not in the history`);
    t.diagnostic(`${way}: another page after ${took} ms`);
  }
});

test("an element that is moved within the page hears each key once", async (t) => {
  const page = await opened(t);
  const away = `${page.origin}/pages/none.html`;
  await page.locator(FAMILY).evaluate((element, away) => {
    element.setAttribute("exit-url", away);
    const place = document.body.appendChild(document.createElement("div"));
    place.append(element);
    document.body.append(element);
  }, away);
  await main(page).waitFor();
  for (let press = 0; press < 2; press += 1) await page.keyboard.press("Shift");
  await page.waitForTimeout(200);
  assert.ok(page.url().endsWith("/pages/family.html"), "two presses are no way out");
  assert.equal(await main(page).isVisible(), true);
  await page.keyboard.press("Shift");
  await page.waitForURL(away, { waitUntil: "commit" });
});

test("it reads at 320 px, in forced colours, in Welsh and from the right, and axe finds nothing", async (t) => {
  const urdu = { "family.question.why": "منصوبہ کیوں ہے؟", "family.heading": "{names} کا منصوبہ" };
  for (const settings of [{ viewport: { width: 1280, height: 900 } }, { viewport: { width: 320, height: 256 } }, { viewport: { width: 320, height: 700 }, forcedColors: "active" }]) {
    const page = await opened(t, settings);
    for (const [lang, words] of [["en", null], ["cy", null], ["ur", urdu]]) {
      await page.evaluate((lang) => document.querySelector("team-around-family").setAttribute("lang", lang), lang);
      await give(page, { words });
      await page.locator(`${FAMILY} main[lang="${lang}"]`).waitFor();
      const { told, inside } = await axe(page);
      assert.deepEqual(told, [], `${lang} ${settings.viewport.width}`);
      assert.ok(inside > 20);
      const { wide, small } = await page.evaluate(measure, FAMILY);
      assert.deepEqual({ wide, small }, { wide: [], small: [] }, `${lang} ${settings.viewport.width}`);
      assert.doesNotMatch(await text(page), /family\.[a-z]/);
    }
    t.diagnostic(quiet(page));
  }
});
