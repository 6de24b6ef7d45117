// An agency’s report there and back: asked for, written by keyboard, brought in, and decided where it differs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CHAIR, file, household, open, stand, turnTo } from "./household.mjs";
import { Keys } from "./keys.mjs";
import { quiet, recordOf } from "./world.mjs";

const TEACHER = { id: "u-2", name: "Gwenda Morfa", role: "Head of year", agency: "Ysgol Nant-y-Gof" };

const request = (page, agency) => page.locator("#meeting").evaluate(async (meeting, agency) => (await meeting.request(agency))?.text(), agency);

/** Brings a file in with the box of the page, and answers with what the form says came of it. */
async function bringIn(page, text) {
  await page.locator('[id="file/contribution"]').setInputFiles(file(text));
  const told = page.locator("[data-heading=told]");
  await told.waitFor();
  await page.waitForTimeout(100);
  const focus = await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.dataset.heading);
  assert.equal(focus, "told", "what came of it has the focus");
  return told.locator("li").allTextContents();
}

/** An envelope as the agency’s form hands it over, written without one. */
function contribution(asked, report, kind = "contribution") {
  const envelope = structuredClone(asked);
  Object.assign(envelope, { kind, made: { ...envelope.made, by: TEACHER, on: "2026-03-02" } });
  Object.assign(envelope.record.reports[0], report);
  return envelope;
}

test("a report is asked for, written by keyboard, brought in once, and listed", async (t) => {
  const page = await open(t, "meeting");
  const asked = await request(page, "a-2");
  const sent = JSON.parse(asked);
  assert.deepEqual([sent.kind, sent.document, sent.meeting, sent.agency], ["request", "report", "m-1", "a-2"]);
  assert.doesNotMatch(asked, /Tomasz|Nan Dych|Huw|Abergof|Fernhill|hearing/, "nobody whom the school need not see");

  const school = await open(t, "report", { record: asked, user: TEACHER });
  await school.evaluate(() => {
    globalThis.sent = [];
    const receipt = { id: "R-5", at: "2026-03-02T10:00:00Z", hash: "00", version: 1 };
    document.addEventListener("ta-submit", ({ detail }) => {
      globalThis.sent.push({ kind: detail.kind, text: detail.text });
      detail.waitUntil(Promise.resolve(receipt));
    });
  });
  const begun = await school.locator(".govuk-task-list__status").allTextContents();
  assert.deepEqual([...new Set(begun.map((text) => text.trim()))], ["Not started"], "what the request says, nobody has written");
  const keys = new Keys(school);
  await keys.push("You and your work with the family");
  await keys.write("Who made the report", "Gwenda Morfa");
  await keys.write("Their role", "Head of year");
  await keys.day("First day it tells about", 2, 2, 2026);
  await keys.day("Last day it tells about", 27, 2, 2026);
  await keys.write("What the agency has done since the last meeting", "Met Idris at the gate on nine mornings.");
  await keys.push("Continue");
  await keys.write("Attendance at school, nursery or college", "71% in February.");
  await keys.write("What is going well", "He stays once he is in.");
  await keys.write("What worries you", "He comes without breakfast.");
  await keys.push("Continue");
  await keys.choose("How far it has come", "No change");
  await keys.write("What shows it", "Efa yawns by ten.");
  await keys.choose("How far it has come", "Some progress");
  await keys.write("What shows it", "Nine of twenty mornings by nine.");
  await keys.write("How far things have come against the outcomes", "Slowly.");
  await keys.push("Continue");
  await keys.write("What you see", "She is tired in class.");
  await keys.write("Risk and unmet need", "Nobody walks with him on Fridays.");
  await keys.write("What the agency will do for the outcomes", "A place in the breakfast club.");
  await keys.push("Continue");
  await keys.write("The child’s views as you know them", "“I like it when the gate is open.”");
  await keys.pick("Was the report shared with the family?", "Yes");
  await keys.day("Date it was shared", 27, 2, 2026);
  await keys.write("Who shared it", "Gwenda Morfa", { tag: "input" }).catch(() => keys.write(/^Who shared it/, "Gwenda Morfa", { back: true }));
  await keys.write("What you would say to the family about it", "Idris does well once he is here.");
  await keys.push("Continue");
  await keys.push("Add an event");
  await keys.write("When it happened", "about March 2025");
  await keys.write("What happened", "Idris changed classes.", { tag: "textarea" });
  await keys.push("Done");
  await keys.push("Continue");
  await keys.push("Finish and send");
  await school.locator(".ta-receipt", { hasText: "R-5" }).waitFor();
  const [{ kind, text }] = await school.evaluate(() => globalThis.sent);
  const envelope = JSON.parse(text);
  assert.deepEqual([kind, envelope.kind, envelope.document, envelope.meeting, envelope.agency], ["contribution", "contribution", "report", "m-1", "a-2"]);
  t.diagnostic(keys.told());

  await turnTo(page, "Reports from agencies");
  const school1 = page.getByRole("listitem").filter({ hasText: "Ysgol Nant-y-Gof" }).first();
  assert.match(await school1.textContent(), /No report asked for here/);
  const before = await recordOf(page, "#meeting");
  const told = await bringIn(page, text);
  assert.match(told.join(" "), /Added: Agencies’ reports/);
  assert.match(await page.getByRole("listitem").filter({ hasText: "Ysgol Nant-y-Gof" }).first().textContent(), /The report is here/);
  await page.getByText("Brought in so far").waitFor();
  await page.getByText("Gwenda Morfa, Head of year, Ysgol Nant-y-Gof, 2 March 2026", { exact: true }).first().waitFor();
  const now = await recordOf(page, "#meeting");
  const report = now.reports[0];
  assert.deepEqual(
    [now.reports.length, report.agency, report.mode, report.author, report.education_attendance, report.period_to, report.shared_with_family],
    [1, "a-2", "written", "Gwenda Morfa", "71% in February.", "2026-02-27", "done"],
  );
  assert.deepEqual(now.reported_progress.map(({ outcome, status, note }) => [outcome, status, note]).slice(0, 2), [["o-1", "no-change", "Efa yawns by ten."], ["o-2", "some-progress", "Nine of twenty mornings by nine."]]);
  assert.equal(now.need_views[0].view, "She is tired in class.");
  assert.deepEqual(now.chronology.map(({ when, event, agencies }) => [when, event, agencies]), [["about March 2025", "Idris changed classes.", ["a-2"]]], "an event of the school’s own chronology");
  assert.deepEqual([now.people, now.plan, now.children], [before.people, before.plan, before.children], "nothing else changed");
  assert.deepEqual(await bringIn(page, text), ["This file was brought in before. Nothing was changed."]);
  assert.deepEqual(await recordOf(page, "#meeting"), now);
  t.diagnostic(quiet(page));
  t.diagnostic(quiet(school));
});

