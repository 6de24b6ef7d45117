// Pages with a plan that is kept on this device, for the tests of drafts.

import { ready, visit } from "./world.mjs";

export const RECORD = { children: [{ id: "c-1", name: "Mali Invented" }], plan: { why: "Because of the stairs." } };

/** A page with a plan that its host gives, in a browser that keeps what the page keeps. */
export async function opened(t, settings = {}) {
  const page = await visit(t, { path: "/pages/plain.html", ...settings });
  await give(page, RECORD);
  return page;
}

/** A page whose element has these attributes from the beginning, with the plan. */
export async function openedWith(t, attributes, settings = {}) {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join("");
  const prepare = (page) => page.route("**/pages/plain.html", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace("<team-around-plan", `<team-around-plan${written}`) });
  });
  return opened(t, { prepare, ...settings });
}

export async function give(page, record) {
  await ready(page);
  await page.evaluate((record) => Object.assign(document.querySelector("team-around-plan"), { record }), record);
  await page.locator("team-around-plan .ta-form").waitFor();
}

export const line = (page, words) => page.locator("team-around-plan .ta-kept", { hasText: words });
export const found = (page, words) => page.locator("team-around-plan .ta-kept-found", { hasText: words });
export const press = (page, words, name) => found(page, words).getByRole("button", { name }).click();
export const saved = (page) => page.locator("team-around-plan .ta-kept[data-state=saved]", { hasText: "Saved on this device at" }).waitFor();
export const turnTo = (page, title) => page.getByRole("button", { name: title, exact: true }).click();

export async function type(page, words) {
  await turnTo(page, "The child or children");
  await page.getByRole("button", { name: /^Change/ }).first().click();
  const box = page.getByLabel("Full name", { exact: true }).first();
  await box.fill(words);
}

/** The ids of the drafts in the journal that hold something. */
export const rows = (page) => page.evaluate(() => new Promise((resolve) => {
  indexedDB.open("team-around-drafts").onsuccess = ({ target }) => {
    target.result.transaction("drafts").objectStore("drafts").getAll().onsuccess = (event) => resolve(event.target.result.filter((row) => row.text && row.did.length === 22).map((row) => row.did));
    target.result.close();
  };
}));

/** What the journal holds, and what the slots do. */
export const stored = (page) => page.evaluate(() => new Promise((resolve) => {
  indexedDB.open("team-around-drafts").onsuccess = ({ target }) => {
    target.result.transaction("drafts").objectStore("drafts").getAll().onsuccess = ({ target: { result } }) => {
      const slots = Object.entries(localStorage).filter(([name]) => name.startsWith("ta-draft:v1:"));
      resolve({ journal: result, slots: Object.fromEntries(slots) });
    };
    target.result.close();
  };
}));

/** Puts texts where the element keeps them: rows of the journal and slots, in place of what is there. */
export const put = (page, { journal = [], slots = {} }) => page.evaluate(({ journal, slots }) => new Promise((resolve) => {
  for (const [name, text] of Object.entries(slots)) localStorage.setItem(name, text);
  indexedDB.open("team-around-drafts").onsuccess = ({ target }) => {
    const transaction = target.result.transaction("drafts", "readwrite");
    for (const row of journal) transaction.objectStore("drafts").put(row);
    transaction.oncomplete = resolve;
    target.result.close();
  };
}), { journal, slots });
