// Every page of the meeting and of the report, with findings, lines, differences and a table on offer:
// looked at by axe, at 320 pixels, in Welsh, and for what a screen reader would call each control.

import assert from "node:assert/strict";
import { test } from "node:test";
import { file, open, recorded, TABLE } from "./household.mjs";
import { axe, measure, translated } from "./look.mjs";
import { quiet, said } from "./world.mjs";

const NAMES = {
  en: { check: "Check your answers", finish: "Finish and send", tasks: "Back to task list" },
  cy: { check: "Gwirio eich atebion", finish: "Gorffen ac anfon", tasks: "Yn ôl i’r rhestr dasgau" },
};

/** Each state of a document, one after another: its tasks, each page with what is found there, its check page. */
async function eachState(page, name, language, look) {
  const form = page.locator(`#${name}`);
  const words = NAMES[language];
  await form.evaluate((form) => form.check());
  await look("the task list");
  const pages = await page.locator(".govuk-task-list__link").allTextContents();
  for (const title of pages) {
    await page.getByRole("button", { name: title, exact: true }).click();
    await look(title);
    const offer = page.locator('[id="file/chronology"]');
    if (await offer.count()) {
      await offer.setInputFiles({ ...file(TABLE, "table.csv"), mimeType: "text/csv" });
      await page.locator("[data-heading=offer]").waitFor();
      await look(`${title}: a table on offer`);
      await page.locator(".ta-chronology [data-act=open]").first().click();
      await look(`${title}: an open entry`);
    }
    const minutes = page.locator(".ta-shortcuts button");
    if (await minutes.count()) {
      await minutes.click();
      for (const add of await page.locator("[data-act=add]").all()) await add.click();
      await form.evaluate((form) => form.check());
      await look(`${title}: with shortcuts and new lines`);
    } else for (const list of await page.locator(".ta-list").all()) {
      const row = list.locator("[data-act=open], [data-act=add]").first();
      if (!(await row.isVisible().catch(() => false))) continue;
      await row.click();
      await form.evaluate((form) => form.check());
      await look(`${title}: an open row`);
    }
    await page.getByRole("button", { name: words.tasks }).first().click();
  }
  await page.getByRole("button", { name: words.check }).click();
  await look("the check page");
  await page.getByRole("button", { name: words.finish }).click();
  await look("the errors");
  return pages;
}

/** Controls without a name that a screen reader could say, and names that two radio groups or lines share within one. */
function nameless(id) {
  const root = document.getElementById(id).shadowRoot;
  const name = (one) => one.getAttribute("aria-label") ?? ([...(one.labels ?? [])].map((label) => label.textContent).join(" ") || one.textContent);
  const stops = [...root.querySelectorAll("a, button, input, select, textarea, [tabindex]")].filter((one) => one.checkVisibility());
  const described = stops.flatMap((one) => (one.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !root.getElementById(id)));
  return { stops: stops.length, bare: stops.filter((one) => !name(one)?.trim()).map((one) => one.outerHTML.slice(0, 120)), described };
}

/** What each state is asked. The slow question, axe, is asked once in each language. */
async function looked(t, name, language, size) {
  const attributes = { lang: language, ...(name === "report" ? { agency: "a-2", meeting: "m-1" } : {}) };
  const page = await open(t, name, { record: recorded(), attributes, viewport: size });
  const small = size.width === 320;
  const [wrong, seen] = [{}, new Set()];
  let [states, stops] = [0, 0];
  const look = async (state) => {
    states += 1;
    const found = [];
    const names = await page.evaluate(nameless, name);
    stops += names.stops;
    if (names.bare.length || names.described.length) found.push(names);
    (await said(page.locator(`#${name}`))).forEach((text) => seen.add(text));
    if (small) {
      const { width, small, wide, filled } = await page.evaluate(measure, `#${name}`);
      if (width > 320 || small.length || wide.length || filled.length) found.push({ width, small, wide, filled });
    } else {
      const { told, inside } = await axe(page);
      assert.ok(inside, `${state}: axe looked inside`);
      found.push(...told);
    }
    if (found.length) wrong[state] = found;
  };
  const pages = await eachState(page, name, language, look);
  assert.equal(pages.length, name === "meeting" ? 17 : 6);
  assert.deepEqual(wrong, {});
  const bare = [...seen].filter((text) => /^[a-z_-]+(\.[a-z_-]+)+$/.test(text));
  assert.deepEqual(bare, [], "keys that have no words");
  if (language === "cy") {
    const english = await translated();
    assert.deepEqual([...seen].filter((text) => english.has(text)), []);
  }
  t.diagnostic(`${states} states, ${stops} stops with a name, ${seen.size} texts; ${quiet(page)}`);
}

for (const name of ["meeting", "report"])
  for (const language of ["en", "cy"])
    for (const size of [{ width: 1280, height: 900 }, { width: 320, height: 640 }])
      test(`the ${name} in ${language === "en" ? "English" : "Welsh"} at ${size.width} pixels: every page and state`, (t) => looked(t, name, language, size));
