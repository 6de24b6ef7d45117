// The meeting’s form: what its kind decides, what the next meeting begins with, and where it stands on a page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FAMILY, GROUP, household, open, stand, turnTo } from "./household.mjs";
import { quiet, ready, recordOf, TODAY, visit } from "./world.mjs";

const tasks = (page) => page.locator(".govuk-task-list__link").allTextContents();
const kind = (kind) => ({ ...household(), meetings: [{ ...household().meetings[0], kind }] });
const names = (page, section) => page.getByRole("region", { name: section, exact: true }).locator(".ta-line__name").allTextContents();

test("a kind with a procedure of its own says which, and shows only the first page", async (t) => {
  const said = {
    "strategy-discussion": /section 47/,
    "initial-conference": /conference procedure/,
    "review-conference": /conference procedure/,
    "looked-after-review": /independent reviewing officer/,
  };
  const page = await open(t, "meeting");
  assert.equal((await tasks(page)).length, 17);
  for (const [code, procedure] of Object.entries(said)) {
    await stand(page, "meeting", { record: kind(code) });
    const sentence = page.locator("#meeting [role=alert]");
    assert.match(await sentence.textContent(), procedure, code);
    assert.deepEqual(await tasks(page), ["The meeting"], code);
    assert.equal(await page.getByRole("button", { name: "Check your answers" }).count(), 0);
  }
  await turnTo(page, "The meeting");
  await page.getByLabel("Kind of meeting").selectOption("core-group");
  await page.getByRole("button", { name: "Back to task list" }).first().click();
  assert.equal((await tasks(page)).length, 17, "another kind, and all pages are there");
  assert.equal(await page.locator("#meeting [role=alert]").count(), 0);
  t.diagnostic(quiet(page));
});

test("each meeting answers for itself alone, and its check names no page twice", async (t) => {
  const held = household().meetings[0];
  const record = {
    ...household(),
    meetings: [{ ...held, status: "held" }, { ...held, id: "m-next", on: "2026-04-13", status: "planned", follows: held.id }],
    decisions: [{ id: "d-1", meeting: held.id, what: "Ann walks Efa to school." }],
  };
  const page = await open(t, "meeting", { record });
  const places = async (meeting) => {
    await page.evaluate((meeting) => (document.getElementById("meeting").meeting = meeting), meeting);
    await page.waitForTimeout(300);
    const found = await page.evaluate(() => document.getElementById("meeting").check().filter(({ status }) => status === "unmet"));
    return found.map(({ place }) => place);
  };
  const of = (found, id) => found.filter((place) => place.startsWith(`meetings/${id}/`));
  const first = await places(held.id);
  const next = await places("m-next");
  assert.ok(of(first, held.id).length > 3 && first.some((place) => place.startsWith("decisions/d-1")), first.join(" "));
  assert.ok(of(next, "m-next").length > 3, next.join(" "));
  assert.deepEqual([...of(first, "m-next"), ...of(next, held.id), ...next.filter((place) => place.startsWith("decisions/"))], []);
  await page.getByRole("button", { name: "Check your answers" }).click();
  const cards = await page.locator(".govuk-summary-card__title").allTextContents();
  assert.ok(cards.includes("What was said") && !cards.includes("Minutes"), cards.join(", "));
  // What stops sending is counted, and comes first.
  const weights = await page.locator(".ta-open__item .ta-finding").evaluateAll((all) => all.map(({ className }) => /--(must|safety)/.test(className)));
  const stops = weights.filter(Boolean).length;
  assert.ok(stops > 0 && stops < weights.length && weights[0], `${stops} of ${weights.length}`);
  await page.getByText(`${stops} of these stop sending. They come first.`).waitFor();
  await page.locator(".govuk-back-link").first().click();
  await turnTo(page, "Needs, outcomes and actions");
  await page.getByRole("heading", { name: "If things do not change" }).waitFor();
  t.diagnostic(quiet(page));
});

