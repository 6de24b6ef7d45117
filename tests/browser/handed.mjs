// A copy that a grandmother is given, and the people who prepare, approve and hand it out in the portal.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { send, store } from "./plans.mjs";
import { openPlan, recordOf, TODAY, visit } from "./world.mjs";

export const FAMILY = "team-around-family";
export const PLAN = "/plans/CIN-1042";
const ID = "z-3";

/** What Ada writes into the plan. The days of the plan are two weeks before those that it was written for. */
const ROW = {
  id: ID, readers: ["p-3"], children: ["c-1", "c-2"], version: "adult", language: "en",
  ring: "Ada Okafor, 01632 960201, on weekdays from 9 to 5.",
  prepared_by: "Ada Okafor", prepared_on: TODAY, expires_on: "2026-05-29",
};
const WORDED = "You have both children on Wednesdays after school.";
const CHOICE = {
  id: "zc-30", copy: ID, place: "plan/actions/t-7/family_wording", decision: "reword", wording: WORDED,
  reason: "Written to Eirlys.", by: "Ada Okafor",
};

/**
 * What Eirlys is to be given: the short copy, with the reason, her own action, the next meeting and whom to ring. Written
 * out from the plan as people read it, so that the seal of it is nobody's but the approver's.
 */
const GIVEN = {
  format: "team-around-family", version: 1, id: ID, reader: "Eirlys Pryce", children: ["Ifan", "Mali"], for: "adult",
  language: "en", as_at: TODAY, expires_on: "2026-05-29", approval: null,
  parts: [
    { heading: "why", items: [said("Ifan and Mali have seen their mother hurt at home. They live somewhere safer now. This plan is about keeping it safe, seeing Dad without fear, and giving both of them room to be children.")] },
    {
      heading: "actions",
      items: [
        said("Delyth will get help to make the house safe and to sleep. Tunde will finish his course and see the children at Eirlys's sister's house."),
        said(WORDED, [
          { fact: "you" }, { fact: "by", day: "2026-05-06" }, { fact: "every", number: 1, unit: "weeks" },
          { words: "Delyth says how she slept.", fact: "measure" },
          { fact: "code", list: "action-status", code: "in-progress" },
        ]),
      ],
    },
    { heading: "next", items: [said("", [{ fact: "on", day: "2026-03-19" }, { words: "15:30 to 16:45", fact: "at" }])] },
    { heading: "ring", items: [said(ROW.ring), said("Duty team, day and night: 01632 960300")] },
  ],
};

function said(words, facts = []) {
  return { words, facts };
}

/** Every sentence that she reads. */
export const SENTENCES = GIVEN.parts.flatMap(({ items }) => items.map(({ words }) => words)).filter(Boolean);

const SEAL = createHash("sha256").update(JSON.stringify(GIVEN)).digest("hex");
const BRYN = { approved_by: "Bryn Parry", approved_role: "Team manager", approved_on: TODAY };

/** The record with her copy, as Ada prepares it. */
export function withCopy(record) {
  const plan = structuredClone(record);
  plan.sharing.copies.push(structuredClone(ROW));
  plan.sharing.choices.push(structuredClone(CHOICE));
  return plan;
}

/** The record with her copy approved; something of the approval may be changed. */
export function withApproval(record, changed = {}) {
  const plan = structuredClone(record);
  Object.assign(plan.sharing.copies.find(({ id }) => id === ID), BRYN, { approved: SEAL }, changed);
  return plan;
}

/** The plan as it is stored. */
export const stored = (page) => page.evaluate(async (plan) => (await (await fetch(`${plan}/data.json`)).json()).record, PLAN);

/** Ada has prepared the copy and Bryn has approved it, each from their own page. */
export async function approved(t) {
  const ada = await openPlan(t, "CIN-1042");
  await store(ada, "CIN-1042", withCopy(await recordOf(ada)));
  const bryn = await openPlan(t, "CIN-1042", { as: "bryn", on: ada.origin });
  await store(bryn, "CIN-1042", withApproval(await recordOf(bryn)));
  return { ada, bryn, origin: ada.origin };
}

/** What the portal answers where somebody sends a record. */
export const answered = (page, record) => send(page, "CIN-1042", record);

/** The page with the copies of the plan. */
export const copiesPage = (t, on, settings = {}) => visit(t, { path: `${PLAN}/copies`, as: "ada", on, ...settings });

/** Her entry on that page. */
export const entry = (page) => page.locator(`article#${ID}`);

/** Makes a link for her, and answers with its path. */
export async function handOut(page) {
  await entry(page).getByRole("button", { name: "Make a link for Eirlys Pryce" }).click();
  await page.locator("#link-message", { hasText: "For Eirlys Pryce and nobody else" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "link");
  const link = new URL(await page.locator("#link-text").inputValue());
  assert.match(link.pathname, /^\/read\/[0-9a-f]{64}$/);
  return link.pathname;
}

/** Her own browser, without a sign-in, at the address that she was sent. */
export async function openCopy(t, on, link, settings = {}) {
  const page = await visit(t, { path: link, on, viewport: { width: 320, height: 640 }, ...settings });
  await page.locator(`${FAMILY} main`).waitFor();
  return page;
}
