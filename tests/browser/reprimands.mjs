// Two real events, tried in the demo by everything that a person could do there.  domain.md 5.3, ICO reprimands

import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, approved, copiesPage, entry, handOut, openCopy, PLAN, stored, withApproval, withCopy } from "./handed.mjs";
import { store } from "./plans.mjs";
import { openPlan, quiet, recordOf, visit } from "./world.mjs";

const ADDRESS = "14 Rhes yr Afon, Abercastell";
const HERS = "z-3";
const row = (record, id = HERS) => record.sharing.copies.find((copy) => copy.id === id);

/** What a person who is signed in asks the portal for by hand. */
const post = (page, path, body = {}) =>
  page.evaluate(async ([path, body]) => {
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: answer.status, said: await answer.text() };
  }, [path, body]);

/** The portal refuses it, with a sentence, and nothing is stored. */
async function refused(page, record, sentence) {
  const before = await stored(page);
  const { status, said } = await answered(page, record);
  assert.equal(status, 422, JSON.stringify(said));
  assert.match(JSON.stringify(said), sentence);
  assert.deepEqual(await stored(page), before);
}

test("one assessment does not go to three adults", async (t) => {
  const { ada, bryn, origin } = await approved(t);
  const link = await handOut(await copiesPage(t, origin));
  for (const page of [ada, bryn]) {
    for (const readers of [["p-2"], ["p-3", "p-2"], ["p-1", "p-2", "p-3"]]) {
      const record = await stored(page);
      row(record).readers = readers;
      await refused(page, record, /approved for one reader/);
    }
    // The row once more for somebody else, with the approval beside it.
    const record = await stored(page);
    record.sharing.copies.push({ ...row(record), id: "z-4", readers: ["p-2"] });
    await refused(page, record, /not what this plan says now|You can approve a copy as Ada Okafor only/);
  }
  // Prepared for all three from the start, it cannot be approved, and there is no button for a link.
  const joint = await stored(ada);
  joint.sharing.copies.push({ ...row(joint), id: "z-5", readers: ["p-1", "p-2", "p-3"], approved_by: "", approved_role: "", approved_on: null, approved: "" });
  await store(ada, "CIN-1042", joint);
  const forged = await stored(bryn);
  Object.assign(row(forged, "z-5"), { ...row(withApproval(forged)), id: "z-5", readers: ["p-1", "p-2", "p-3"] });
  await refused(bryn, forged, /each reader needs a copy of their own/);
  const copies = await copiesPage(t, origin);
  const entryOfAll = copies.locator("article#z-5");
  assert.match(await entryOfAll.innerText(), /each reader needs a copy of their own/);
  assert.equal(await entryOfAll.getByRole("button").count(), 0);
  const made = await post(copies, `${PLAN}/copies/z-5/links`);
  assert.equal(made.status, 422);
  // Hers still opens, for her; a new link for it is the only one then.
  const again = await handOut(copies);
  const eirlys = await openCopy(t, origin, again);
  assert.match(await eirlys.evaluate(() => document.querySelector("team-around-family").shadowRoot.textContent), /This copy was made for Eirlys Pryce\./);
  const old = await visit(t, { path: link, on: origin });
  await old.getByRole("heading", { name: "Not available" }).waitFor();
  t.diagnostic([quiet(eirlys), quiet(old, /status of 404/)].join("; "));
});

test("the author does not approve, by whatever name and seal", async (t) => {
  const ada = await openPlan(t, "CIN-1042");
  await store(ada, "CIN-1042", withCopy(await recordOf(ada)));
  const prepared = await stored(ada);
  const own = { approved_by: "Ada Okafor", approved_role: "Social worker" };
  await refused(ada, withApproval(prepared), /You can approve a copy as Ada Okafor only/);
  await refused(ada, withApproval(prepared, own), /Somebody else has to approve it/);
  for (const name of ["ada okafor", "Okafor, Ada", "Ada Ọkafor"]) {
    const turned = withApproval(prepared, { ...own, prepared_by: name });
    await refused(ada, turned, /You can prepare a copy as Ada Okafor only/);
    await refused(ada, withApproval(prepared, { ...own, approved_by: name }), /You can approve a copy as Ada Okafor only/);
  }
  const bryn = await openPlan(t, "CIN-1042", { as: "bryn", on: ada.origin });
  await refused(bryn, withApproval(prepared, { approved: "0".repeat(64) }), /not what this plan says now/);
  await refused(bryn, withApproval(prepared, { approved_on: "2026-03-01" }), /Approve it again/);
  const copies = await copiesPage(t, ada.origin);
  assert.match(await entry(copies).innerText(), /Waits for approval/);
  assert.equal(await entry(copies).getByRole("button").count(), 0);
  assert.equal((await post(copies, `${PLAN}/copies/${HERS}/links`)).status, 422);
});