test("what agencies reported to an earlier meeting stands with that meeting alone", async (t) => {
  const { meetings: [held], ...rest } = household();
  const report = (id, meeting) => ({ id, agency: "a-2", mode: "written", meeting });
  const record = {
    ...rest,
    meetings: [{ ...held, status: "held" }, { ...held, id: "m-next", on: "2026-04-13", status: "planned", follows: held.id }],
    reports: [report("r-1", held.id), report("r-2", "m-next")],
    reported_progress: [{ id: "i-1", outcome: "o-1", note: "Then.", report: "r-1" }, { id: "i-2", outcome: "o-2", note: "Now.", report: "r-2" }, { id: "i-3", outcome: "o-3", note: "Whose?" }],
    need_views: [{ id: "v-1", need: "n-1", view: "Then.", report: "r-1" }, { id: "v-2", need: "n-2", view: "Now.", report: "r-2" }],
  };
  const page = await open(t, "meeting", { record, meeting: "m-next" });
  await turnTo(page, "Reports from agencies");
  const rows = (home) => page.locator(`#meeting [data-act=open][data-at^="${home}/"]`).evaluateAll((all) => all.map(({ dataset }) => dataset.at.split("/").at(-1)));
  assert.deepEqual([await rows("reported_progress"), await rows("need_views")], [["i-2", "i-3"], ["v-2"]]);
  assert.deepEqual((await recordOf(page, "#meeting")).reported_progress.length, 3, "and nothing is lost");
  t.diagnostic(quiet(page));
});

test("once the record was sent the next meeting is prepared in the same form, and nothing of it is asked for yet", async (t) => {
  const page = await visit(t);
  await page.evaluate(() => document.querySelector("team-around-plan").remove());
  const { meetings: [held], ...rest } = household();
  const record = { ...rest, meetings: [{ ...held, status: "held", next_on: "2026-04-13" }] };
  await stand(page, "meeting", { record, protocol: [], meeting: held.id });
  await page.evaluate(() => {
    const form = document.getElementById("meeting");
    globalThis.sent = [];
    form.addEventListener("ta-submit", ({ detail }) => {
      globalThis.sent.push([detail.kind, detail.envelope.record.meetings.length]);
      detail.waitUntil(Promise.resolve({ id: "R-1", at: "2026-03-02T10:00:00Z" }));
    });
  });
  await page.getByRole("button", { name: "Check your answers" }).click();
  await page.getByRole("button", { name: "Finish and send" }).click();
  const receipt = page.locator(".ta-receipt", { hasText: "R-1" });
  await receipt.waitFor();
  await page.locator(".govuk-back-link").first().click();
  assert.equal(await page.getByRole("button", { name: "Save", exact: true }).count(), 0, "what was sent is only shown");
  await page.getByRole("button", { name: "Prepare the next meeting" }).click();
  await page.locator("[role=status]", { hasText: "The next meeting is prepared" }).waitFor();
  assert.equal(await receipt.count(), 0, "nothing of this meeting was sent");
  await turnTo(page, "The meeting");
  await page.getByLabel("What the meeting is for").fill("To look at the mornings again.");
  assert.equal((await recordOf(page, "#meeting")).meetings[1].purpose, "To look at the mornings again.");
  // A reader of Welsh goes on where they were, and not at the receipt.
  await page.evaluate(() => (document.getElementById("meeting").lang = "cy"));
  await page.locator("#meeting .ta-form[lang=cy]").waitFor();
  assert.equal(await receipt.count(), 0);
  assert.equal(await page.locator('#meeting [id$="/purpose"]').inputValue(), "To look at the mornings again.", "and in the same meeting");
  await page.evaluate(() => document.getElementById("meeting").save());
  await page.waitForFunction(() => globalThis.sent.length === 2);
  assert.deepEqual(await page.evaluate(() => globalThis.sent), [["submission", 1], ["draft", 2]]);
  t.diagnostic(quiet(page));
});

test("a meeting of which nothing is known is called a meeting, and its state is said once", async (t) => {
  const page = await open(t, "meeting", { record: { children: household().children } });
  const head = page.locator("#meeting [data-heading=page]").locator("xpath=..");
  assert.match(await head.innerText(), /Meeting · Planned/);
  t.diagnostic(quiet(page));
});

