// Pictures of each state for people to look at: `npm run shots` writes them into ../shots.

import { mkdir } from "node:fs/promises";
import { file, open as openDocument, recorded, TABLE, turnTo } from "./household.mjs";
import { nearlyComplete, store } from "./plans.mjs";
import { end, openPlan, quiet, toTasks, visit, ready } from "./world.mjs";

const FOLDER = new URL("../shots/", import.meta.url);
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
const TALLEST = 2400;
const WORDS = {
  en: { check: "Check your answers", finish: "Finish and send", aside: "Set aside this rule", why: "Why we ask", save: "Save" },
  cy: { check: "Gwirio eich atebion", finish: "Gorffen ac anfon", aside: "Rhoi’r rheol hon o’r neilltu", why: "Pam rydym yn gofyn", save: "Cadw" },
};

await mkdir(FOLDER, { recursive: true });
const ending = [];
const t = { after: (act) => ending.unshift(act) };

async function open(reference, size, language) {
  const page = await openPlan(t, reference, { viewport: SIZES[size] });
  if (language === "cy") {
    await page.locator("#plan").evaluate((plan) => plan.setAttribute("lang", "cy"));
    await page.locator("h2", { hasText: "Rhestr dasgau" }).waitFor();
  }
  return page;
}

/** Cards out of view are not drawn, so the window is made as tall as the page; long pages are cut. */
function camera(page, name) {
  return async (state) => {
    const { width, height } = page.viewportSize();
    const whole = () => page.evaluate(() => document.scrollingElement.scrollHeight);
    for (let round = 0; round < 2; round += 1) {
      await page.setViewportSize({ width, height: Math.min(await whole(), 16_000) });
      await page.waitForTimeout(50);
    }
    const tall = page.viewportSize().height;
    for (let y = 0, part = 0; y < tall; y += TALLEST, part += 1) {
      const path = new URL(`${name}-${state}${"-abcdefghi"[part].replace("-", "")}.png`, FOLDER).pathname;
      await page.screenshot({ path, clip: { x: 0, y, width, height: Math.min(TALLEST, tall - y) } });
    }
    await page.setViewportSize({ width, height });
  };
}

async function states(size, language) {
  const words = WORDS[language];
  const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();
  const page = await open("CIN-1042", size, language);
  const shoot = camera(page, `${size}-${language}`);
  await shoot("01-tasks");
  const names = await page.locator(".govuk-task-list__link").allTextContents();
  for (const [index, name] of names.entries()) {
    if (language === "cy" && ![0, 6, 9].includes(index)) continue;
    await press(page, name);
    await shoot(`02-page-${String(index + 1).padStart(2, "0")}`);
    const row = page.locator("[data-act=open]").first();
    if ([0, 6, 9].includes(index) && (await row.count())) {
      await row.click();
      await shoot(`03-open-row-${String(index + 1).padStart(2, "0")}`);
    }
    await toTasks(page);
  }
  await press(page, words.check);
  await shoot("04-check");
  await press(page, words.why);
  await press(page, words.aside);
  await press(page, words.finish);
  await shoot("05-errors");
  await page.locator('.ta-error-link[data-at="plan/actions/t-6/due"]').click();
  await shoot("06-answer-in-error");
  await toTasks(page);
  await press(page, words.save);
  await page.locator(".ta-receipt").waitFor();
  await shoot("07-saved");
  if (language === "en") {
    const empty = await open("CIN-1043", size, language);
    await camera(empty, `${size}-${language}`)("08-empty-tasks");
    const record = nearlyComplete(await page.locator("#plan").evaluate((plan) => plan.record));
    record.plan.outcomes[3].target_date = "2026-05-22";
    await store(page, "CIN-1042", record);
    await page.reload();
    await page.waitForFunction(() => document.getElementById("plan").record?.plan?.outcomes?.[3]?.target_date);
    await press(page, words.check);
    await press(page, words.finish);
    await page.locator(".ta-receipt", { hasText: "receipt number" }).waitFor();
    await shoot("09-receipt");
    const hostile = await visit(t, { path: "/pages/hostile.html", viewport: SIZES[size] });
    await ready(hostile);
    await camera(hostile, `${size}-${language}`)("10-hostile");
    const forced = await openPlan(t, "CIN-1042", { viewport: SIZES[size], forcedColors: "active" });
    await forced.getByRole("button", { name: words.check }).click();
    await camera(forced, `${size}-${language}`)("11-forced-colours");
  }
  quiet(page);
}

/** The pages of the meeting or the report, with what is found there; in Welsh those that are most its own. */
async function documentStates(name, size, language) {
  const attributes = { lang: language, ...(name === "report" ? { agency: "a-2", meeting: "m-1" } : {}) };
  const page = await openDocument(t, name, { record: recorded(), attributes, viewport: SIZES[size] });
  const shoot = camera(page, `${size}-${language}-${name}`);
  await shoot("01-tasks");
  const names = await page.locator(".govuk-task-list__link").allTextContents();
  for (const [index, title] of names.entries()) {
    if (language === "cy" && name === "meeting" && ![3, 5, 6, 12, 15].includes(index)) continue;
    await turnTo(page, title);
    const shortcuts = page.locator(".ta-shortcuts button");
    if (await shortcuts.count()) {
      await shoot(`02-page-${String(index + 1).padStart(2, "0")}-begun`);
      await shortcuts.click();
      await page.locator("[data-act=add][data-home=decisions]").click();
    }
    await page.locator(`#${name}`).evaluate((form) => form.check());
    await shoot(`02-page-${String(index + 1).padStart(2, "0")}`);
    const table = page.locator('[id="file/chronology"]');
    if (!(await table.count())) continue;
    await table.setInputFiles({ ...file(TABLE, "table.csv"), mimeType: "text/csv" });
    await page.locator("[data-heading=offer]").waitFor();
    await shoot(`03-table-${String(index + 1).padStart(2, "0")}`);
  }
  await page.locator(".govuk-back-link").click();
  await page.getByRole("button", { name: WORDS[language].check }).click();
  await page.getByRole("button", { name: WORDS[language].finish }).click();
  await shoot("05-errors");
  quiet(page);
}

for (const size of Object.keys(SIZES))
  for (const language of Object.keys(WORDS)) {
    await states(size, language);
    for (const name of ["meeting", "report"]) await documentStates(name, size, language);
  }
for (const act of ending) await act();
await end();
