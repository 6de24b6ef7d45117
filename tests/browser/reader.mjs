// The page that one reader of a family is given, as the tests of it open it, write on it and look at it.

import { readFile } from "node:fs/promises";
import { visit } from "./world.mjs";

export const COPY = JSON.parse(await readFile(new URL("../../www/pages/assets/family-copy.json", import.meta.url), "utf8"));
export const FAMILY = "team-around-family";
export const main = (page) => page.locator(`${FAMILY} main`);

export async function opened(t, settings = {}) {
  const page = await visit(t, { path: "/pages/family.html", ...settings });
  await main(page).waitFor();
  return page;
}

export const give = (page, given) => page.evaluate((given) => Object.assign(document.querySelector("team-around-family"), given), given);
export const text = (page) => page.evaluate(() => document.querySelector("team-around-family").shadowRoot.textContent);

/** All that a page may have left behind. */
export const left = (page) => page.evaluate(async () => ({
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length, title: document.title,
}));
export const NOTHING = { local: 0, session: 0, cookies: "", databases: 0, caches: 0, title: "What was agreed" };

export const WRITTEN = "I was at the course twice, and nobody wrote it down.";
export const box = (page) => page.locator(`${FAMILY} textarea`);
export const focused = (page) => page.evaluate(() => {
  const { activeElement } = document.querySelector("team-around-family").shadowRoot;
  return activeElement && (activeElement.value || activeElement.textContent);
});

export async function write(page, part = /^I think this is wrong: Who will do what/, words = WRITTEN) {
  await page.getByRole("button", { name: part }).click();
  await page.keyboard.type(words);
}