test("what a review finds of an outcome is how far it has come in the plan", async (t) => {
  const record = { ...household(), plan: { outcomes: [{ id: "o-1", what: "Efa sleeps", status: "not-started" }] } };
  record.progress = [{ id: "pr-1", outcome: "o-1", meeting: record.meetings[0].id }];
  const page = await open(t, "meeting", { record });
  await turnTo(page, "Minutes");
  await page.locator('[id="progress/pr-1/status"]').selectOption("some-progress");
  assert.equal((await recordOf(page, "#meeting")).plan.outcomes[0].status, "some-progress");
  t.diagnostic(quiet(page));
});

test("an agency whose request was saved is shown as asked at once, and the focus stays", async (t) => {
  const page = await open(t, "meeting");
  await turnTo(page, "Reports from agencies");
  const line = page.locator(".ta-agencies__row", { hasText: "Ysgol Nant-y-Gof" });
  const before = await line.textContent();
  const file = page.waitForEvent("download");
  await line.getByRole("button").click();
  const asked = JSON.parse(await (await (await file).createReadStream()).toArray().then((parts) => Buffer.concat(parts).toString()));
  await page.waitForFunction((before) => document.getElementById("meeting").shadowRoot.querySelectorAll(".ta-agencies__row")[0].textContent !== before, before);
  const [report] = (await recordOf(page, "#meeting")).reports;
  assert.deepEqual([report.agency, report.meeting, report.mode, report.id], ["a-2", "m-1", "awaited", asked.record.reports[0].id]);
  assert.equal(await page.evaluate(() => document.getElementById("meeting").shadowRoot.activeElement?.closest(".ta-agencies__row")?.textContent.includes("Ysgol")), true);
  assert.equal(asked.record.agencies.length, 1);
  assert.equal((await recordOf(page, "#meeting")).agencies[1].information_requested_on, TODAY, "nobody is asked on which day that was");
  // Asked again, it is one report.
  await line.getByRole("button").click();
  await page.waitForTimeout(200);
  assert.equal((await recordOf(page, "#meeting")).reports.length, 1);
  await page.locator(".govuk-back-link").first().click();
  const reports = page.locator(".govuk-task-list__item", { hasText: "Reports from agencies" });
  await reports.getByText("Not here yet: 1").waitFor();
  t.diagnostic(quiet(page));
});

test("the minutes say who does what was agreed before, and by when; the plan that is still to be sent is named", async (t) => {
  const { meetings: [held], ...rest } = household();
  const meetings = [{ ...held, id: "m-0", on: "2026-02-02", status: "held", plan_agreed: "yes", sequence: 1, kind: "cin-planning" }, { ...held, follows: "m-0" }];
  const page = await open(t, "meeting", { record: { ...rest, meetings }, meeting: "m-1" });
  const strip = page.locator("#meeting .ta-timescales__name");
  assert.ok((await strip.allTextContents()).includes("Send the plan of 2 February 2026 by"), (await strip.allTextContents()).join(", "));
  await turnTo(page, "Minutes");
  const line = page.locator('[id="plan/actions/t-1"]');
  const parts = page.getByRole("navigation", { name: "Parts of this screen" });
  for (const name of ["Actions from earlier meetings, not finished", "The next meeting"]) {
    await parts.getByRole("button", { name, exact: true }).click();
    await page.waitForFunction((name) => document.getElementById("meeting").shadowRoot.activeElement?.textContent === name && document.getElementById("meeting").shadowRoot.activeElement.localName !== "button", name);
  }
  assert.match(await line.textContent(), /Olwen Brightwater · by 20 February 2026 · Overdue by 10 days/);
  await stand(page, "meeting", { record: { ...rest, meetings }, meeting: "m-0" });
  assert.ok((await strip.allTextContents()).includes("Send the plan by"));
  t.diagnostic(quiet(page));
});

