// A family's plan with a copy for one reader, and that copy as it is in somebody's hands in the plan's page.

import { readFile } from "node:fs/promises";
import { goTo, ready, TODAY, visit } from "./world.mjs";

const PLAN = JSON.parse(await readFile(new URL("../data/family/plan.json", import.meta.url), "utf8"));
const PACKS = ["hampshire-cin-2018"];
export const SIONED = { id: "u-1", name: "Sioned Notreal", role: "Social worker" };
export const MARED = { id: "u-2", name: "Mared Imagined", role: "Team manager" };
export const LEAK = "Tia has seen grown-ups shout and hit at 18 Mill Street, and the multi-agency group is worried.";
export const SAFE = "Tia has seen grown-ups shout and hit.";
const KNOWN = "Tia plays with Morfydd Notreal’s dogs.";
export const shots = process.env.SHOTS;

/** The family's plan with a copy for Dean that nobody has looked at: one sentence has an address, one a neighbour. */
export function plan(changes = {}) {
  const record = structuredClone(PLAN);
  record.network = [{ id: "k-1", name: "Morfydd Notreal" }];
  record.plan.why = LEAK;
  record.analysis.strengths = KNOWN;
  const [{ id, readers, children, ring }] = record.sharing.copies;
  record.sharing = { copies: [{ id, readers, children, ring, ...changes }] };
  return record;
}

/** The plan's page with a record in it, as one person has it. */
export async function opened(t, record, user = SIONED, { lang = "en", ...settings } = {}) {
  const page = await visit(t, settings);
  await ready(page);
  await page.locator("team-around-plan").evaluate((plan, [given, lang]) => {
    plan.setAttribute("lang", lang);
    plan.setAttribute("drafts", "off");
    Object.assign(plan, given);
  }, [{ protocol: PACKS, today: TODAY, user, record }, lang]);
  const title = lang === "cy" ? "Copïau i’r teulu" : "Copies for the family";
  await page.locator(".govuk-task-list__link", { hasText: title }).waitFor();
  await goTo(page, title);
  return page;
}

/** Looks at the copy, as it is in that person's hands. */
export async function looked(t, record, user, settings = {}) {
  const page = await opened(t, record, user, settings);
  await page.locator(".ta-row__copy button").click();
  await page.locator("[data-heading=look]").waitFor();
  return page;
}

export const view = (page) => page.locator("[data-copy]");
export const button = (page, name, within = view(page)) => within.getByRole("button", { name });
export const recordOf = (page) => page.locator("team-around-plan").evaluate((plan) => plan.record);
export const copyOf = async (page) => (await recordOf(page)).sharing.copies[0];
export const choicesOf = async (page) => (await recordOf(page)).sharing.choices ?? [];
const status = (page) => page.locator("[data-look-said]");
export const told = (page, sentence) => status(page).getByText(sentence).waitFor();
export const part = (page, id) => page.locator(`section:has(> [data-heading="${id}"])`);
export const focused = (page) => page.evaluate(() => document.querySelector("team-around-plan").shadowRoot.activeElement?.dataset?.heading);

/** The text of the reader's page, as it is shown and as it goes out, a line for each piece of it. */
export const pieces = (root) => [...root.querySelectorAll("h1, h2, h3, h4, h5, h6, p, dt, dd")].map((piece) => piece.textContent);
export const seen = (page) => page.locator("[data-copy] .ta-family").evaluate(pieces);

export const shoot = async (page, name) => shots && page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });

/** The copy as a file, or why there is none. */
export async function exported(page, how) {
  return page.locator("team-around-plan").evaluate(async (plan, how) => {
    const file = await plan.exportFamilyCopy("copy-1", how).catch((error) => ({ error }));
    if (file.error) return { refused: file.error.message, reasons: file.error.reasons };
    return { name: file.name, type: file.type, text: await file.text() };
  }, how);
}

/** Says the leak in other words and confirms the other one with a reason, as a mouse does it. */
export async function settle(page) {
  await button(page, /^Say it in other words: The plan/, part(page, "look/leaks")).click();
  await page.getByLabel("Words in this copy").fill(SAFE);
  await button(page, "Use these words").click();
  await told(page, "In other words now: The plan");
  await button(page, /^Confirm that this reader may know it/).click();
  await page.getByLabel("Why may this reader know it?").fill("Dean walked the dogs with Tia.");
  await button(page, "Confirm with this reason").click();
  await told(page, "Confirmed: ");
}

/** The copy once its author has said that it is ready. */
export async function prepared(t) {
  const page = await looked(t, plan());
  await settle(page);
  await button(page, "I have prepared this copy").click();
  await told(page, "You have prepared this copy.");
  return page;
}