test("what is refused stands at its place in the form, and nothing that was typed is lost", async (t) => {
  const { ada } = await approved(t);
  await ada.reload();
  await ada.waitForFunction(() => document.getElementById("plan").record?.sharing?.copies?.length === 3);
  await ada.locator("#plan").evaluate((plan) => {
    const record = structuredClone(plan.record);
    record.sharing.copies.find(({ id }) => id === "z-3").readers = ["p-2"];
    record.plan.why = "Typed a moment before.";
    plan.record = record;
    plan.save();
  });
  const told = ada.locator(".govuk-error-summary", { hasText: "approved for one reader" });
  await told.waitFor();
  const kept = await recordOf(ada);
  assert.equal(kept.plan.why, "Typed a moment before.");
  assert.deepEqual(row(kept).readers, ["p-2"]);
  t.diagnostic((await told.innerText()).replace(/\s+/g, " "));
  quiet(ada, /status of 422/);
});

test("an address that was pasted from a report does not reach anybody", async (t) => {
  const { ada, bryn, origin } = await approved(t);
  const link = await handOut(await copiesPage(t, origin));
  const why = `A nurse wrote that she saw them at ${ADDRESS}.`;
  const pasted = {
    "an action’s text": (record) => Object.assign(record.plan.actions.find(({ id }) => id === "t-7"), { family_wording: why }) && record.sharing.choices.pop(),
    "whom to ring": (record) => (row(record).ring = `Ring, or come to ${ADDRESS.toUpperCase()}.`),
    "other words": (record) => (record.sharing.choices.at(-1).wording = `They are in 14 rhes yr  afon.`),
    "why there is a plan": (record) => (record.plan.why = why),
  };
  const before = await stored(ada);
  for (const [where, paste] of Object.entries(pasted)) {
    const record = structuredClone(before);
    paste(record);
    await store(ada, "CIN-1042", record);
    await refused(bryn, withApproval(await stored(bryn), { approved_on: "2026-03-02", approved: "1".repeat(64) }), /would give someone away/);
    const copies = await copiesPage(t, origin);
    assert.match(await entry(copies).innerText(), /Needs another look[^]*would give someone away/, where);
    assert.equal(await entry(copies).getByRole("button", { name: /^Make a link/ }).count(), 0, where);
    const made = await post(copies, `${PLAN}/copies/${HERS}/links`);
    assert.equal(made.status, 422, where);
    // What she has already is as it was approved.
    const eirlys = await openCopy(t, origin, link);
    assert.doesNotMatch(await eirlys.evaluate(() => document.querySelector("team-around-family").shadowRoot.textContent), /Rhes|afon/i, where);
  }
});

test("a reader’s browser asks for nothing but the copy, and the form is not behind the link", async (t) => {
  const { origin } = await approved(t);
  const link = await handOut(await copiesPage(t, origin));
  const asked = [];
  const eirlys = await openCopy(t, origin, link, { prepare: (page) => page.on("request", (request) => asked.push(new URL(request.url()).pathname)) });
  const own = asked.filter((path) => !path.startsWith("/package/") && !path.startsWith("/assets/"));
  assert.deepEqual(own, [link, `${link}/copy.json`]);
  for (const path of [PLAN, `${PLAN}/copies`, `${PLAN}/data.json`]) {
    const answer = await eirlys.context().request.get(origin + path, { maxRedirects: 0 });
    assert.ok([303, 401].includes(answer.status()), path);
  }
  t.diagnostic(quiet(eirlys));
});