test("the answers to be checked name no row of which nothing was said", async (t) => {
  const meeting = await open(t, "meeting");
  const asked = await meeting.locator("#meeting").evaluate(async (meeting) => (await meeting.request("a-2")).text());
  const page = await open(t, "report", { record: asked });
  await page.getByRole("button", { name: "Check your answers" }).click();
  await page.getByRole("button", { name: "Show all answers" }).click();
  const said = await page.locator("#report .govuk-summary-card").allInnerTexts();
  assert.doesNotMatch(said.join("\n"), /Report it came with|Outcome it|\d answers/, said.join("\n"));
  t.diagnostic(quiet(page));
});

test("a professionals’ meeting lists no family", async (t) => {
  const page = await open(t, "meeting", { record: kind("professionals") });
  await turnTo(page, "Minutes");
  const adults = await names(page, "Adults at the meeting");
  assert.deepEqual(adults, GROUP.map(([name]) => name));
  await stand(page, "meeting", { record: kind("core-group") });
  await turnTo(page, "Minutes");
  assert.deepEqual((await names(page, "Adults at the meeting")).slice(0, 4), FAMILY);
  t.diagnostic(quiet(page));
});

test("a framework gives the notes their headings", async (t) => {
  const page = await open(t, "meeting");
  await turnTo(page, "Minutes");
  const headings = () => page.locator(".ta-column > h2, .ta-column > h3, .ta-column > h4").allTextContents();
  const three = ["What are we worried about?", "What is working well?", "What needs to happen?"];
  assert.deepEqual((await headings()).slice(0, 3), three);
  const column = page.locator(".ta-column").first();
  await column.getByRole("button").click();
  await page.keyboard.type("Efa wakes at three.");
  await page.getByLabel("Framework for the discussion").selectOption("strengthening-families");
  const seven = await headings();
  assert.equal(seven.length, 8, "seven headings, and a place for the rest");
  assert.deepEqual(seven.filter((heading) => three.includes(heading)), []);
  assert.equal(await page.locator(".ta-column").last().locator("textarea").first().inputValue(), "Efa wakes at three.", "what was said stays");
  await page.getByLabel("Framework for the discussion").selectOption("signs-of-safety");
  assert.deepEqual((await headings()).slice(0, 3), three);
  assert.equal(await column.locator("textarea").first().inputValue(), "Efa wakes at three.");
  t.diagnostic(quiet(page));
});

test("the next meeting begins with what this one left, and not with who came", async (t) => {
  const record = household();
  record.plan.outcomes[2].status = "achieved";
  const page = await open(t, "meeting", { record });
  const minutes = page.locator(".govuk-task-list__item", { hasText: "Minutes" }).locator(".govuk-task-list__status");
  assert.equal(await minutes.innerText(), "Not started");
  await turnTo(page, "Minutes");
  for (const name of ["Carys Dychmygol", "Ivo Marlowe"]) await page.getByRole("group", { name, exact: true }).getByLabel("Here").check();
  await page.getByRole("group", { name: "Ivo Marlowe", exact: true }).getByLabel("Briefed").check();
  await page.locator('[id="meetings/m-1/next_on/day"]').fill("13");
  await page.locator('[id="meetings/m-1/next_on/month"]').fill("4");
  await page.locator('[id="meetings/m-1/next_on/year"]').fill("2026");
  await page.getByRole("button", { name: "Back to task list" }).first().click();
  assert.equal(await page.getByRole("button", { name: "Prepare the next meeting" }).count(), 0, "it was not held yet");
  assert.notEqual(await minutes.innerText(), "Not started", "who came is minuted");
  await turnTo(page, "Minutes");
  await page.getByRole("group", { name: "Did the meeting take place?" }).getByLabel("Held").check();
  await page.getByRole("button", { name: "Back to task list" }).first().click();
  await page.getByRole("button", { name: "Prepare the next meeting" }).click();
  await page.locator("[role=status]", { hasText: "The next meeting is prepared" }).waitFor();
  const focus = await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.dataset.heading);
  assert.equal(focus, "page", "the focus is on the heading");

  const now = await recordOf(page, "#meeting");
  const [last, next] = now.meetings;
  assert.equal(await minutes.innerText(), "Not started", "nothing of the next meeting is minuted yet");
  assert.deepEqual([now.meetings.length, next.kind, next.on, next.sequence, next.status, next.follows], [2, "cin-review", "2026-04-13", 3, "planned", "m-1"]);
  const here = (list) => list.filter((row) => row.meeting === next.id);
  assert.deepEqual(here(now.attendance).map((row) => row.person), [...household().people, ...household().professionals].map(({ id }) => id));
  assert.deepEqual(here(now.attendance).filter((row) => row.attended || row.briefed), [], "who came is not carried");
  assert.ok(here(now.attendance).every((row) => row.carried_from === last.id));
  assert.deepEqual(here(now.agenda).map(({ what, led_by }) => [what, led_by]), [["Mornings", "w-4"]]);
  assert.deepEqual(here(now.progress).map((row) => [row.outcome, row.status]), [["o-1", undefined], ["o-2", undefined]], "the open outcomes");
  assert.deepEqual(now.plan.actions, record.plan.actions, "actions stay as they are");

  await turnTo(page, "Minutes");
  assert.deepEqual(await names(page, "Actions from earlier meetings, not finished"), ["Ask for a hearing test."]);
  for (const name of ["Adults at the meeting", "Children and the meeting"]) {
    const ticked = page.getByRole("region", { name, exact: true }).locator("input:checked");
    assert.equal(await ticked.count(), 0, name);
  }
  const adults = page.getByRole("region", { name: "Adults at the meeting", exact: true });
  const marks = await adults.locator(".govuk-tag").allTextContents();
  assert.deepEqual(marks, ["From the meeting on 2 March 2026"], "said once for the whole list");
  t.diagnostic(quiet(page));
});

