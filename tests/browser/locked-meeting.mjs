// A meeting's form and a report's lock as a plan's does: nothing of what was given or typed is left, and all of it
// comes back.  reliability.md L1, L4

import assert from "node:assert/strict";
import { test } from "node:test";
import { household, open, turnTo } from "./household.mjs";
import { inMemory, inPage, watched } from "./searched.mjs";
import { quiet } from "./world.mjs";

const GIVEN = "Canary-given-2b9f07";
const TYPED = "Canary-typed-c41d8e";
const CANARIES = [GIVEN, TYPED];

function record() {
  const record = household();
  record.plan.outcomes[0].what = `Efa sleeps all night, and so does ${GIVEN}.`;
  return record;
}

// Each page had a plan on it first, which was taken out: its keys are looked for too.

/** The file that an agency is given, and the form for it. */
async function report(t) {
  const meeting = await open(t, "meeting", { record: record() });
  const asked = await meeting.locator("#meeting").evaluate(async (meeting) => (await meeting.request("a-2")).text());
  assert.match(asked, new RegExp(GIVEN), "an agency is told of the outcomes");
  return open(t, "report", { record: asked, prepare: watched });
}

const FORMS = {
  meeting: {
    begin: (t) => open(t, "meeting", { record: record(), prepare: watched }),
    async type(page) {
      await turnTo(page, "Minutes");
      await page.locator("[data-act=add][data-home=decisions]").click();
      await page.locator('textarea[id^="decisions/"][id$="/what"]').fill(`We agree: ${TYPED}.`);
    },
  },
  report: {
    begin: report,
    async type(page) {
      await turnTo(page, "You and your work with the family");
      await page.getByLabel("What the agency has done since the last meeting").fill(`We met ${TYPED}.`);
    },
  },
};

for (const [name, { begin, type }] of Object.entries(FORMS)) {
  test(`a ${name} that is locked holds nothing, and every keystroke comes back`, async (t) => {
    const page = await begin(t);
    await type(page);
    const before = await inMemory(page, CANARIES);
    const seen = await inPage(page, [TYPED]);
    assert.ok(before.texts > 1 && seen.dom > 0, `the search finds what is there: ${JSON.stringify({ before, seen })}`);
    // Nothing waits for the writing here: the lock does.
    assert.equal(await page.locator(`#${name}`).evaluate((form) => form.lock()), true);
    await page.getByRole("heading", { name: "This form is locked" }).waitFor();
    const after = await inMemory(page, CANARIES);
    assert.deepEqual({ ...(await inPage(page, CANARIES)), texts: after.texts, keys: after.keys }, { dom: 0, tree: 0, texts: 0, keys: 0 });
    assert.equal(await page.locator(`#${name}`).evaluate((form) => form.record), null);
    await page.getByRole("button", { name: "Go on", exact: true }).click();
    await page.waitForFunction(([name, texts]) => {
      const text = JSON.stringify(document.getElementById(name).record);
      return texts.every((word) => text.includes(word));
    }, [name, CANARIES]);
    t.diagnostic(quiet(page));
  });
}