test("what differs stands side by side until a person decides, each in one of three ways", async (t) => {
  const page = await open(t, "meeting");
  const asked = JSON.parse(await request(page, "a-2"));
  const first = { author: "Gwenda Morfa", worries: "No breakfast.", going_well: "He stays.", contribution: "The club." };
  const second = { author: "Gwenda Morfa", worries: "No coat.", going_well: "He laughs.", contribution: "A coat." };
  await turnTo(page, "Reports from agencies");
  await bringIn(page, JSON.stringify(contribution(asked, first)));
  const told = await bringIn(page, JSON.stringify(contribution(asked, second)));
  assert.match(told.join(" "), /for you to decide: 3/);
  assert.deepEqual((await recordOf(page, "#meeting")).reports[0].worries, "No breakfast.", "nothing is decided silently");
  const difference = (name) => page.locator("article", { has: page.getByRole("heading", { name }) });
  const sides = await difference("What worries you").locator(".ta-sides > div").allInnerTexts();
  assert.match(sides[0], /What stands here\s+No breakfast\./);
  assert.match(sides[1], /What came in: Gwenda Morfa, Head of year, Ysgol Nant-y-Gof, 2 March 2026\s+No coat\./);
  const keys = new Keys(page);
  for (const [name, way] of [["What worries you", "Keep what stands here"], ["What is going well", "Take what came in"], ["What the agency will do for the outcomes", "Keep both"]]) {
    await keys.push(new RegExp(`^${way}: .*${name}`));
    await difference(name).getByText(`Decided: ${way}. ${CHAIR.name}`).waitFor();
  }
  const { reports, differences } = await recordOf(page, "#meeting");
  assert.deepEqual([reports[0].worries, reports[0].going_well, reports[0].contribution], ["No breakfast.", "He laughs.", "The club.\n\nA coat."]);
  assert.deepEqual(differences.map(({ decision, decided_by }) => [decision, decided_by]).sort(), [["both", CHAIR.name], ["ours", CHAIR.name], ["theirs", CHAIR.name]]);
  t.diagnostic(keys.told());
  t.diagnostic(quiet(page));
});