test("a meeting that is moved keeps its page, its lines and what was typed", async (t) => {
  const page = await open(t, "meeting");
  await turnTo(page, "Minutes");
  await page.getByRole("button", { name: "Add a decision" }).click();
  await page.keyboard.type("The plan goes on.");
  const before = await recordOf(page, "#meeting");
  await page.evaluate(() => {
    const meeting = document.getElementById("meeting");
    meeting.before(document.createElement("aside"));
    document.querySelector("aside").append(meeting);
  });
  await page.waitForTimeout(100);
  const said = page.getByRole("region", { name: "Decisions", exact: true }).getByLabel("What was decided");
  assert.equal(await said.inputValue(), "The plan goes on.");
  assert.equal(await page.locator("#meeting [data-heading=page]").textContent(), "Minutes");
  assert.deepEqual(await recordOf(page, "#meeting"), before);
  await page.evaluate(async () => {
    const meeting = document.getElementById("meeting");
    const place = meeting.parentElement;
    meeting.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    place.append(meeting);
  });
  await page.locator("#meeting .ta-form").waitFor();
  assert.deepEqual(await recordOf(page, "#meeting"), before, "away and back");
  t.diagnostic(quiet(page));
});

test("a plan and its meeting stand on one page and keep to themselves", async (t) => {
  const page = await visit(t);
  const plan = await ready(page);
  await plan.evaluate((plan, record) => Object.assign(plan, { record }), household());
  const meeting = await stand(page, "meeting", { record: household() });
  const report = await stand(page, "report", { record: household() }, { agency: "a-2", meeting: "m-1" });
  assert.equal(await report.locator("[data-heading=page]").textContent(), "Your report to the meeting");
  await meeting.getByRole("button", { name: "Minutes", exact: true }).click();
  await meeting.getByRole("button", { name: "Add a decision" }).click();
  await page.keyboard.type("Only here.");
  await plan.getByRole("button", { name: "The child or children" }).click();
  await plan.locator("[data-act=open]").first().click();
  await plan.getByLabel("Full name").fill("Efa Dychmygol-Jones");
  assert.equal((await recordOf(page, "#meeting")).decisions[0].what, "Only here.");
  assert.equal((await recordOf(page, "#meeting")).children[0].name, "Efa Dychmygol");
  assert.equal((await recordOf(page, "team-around-plan")).decisions, undefined);
  assert.equal((await recordOf(page, "team-around-plan")).children[0].name, "Efa Dychmygol-Jones");
  assert.equal(await meeting.locator("[data-heading=page]").textContent(), "Minutes");
  t.diagnostic(quiet(page));
});
