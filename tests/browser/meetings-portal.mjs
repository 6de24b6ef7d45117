// A meeting in the portal: three people, an agency that has nothing but a link, and the manager.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axe } from "./look.mjs";
import { openMeeting, portalOnDays, quiet, ready, recordOf, toTasks, visit } from "./world.mjs";

const PURPOSE = "To see whether the house is safe.";
const INVOLVEMENT = "Ifan has been in school every day but one since the meeting in February.";

/** Goes from the task list to a page by its whole name. */
async function goTo(page, name) {
  await toTasks(page);
  await page.getByRole("button", { name, exact: true }).click();
  await page.locator("[data-heading=page]", { hasText: name }).waitFor();
}

const fill = async (page, sheet, place, text) => {
  await goTo(page, sheet);
  await page.locator(`[id="${place}"]`).fill(text);
  await toTasks(page);
};

const save = async (page, version) => {
  await toTasks(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  if (version) await page.locator("#sent", { hasText: `Version ${version}, sent` }).waitFor();
};

const meetingOf = (record) => record.meetings.find(({ id }) => id === "m-2");

/** The agency's entry on the meeting's page, with the list unfolded. */
async function entry(page, agency) {
  if (!(await page.locator("#reports[open]").count())) await page.locator("#reports summary").click();
  const item = page.locator("#agencies li", { hasText: agency });
  await item.waitFor();
  return item;
}

/** Asks an agency, and answers with the path of the link. */
async function ask(page, agency) {
  await (await entry(page, agency)).getByRole("button", { name: /Ask for a report|Make a new link/ }).click();
  await page.locator("#link-message", { hasText: agency }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "link");
  const link = new URL(await page.locator("#link-text").inputValue());
  assert.match(link.pathname, /^\/report\/[0-9a-f]{64}$/);
  return link.pathname;
}

/** The agency's own page, behind the link and without a sign-in. */
async function openReport(t, on, link, settings) {
  const page = await visit(t, { path: link, on, ...settings });
  await ready(page, "#report");
  return page;
}

async function writeReport(page, text) {
  await goTo(page, "You and your work with the family");
  await page.getByLabel("Who made the report").fill("Gwenllian Foulkes");
  await page.getByLabel("Their role").fill("Class teacher");
  await page.getByLabel("What the agency has done since the last meeting").fill(text);
  await toTasks(page);
}

test("three people work on one meeting, and the second of two brings the other version in", async (t) => {
  const { origin } = await portalOnDays(t);
  const ada = await openMeeting(t, origin, { as: "ada" });
  assert.match(await ada.locator("h1").innerText(), /19 March 2026/, "two weeks before the day it was written for");
  await fill(ada, "The meeting", "meetings/m-2/purpose", PURPOSE);
  await save(ada, 2);

  const dilys = await openMeeting(t, origin, { as: "dilys" });
  const bryn = await openMeeting(t, origin, { as: "bryn" });
  assert.equal(meetingOf(await recordOf(dilys, "#meeting")).purpose, PURPOSE);
  await fill(dilys, "Chair, purpose and expectations", "meetings/m-2/expected_of_group", "Everybody says what they know first.");
  await save(dilys, 3);

  await fill(bryn, "Chair, purpose and expectations", "meetings/m-2/expected_of_parents", "To say when something goes too fast.");
  await save(bryn);
  const both = bryn.locator("#conflict");
  await both.waitFor();
  const said = await both.innerText();
  assert.match(said, /Dilys Amadi, Minute-taker: version 3/);
  assert.match(said, /can be brought together/);
  await both.getByRole("button", { name: "Bring in the other version" }).click();
  await bryn.locator("#sent", { hasText: "Version 3 has been brought into the form" }).waitFor();
  const merged = meetingOf(await recordOf(bryn, "#meeting"));
  assert.equal(merged.expected_of_group, "Everybody says what they know first.");
  assert.equal(merged.expected_of_parents, "To say when something goes too fast.");
  await save(bryn, 4);

  const list = await visit(t, { path: "/plans/CIN-1042/meetings", as: "ada", on: origin });
  const first = await list.locator("#m-1").innerText();
  assert.match(first, /Held[^]*The plan was to go out by/);
  assert.match(await list.locator("#m-2").innerText(), /Being prepared/);
  await list.getByRole("link", { name: "Go to the next meeting" }).click();
  await ready(list, "#meeting");
  assert.match(list.url(), /\/meetings\/m-2$/);
  t.diagnostic(first.replace(/\s+/g, " "));
  t.diagnostic([quiet(ada), quiet(dilys), quiet(bryn, /status of 409/), quiet(list)].join("; "));
});

test("an agency is asked, answers through its link without an account, and its report is merged", async (t) => {
  const { origin } = await portalOnDays(t);
  const ada = await openMeeting(t, origin, { as: "ada" });
  const link = await ask(ada, "Ysgol Bryn Derw");
  assert.match(await ada.locator("#link-message").innerText(), /until 16 March 2026/);

  const school = await openReport(t, origin, link);
  assert.equal(await school.title(), "Report");
  const given = JSON.stringify(await recordOf(school, "#report"));
  assert.match(given, /Ifan/);
  for (const secret of ["Tunde Adeyemi", "Delyth Pryce", "01632", "Marcus", "Housing", "Address held", "CIN-1042", "by the hair"]) assert.ok(!given.includes(secret), secret);
  await writeReport(school, INVOLVEMENT);
  await school.getByRole("button", { name: "Save", exact: true }).click();
  await school.locator(".ta-receipt").waitFor();
  await school.reload();
  await ready(school, "#report");
  await school.waitForFunction((text) => JSON.stringify(document.getElementById("report").record).includes(text), INVOLVEMENT);
  assert.doesNotMatch(await (await entry(ada, "Ysgol Bryn Derw")).innerText(), /Came from/, "a draft is not a report");
  await school.locator("#report").evaluate((form) => form.submit());
  await school.locator(".ta-receipt", { hasText: "receipt number" }).waitFor();
  await school.reload();
  await ready(school, "#report");
  assert.match(await school.locator("#sent").innerText(), /^This report was sent on \d+ \w+ \d{4}, \d\d:\d\d UTC\. The form shows what was sent/);
  await school.getByRole("button", { name: "Cymraeg" }).click();
  assert.match(await school.locator("#sent").innerText(), /^Anfonwyd yr adroddiad hwn ar/);
  await school.getByRole("button", { name: "English" }).click();
  await writeReport(school, `${INVOLVEMENT} And on Monday.`);
  await school.locator("#since", { hasText: "not sent yet" }).waitFor();
  await school.locator(".ta-kept", { hasText: "Saved" }).waitFor();
  await school.reload();
  await school.locator("#since", { hasText: "not sent yet" }).waitFor();
  const foreign = await school.locator("#report").evaluate((form) => form.exportFile().text());
  const own = school.locator("#own-file");
  await own.setInputFiles({ name: "r.json", mimeType: "application/json", buffer: Buffer.from(foreign.replace(/"agency":"a-2"/g, '"agency":"a-4"')) });
  await school.locator("#problem", { hasText: "another request" }).waitFor();

  const bryn = await openMeeting(t, origin, { as: "bryn" });
  const came = await entry(bryn, "Ysgol Bryn Derw");
  assert.match(await came.innerText(), /Came from Gwenllian Foulkes, Class teacher, Ysgol Bryn Derw/);
  await came.getByRole("button", { name: "Bring it into the record" }).click();
  await bryn.locator("#told", { hasText: "not stored yet" }).waitFor();
  const report = (await recordOf(bryn, "#meeting")).reports.find(({ agency }) => agency === "a-2");
  assert.equal(report.involvement, INVOLVEMENT);
  assert.equal(report.author, "Gwenllian Foulkes");
  await save(bryn, 2);
  await bryn.getByRole("button", { name: "Look for new reports" }).click();
  await bryn.locator("#agencies li", { hasText: "It is in the record" }).waitFor();
  t.diagnostic((await came.innerText()).replace(/\s+/g, " "));
  t.diagnostic([quiet(ada), quiet(school), quiet(bryn)].join("; "));
});

test("an agency is asked with a file, answers on a page that knows nothing, and its file is brought in", async (t) => {
  const { origin } = await portalOnDays(t);
  const ada = await openMeeting(t, origin, { as: "ada" });
  await goTo(ada, "Reports from agencies");
  const [asked] = await Promise.all([
    ada.waitForEvent("download"),
    ada.locator(".ta-agencies__row", { hasText: "Ysgol Bryn Derw" }).getByRole("button").first().click(),
  ]);

  const school = await visit(t, { path: "/report", on: origin });
  const box = school.locator("#own-file");
  await box.setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Dear school") });
  await school.locator("#problem", { hasText: "no request for a report" }).waitFor();
  await box.setInputFiles(await asked.path());
  await ready(school, "team-around-report");
  assert.equal(await school.locator("#problem").innerText(), "");
  await writeReport(school, INVOLVEMENT);
  const answer = async (press) => {
    const [file] = await Promise.all([school.waitForEvent("download"), press()]);
    return { name: file.suggestedFilename(), path: await file.path() };
  };
  const begun = await answer(() => school.getByRole("button", { name: "Save", exact: true }).click());
  assert.equal(begun.name, "report-not-finished-ysgol-bryn-derw.json");
  await school.locator("#opened", { hasText: "to go on" }).waitFor();

  // On another device: the unfinished file goes on where it was left.
  const other = await visit(t, { path: "/report", on: origin });
  await other.locator("#own-file").setInputFiles(begun.path);
  await ready(other, "team-around-report");
  assert.equal((await recordOf(other, "team-around-report")).reports[0].involvement, INVOLVEMENT);

  // Another agency's request in the same browser: nothing of the first is shown there.
  await ada.locator(".ta-agencies__row", { hasText: "Abercastell Housing" }).getByRole("button").first().waitFor();
  const [second] = await Promise.all([ada.waitForEvent("download"), ada.locator(".ta-agencies__row", { hasText: "Abercastell Housing" }).getByRole("button").first().click()]);
  const beside = await school.context().newPage();
  await beside.goto(`${new URL(school.url()).origin}/report`);
  await beside.route("**/words.cy.js", (route) => route.abort());
  await beside.locator("#language").click();
  await beside.locator("#own-file").setInputFiles(await second.path());
  await ready(beside, "team-around-report");
  await beside.waitForTimeout(800);
  assert.equal(await beside.locator(".ta-kept-found").count(), 0);
  assert.doesNotMatch(await beside.locator("team-around-report").innerText(), /Bryn Derw ·/);
  await beside.close();

  // Where no store keeps anything, another file does not take the place of what was written.
  const prepare = (page) => page.addInitScript(() => {
    for (const store of ["indexedDB", "localStorage"]) Object.defineProperty(globalThis, store, { get() { throw new DOMException("no", "SecurityError"); } });
  });
  const denied = await visit(t, { path: "/report", on: origin, prepare });
  await denied.locator("#own-file").setInputFiles(await asked.path());
  await ready(denied, "team-around-report");
  await writeReport(denied, INVOLVEMENT);
  await denied.locator("#own-file").setInputFiles(await second.path());
  await denied.locator("#problem", { hasText: "Save that report as a file first" }).waitFor();
  assert.equal((await recordOf(denied, "team-around-report")).reports[0].involvement, INVOLVEMENT);

  const done = await answer(() => school.locator("team-around-report").evaluate((form) => void form.submit()));
  assert.equal(done.name, "report-ysgol-bryn-derw.json");
  await school.locator("#opened", { hasText: "Nothing was sent" }).waitFor();
  assert.equal(await school.evaluate(() => document.activeElement.id), "opened");
  assert.deepEqual((await axe(school)).told, []);
  // Where others use the device, nothing of it stays there.
  await school.locator("#remove").click();
  await school.locator("#opened", { hasText: "keeps nothing of the report" }).waitFor();
  await school.locator("#own-file").setInputFiles(await asked.path());
  await ready(school, "team-around-report");
  await school.waitForTimeout(500);
  assert.equal((await recordOf(school, "team-around-report")).reports[0].involvement ?? "", "");

  await ada.locator('[id="file/contribution"]').setInputFiles(done.path);
  await ada.locator("[data-heading=told]").waitFor();
  const report = (await recordOf(ada, "#meeting")).reports.find(({ agency }) => agency === "a-2");
  assert.equal(report.involvement, INVOLVEMENT);
  t.diagnostic([quiet(ada), quiet(school), quiet(other)].join("; "));
});

test("a link that was closed, is too old or was never there opens one and the same page", async (t) => {
  const { origin, move } = await portalOnDays(t);
  const ada = await openMeeting(t, origin, { as: "ada" });
  const links = { old: await ask(ada, "Ysgol Bryn Derw"), closed: await ask(ada, "Abercastell Housing") };
  const school = await openReport(t, origin, links.closed);
  await (await entry(ada, "Abercastell Housing")).getByRole("button", { name: "Close the link" }).click();
  await ada.locator("#told", { hasText: "is closed" }).waitFor();
  await writeReport(school, INVOLVEMENT);
  await school.getByRole("button", { name: "Save", exact: true }).click();
  await school.getByText("This link does not open anything now").first().waitFor();
  assert.match(JSON.stringify(await recordOf(school, "#report")), /every day but one/, "nothing typed is lost");
  quiet(school, /status of 404/);

  const later = await move("2026-03-17");
  const said = [];
  for (const link of [links.old, links.closed, `/report/${"0".repeat(64)}`]) {
    const page = await visit(t, { path: link, on: later });
    said.push(await page.evaluate(() => document.documentElement.outerHTML));
    quiet(page, /status of 404/);
  }
  assert.match(said[0], /This link does not open anything/);
  assert.deepEqual(new Set(said).size, 1);
});

test("what people thought of the meeting reaches the manager without names and stays out of the plan", async (t) => {
  const { origin } = await portalOnDays(t);
  const dilys = await openMeeting(t, origin, { as: "dilys" });
  await goTo(dilys, "Feedback");
  await dilys.getByRole("button", { name: "Add feedback" }).click();
  await dilys.getByLabel("A professional", { exact: true }).check();
  await dilys.getByLabel("What would make the next meeting better?").fill("Fewer papers.");
  await save(dilys, 2);
  const stored = await dilys.evaluate(async () => (await fetch("/plans/CIN-1042/data.json")).text());
  assert.ok(!stored.includes("Fewer papers."));

  const bryn = await visit(t, { path: "/plans", as: "bryn", on: origin });
  await bryn.getByRole("link", { name: "Feedback on meetings" }).click();
  const said = await bryn.locator("main").innerText();
  assert.match(said, /meeting of 19 March 2026[^]*Fewer papers\./);
  assert.doesNotMatch(said, /Dilys/);
  const [download] = await Promise.all([bryn.waitForEvent("download"), bryn.getByRole("link", { name: "Download as a file" }).click()]);
  assert.equal(download.suggestedFilename(), "team-around-feedback.json");
  t.diagnostic([quiet(dilys), quiet(bryn)].join("; "));
});

test("axe finds nothing on the meeting’s pages, and nothing scrolls sideways at 320 pixels", async (t) => {
  const { origin } = await portalOnDays(t);
  const settings = { viewport: { width: 320, height: 640 } };
  const ada = await openMeeting(t, origin, { as: "ada", ...settings });
  const link = await ask(ada, "Ysgol Bryn Derw");
  const pages = {
    "a meeting with a link": ada,
    "a report": await openReport(t, origin, link, settings),
    "a link that opens nothing": await visit(t, { path: "/report/0", on: origin, ...settings }),
    "the meetings": await visit(t, { path: "/plans/CIN-1042/meetings", as: "ada", on: origin, ...settings }),
    "the feedback": await visit(t, { path: "/feedback", as: "bryn", on: origin, ...settings }),
    "a meeting by itself": await visit(t, { path: "/pages/meeting.html", on: origin, ...settings }),
    "a report by itself": await visit(t, { path: "/pages/report.html", on: origin, ...settings }),
  };
  for (const [name, page] of Object.entries(pages)) {
    const element = page.locator("team-around-meeting, team-around-report");
    if (await element.count()) await element.locator(".ta-form").waitFor();
    assert.deepEqual((await axe(page)).told, [], name);
    assert.ok((await page.evaluate(() => document.scrollingElement.scrollWidth)) <= 320, name);
    quiet(page, /status of 404/);
  }
  t.diagnostic(Object.keys(pages).join(", "));
});