test("a file that is not this meeting’s gives a sentence and changes nothing", async (t) => {
  const page = await open(t, "meeting");
  const asked = JSON.parse(await request(page, "a-2"));
  const good = () => contribution(asked, { worries: "No breakfast." });
  const other = good();
  other.record.children = [{ id: "c-9", name: "Mabon Arall", date_of_birth: "2015-01-01" }];
  const stranger = good();
  stranger.agency = "a-99";
  stranger.record.reports[0].agency = "a-99";
  const files = [
    ["another child", JSON.stringify(other), /about another child/],
    ["newer", JSON.stringify({ ...good(), version: 7 }), /newer version \(7\)/],
    ["another meeting", JSON.stringify({ ...good(), meeting: "m-77" }), /meeting that is not in this record/],
    ["an unknown agency", JSON.stringify(stranger), /agency that is not in this record/],
    ["a request", JSON.stringify(asked), /not an agency’s report/],
    ["a plan", JSON.stringify({ ...good(), document: "plan", kind: "submission" }), /not an agency’s report/],
    ["not JSON", "Dear Bronwen, please find our report attached.", /not an agency’s report/],
    ["an image", "\u0089PNG\r\n\u001a\n\u0000\u0000", /not an agency’s report/],
    ["deep nesting", `{"format":"team-around","version":1,"record":${"[".repeat(9000)}${"]".repeat(9000)}}`, /more than \d+ layers/],
    ["9 MB", JSON.stringify({ ...good(), more: "x".repeat(9 * 1024 * 1024) }), /larger than 8 MB/],
    ["wrong format", JSON.stringify({ format: "calendar", version: 1, record: {} }), /not an agency’s report/],
    ["empty", "", /not an agency’s report/],
  ];
  await turnTo(page, "Reports from agencies");
  const before = await recordOf(page, "#meeting");
  for (const [name, text, sentence] of files) {
    const told = await bringIn(page, text);
    assert.equal(told.length, 1, name);
    assert.match(told[0], sentence, name);
    assert.deepEqual(await recordOf(page, "#meeting"), before, name);
    t.diagnostic(`${name}: “${told[0]}”`);
  }
  const refused = await page.locator("#meeting").evaluate((meeting) => meeting.contribute("{"));
  assert.deepEqual([refused.taken, refused.added], [false, 0]);
  assert.match(refused.message, /not an agency’s report/);
  assert.deepEqual(await recordOf(page, "#meeting"), before);
  await stand(page, "meeting", { record: before, readOnly: true });
  const shut = await page.locator("#meeting").evaluate((meeting, text) => meeting.contribute(text), JSON.stringify(good()));
  assert.deepEqual([shut.taken, shut.message], [false, "You can read this but not change it."]);
  assert.deepEqual(await recordOf(page, "#meeting"), before, "what is only read takes nothing");
  t.diagnostic(quiet(page));
});

test("a report that was begun from its request is found again after it was saved once and written on", async (t) => {
  const meeting = await open(t, "meeting");
  const asked = await request(meeting, "a-2");
  const page = await open(t, "report", { record: asked, user: TEACHER });
  const report = page.locator("#report");
  await report.evaluate((form) => form.addEventListener("ta-submit", ({ detail }) => detail.waitUntil(Promise.resolve({ id: "R-1" }))));
  const write = async (words) => {
    await turnTo(page, "You and your work with the family");
    await page.getByLabel("What the agency has done since the last meeting").fill(words);
  };
  await write("Met Idris at the gate.");
  await report.evaluate((form) => new Promise((done) => (form.addEventListener("ta-accepted", done, { once: true }), void form.save())));
  await write("Met Idris at the gate, and his mother.");
  await page.evaluate(() => (document.getElementById("report").lang = "cy"));
  await page.locator("#report .ta-form[lang=cy]").waitFor();
  await page.locator("#report .ta-kept[data-state=saved]").waitFor();
  await page.reload();
  await page.evaluate(() => document.querySelector("team-around-plan").remove());
  await stand(page, "report", { record: asked, user: TEACHER });
  await page.locator("#report .ta-kept-found").first().waitFor();
  t.diagnostic(quiet(page));
});
