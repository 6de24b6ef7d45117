// The element among a host’s own things: properties, events, moves, forms.

import assert from "node:assert/strict";
import { test } from "node:test";
import { LEFT_OPEN, nearlyComplete } from "./plans.mjs";
import { goTo, openPlan, quiet, ready, recordOf, TODAY, visit } from "./world.mjs";

const RECORD = { document: { reference: "CIN-3001" }, children: [{ id: "c-1", name: "Nia Invented" }] };

test("two elements on one page keep to themselves, though the module is imported twice", async (t) => {
  const page = await visit(t, { path: "/pages/two.html" });
  const english = await ready(page, "#english");
  const welsh = await ready(page, "#welsh");
  await english.locator(".govuk-task-list__link").first().click();
  await english.locator("[data-act=add]").click();
  await english.getByLabel("Full name").fill("Nia Invented");
  assert.equal(await welsh.locator("[data-heading=page]").textContent(), "Rhestr dasgau");
  await welsh.locator(".govuk-task-list__link").first().click();
  await welsh.locator("[data-act=add]").click();
  await welsh.locator(".ta-row--open input").first().fill("Idris Dychmygol");
  assert.deepEqual((await recordOf(page, "#english")).children.map((child) => child.name), ["Nia Invented"]);
  assert.deepEqual((await recordOf(page, "#welsh")).children.map((child) => child.name), ["Idris Dychmygol"]);
  const again = await page.evaluate(async () => {
    const known = customElements.get("team-around-plan");
    await import("/package/team-around.js?once-more");
    return known === customElements.get("team-around-plan");
  });
  assert.ok(again);

  await page.locator("#move").click();
  const box = english.getByLabel("Full name");
  assert.equal(await box.inputValue(), "Nia Invented", "what was typed moved with it");
  await box.fill("Nia Invented-Jones");
  assert.equal((await recordOf(page, "#english")).children[0].name, "Nia Invented-Jones");
  t.diagnostic(quiet(page));
});

test("a page of very many boxes is one form to the browser, and on others each group is its own", async (t) => {
  for (const [n, one] of [[2, false], [60, true]]) {
    const page = await visit(t, { path: `/pages/bench.html?n=${n}` });
    const plan = await ready(page, "#plan");
    const forms = await plan.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll("form")].map((form) => [form.method, form.querySelectorAll("form").length]));
    assert.equal(forms.length === 1, one, `${forms.length} forms with ${n} actions`);
    assert.deepEqual(forms.filter(([method, within]) => method !== "dialog" || within > 0), [], "none within another, and nothing to send");
    assert.equal(await plan.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll(".govuk-form-group :is(input, select, textarea)[id*=\"/\"]")].filter((box) => !box.form).length), 0);
    const name = plan.getByLabel("Full name", { exact: true }).first();
    await name.fill("Sam Invented");
    await name.press("Enter");
    assert.equal(await name.inputValue(), "Sam Invented");
    assert.equal(new URL(page.url()).search, `?n=${n}`);
    t.diagnostic(quiet(page));
  }
});

test("what the host changes leaves the person where they are: another language, and a form to be read", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  await goTo(page, "Needs, outcomes and actions");
  await page.locator('[data-act=open][data-at="plan/actions/t-5"]').click();
  const what = page.locator('[id="plan/actions/t-5/what"]');
  await what.fill("Agree who watches over contact, and when.");
  await what.evaluate((box) => box.setSelectionRange(5, 5));
  const set = (settings) => page.locator("#plan").evaluate((plan, settings) => Object.assign(plan, settings), settings);
  const focused = () => page.evaluate(() => document.getElementById("plan").shadowRoot.activeElement?.id);
  await set({ lang: "cy" });
  await page.locator(".ta-form[lang=cy]").waitFor();
  assert.equal(await page.locator("[data-heading=page]").textContent(), "Anghenion, canlyniadau a chamau gweithredu");
  assert.equal(await focused(), "plan/actions/t-5/what");
  await page.keyboard.type("together ");
  assert.equal(await what.inputValue(), "Agreetogether  who watches over contact, and when.");
  // A host's own button keeps the focus.
  await page.evaluate(() => document.querySelector("#plan").before(Object.assign(document.createElement("button"), { id: "switch", textContent: "English" })));
  await page.locator("#switch").focus();
  await set({ lang: "en" });
  await page.locator(".ta-form[lang=en]").waitFor();
  assert.equal(await page.locator("[data-heading=page]").textContent(), "Needs, outcomes and actions");
  assert.ok(await what.isVisible());
  assert.equal(await page.evaluate(() => document.activeElement.id), "switch");
  await set({ readOnly: true });
  await page.locator('[id="plan/actions/t-5/what"]:disabled, [id="plan/actions/t-5/what"][readonly]').waitFor();
  t.diagnostic(quiet(page));
});

test("each page of a plan and of a meeting is the page afterwards, whether it has a box or not", async (t) => {
  for (const [path, name, title] of [["/pages/plain.html", "team-around-plan", "Task list"], ["/pages/meeting.html", "team-around-meeting", "Prepare and record this meeting"]]) {
    const page = await visit(t, { path });
    const form = await ready(page, name);
    await form.evaluate((form, record) => {
      form.setAttribute("drafts", "off");
      form.record = record;
    }, { ...RECORD, plan: { needs: [{ id: "n-1", what: "Sleep" }] }, meetings: [{ id: "m-1", kind: "core-group", on: "2026-03-02" }] });
    const heading = () => form.locator("[data-heading=page]").textContent();
    const links = form.locator(".govuk-task-list__link");
    await links.first().waitFor();
    const pages = (await links.allTextContents()).length;
    assert.ok(pages > 10, `${pages} pages`);
    for (let at = 0; at <= pages; at += 1) {
      if (at < pages) await links.nth(at).click();
      else await form.getByRole("button", { name: "Check your answers" }).click();
      const before = await heading();
      assert.notEqual(before, title);
      await form.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll(".ta-form :is(input, textarea, select)")].at(-1)?.focus());
      for (const readOnly of [true, false]) {
        await form.evaluate((form, readOnly) => Object.assign(form, { readOnly }), readOnly);
        await page.waitForFunction(([name, readOnly]) => document.querySelector(name).readOnly === readOnly, [name, readOnly]);
        // Whoever only reads has nothing to check.
        const now = readOnly && before === "Check your answers" ? "The answers" : before;
        assert.equal(await heading(), now, readOnly ? "to be read" : "to be written in again");
      }
      await form.locator(".govuk-back-link").first().click();
      assert.equal(await heading(), title);
    }
    t.diagnostic(quiet(page));
  }
});

test("where another record comes while the words of another language do, nothing of the one before stands in its boxes", async (t) => {
  let go;
  const held = new Promise((resolve) => (go = resolve));
  const page = await visit(t, { path: "/pages/bench.html?n=2", prepare: (page) => page.route("**/words.cy.js", async (route) => (await held, route.continue())) });
  const plan = await ready(page, "#plan");
  await plan.evaluate((plan) => plan.setAttribute("drafts", "off"));
  const why = page.locator('[id="plan/why"]');
  await why.fill("Words about one child.");
  await plan.evaluate((plan) => (plan.lang = "cy"));
  await page.waitForTimeout(50);
  await plan.evaluate((plan) => (plan.record = { plan: { why: "Words about another." } }));
  go();
  await page.locator(".ta-form[lang=cy]").waitFor();
  assert.equal(await why.inputValue(), "Words about another.");
  t.diagnostic(quiet(page));
});

test("what was typed just before the host set another language is told of all the same", async (t) => {
  const page = await visit(t, { path: "/pages/bench.html?n=2" });
  const plan = await ready(page, "#plan");
  await page.waitForTimeout(500);
  await plan.evaluate((plan) => {
    plan.addEventListener("ta-change", ({ detail }) => (globalThis.told ??= []).push(JSON.parse(detail.text).plan.why));
  });
  await page.locator('[id="plan/why"]').fill("So that mornings are calm.");
  await plan.evaluate((plan) => (plan.lang = "cy"));
  await page.waitForFunction(() => globalThis.told?.length);
  await page.waitForTimeout(500);
  assert.deepEqual(await page.evaluate(() => globalThis.told), ["So that mornings are calm."]);
  // Of another record nothing was typed.
  await page.locator('[id="plan/why"]').fill("So that evenings are.");
  await plan.evaluate((plan) => (plan.record = { plan: { why: "Words about another." } }));
  await page.waitForTimeout(700);
  assert.equal(await page.evaluate(() => globalThis.told.length), 1);
  t.diagnostic(quiet(page));
});

test("in the document of a frame it looks as it did, and has what was typed", async (t) => {
  const page = await visit(t, { path: "/pages/bench.html?n=2" });
  const plan = await ready(page, "#plan");
  await page.locator('[id="plan/why"]').fill("Typed before.");
  const looks = () => plan.evaluate((plan) => {
    const { paddingTop, fontFamily } = getComputedStyle(plan.shadowRoot.querySelector(".govuk-textarea"));
    return { paddingTop, fontFamily, sheets: plan.shadowRoot.adoptedStyleSheets.length };
  });
  const before = await looks();
  const sought = await plan.evaluateHandle((plan) => plan);
  await sought.evaluate((plan) => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    frame.contentDocument.body.append(plan);
  });
  await sought.evaluate(({ shadowRoot }) => new Promise((done) => setTimeout(() => done(shadowRoot), 500)));
  const after = await sought.evaluate((plan) => {
    const box = plan.shadowRoot.querySelector(".govuk-textarea");
    const { paddingTop, fontFamily } = plan.ownerDocument.defaultView.getComputedStyle(box);
    return { looks: { paddingTop, fontFamily, sheets: plan.shadowRoot.adoptedStyleSheets.length }, why: plan.record.plan.why };
  });
  assert.deepEqual(after, { looks: before, why: "Typed before." });
});

test("an element that is moved keeps its page, its open row and what was typed", async (t) => {
  const page = await openPlan(t, "CIN-1042");
  await goTo(page, "Needs, outcomes and actions");
  await page.locator('[data-act=open][data-at="plan/actions/t-5"]').click();
  const what = page.locator('[id="plan/actions/t-5/what"]');
  await what.fill("Agree who watches over contact, and when.");
  await page.evaluate(() => {
    const plan = document.getElementById("plan");
    plan.before(document.createElement("aside"));
    document.querySelector("aside").appendChild(plan);
  });
  await page.waitForTimeout(100);
  assert.equal(await what.inputValue(), "Agree who watches over contact, and when.");
  assert.equal(await page.locator("[data-heading=page]").textContent(), "Needs, outcomes and actions");
  await what.press("End");
  await what.pressSequentially(" By Friday.");
  assert.equal((await recordOf(page)).plan.actions[4].what, "Agree who watches over contact, and when. By Friday.");

  const before = await recordOf(page);
  await page.evaluate(() => {
    globalThis.away = document.getElementById("plan");
    globalThis.place = globalThis.away.parentElement;
    globalThis.away.remove();
  });
  await page.waitForTimeout(50);
  const kept = await page.evaluate(() => {
    const { record } = globalThis.away;
    globalThis.place.append(globalThis.away);
    return record;
  });
  await ready(page);
  assert.deepEqual(kept, before, "while it is away");
  assert.deepEqual(await recordOf(page), before, "once it is back");
  await goTo(page, "Needs, outcomes and actions");
  await page.locator('[data-act=open][data-at="plan/actions/t-5"]').click();
  assert.equal(await what.inputValue(), "Agree who watches over contact, and when. By Friday.");
  t.diagnostic(quiet(page));
});

test("properties that were set before the module came are taken over", async (t) => {
  const page = await visit(t, { path: "/pages/index.html" });
  const told = await page.evaluate(async ([record, today]) => {
    const plan = document.createElement("team-around-plan");
    Object.assign(plan, { record, today, protocol: ["hampshire-cin-2018"], user: { id: "u-1", name: "Ada Okafor" } });
    const events = [];
    for (const name of ["ta-ready", "ta-findings", "ta-change"]) document.addEventListener(name, () => events.push(name));
    document.querySelector("main").append(plan);
    await import("/package/team-around.js");
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { record: plan.record, own: Object.keys(plan), events };
  }, [RECORD, TODAY]);
  assert.equal(told.record.children[0].name, "Nia Invented");
  assert.deepEqual(told.own, [], "no property hides the element’s own");
  assert.deepEqual(told.events, ["ta-ready", "ta-findings"], "nothing changed by opening it");
  t.diagnostic(quiet(page));
});

test("the record read back is what was typed, and says so once it is quiet", async (t) => {
  const page = await visit(t, { path: "/pages/plain.html" });
  await ready(page);
  await page.evaluate(([record, today]) => {
    const plan = document.querySelector("team-around-plan");
    Object.assign(plan, { today, record });
    globalThis.told = [];
    for (const name of ["ta-change", "ta-findings"]) plan.addEventListener(name, ({ type, detail }) => globalThis.told.push([type, detail.text ?? detail.findings.length, detail.stopping]));
  }, [RECORD, TODAY]);
  await goTo(page, "The child or children");
  await page.locator("[data-act=open]").first().click();
  const typed = "  “Nia” <b>O'Shea</b> & Söhne \\ 한글 ‮x‬ ";
  await page.getByLabel("Full name").pressSequentially(" and");
  await page.getByLabel("Full name").fill(typed);
  await page.waitForFunction(() => globalThis.told.some(([name]) => name === "ta-change"));
  const record = await recordOf(page);
  assert.equal(record.children[0].name, typed);
  const told = await page.evaluate(() => globalThis.told);
  const changes = told.filter(([name]) => name === "ta-change");
  assert.ok(changes.length <= 2, `${changes.length} events for a burst of keys`);
  assert.deepEqual(JSON.parse(changes.at(-1)[1]), record);
  const findings = told.filter(([name]) => name === "ta-findings").at(-1);
  assert.ok(findings[1] > 5 && findings[2] > 5, "findings and how many of them stop");
  t.diagnostic(`${JSON.stringify(record.children[0].name)}; ${quiet(page)}`);
});

/** A page with a record that nothing stops but one point, and a host that does as it is told. */
async function hosted(t, path = "/pages/plain.html") {
  const seed = await openPlan(t, "CIN-1042");
  const record = nearlyComplete(await recordOf(seed));
  const page = await visit(t, { path });
  await ready(page);
  await page.evaluate(([record, today]) => {
    const plan = document.querySelector("team-around-plan");
    const user = { id: "ada", name: "Ada Okafor", role: "Social worker", agency: "Children's Services" };
    Object.assign(plan, { today, user, protocol: ["hampshire-cin-2018", "calderdale-meetings-2017"], record });
    globalThis.told = [];
    globalThis.host = {};
    for (const name of ["ta-before-submit", "ta-submit", "ta-accepted", "ta-rejected"])
      document.addEventListener(name, (event) => {
        const { kind, envelope, text, receipt, message } = event.detail;
        globalThis.told.push({ name, kind, envelope, text, receipt, message, cancelable: event.cancelable, composed: event.composed });
        globalThis.host[name]?.(event);
      });
  }, [record, TODAY]);
  const told = () => page.evaluate(() => globalThis.told.splice(0));
  const answer = async () => {
    await goTo(page, "Needs, outcomes and actions");
    await page.locator('[data-act=open][data-at="plan/outcomes/o-4"]').click();
    for (const [part, value] of [["day", "22"], ["month", "5"], ["year", "2026"]]) await page.locator(`[id="${LEFT_OPEN.place}/${part}"]`).fill(value);
  };
  return { page, told, answer };
}

test("a host stops, refuses and takes what is sent", async (t) => {
  const { page, told, answer } = await hosted(t);
  await answer();
  await page.locator(".govuk-back-link").click();
  await page.getByRole("button", { name: "Check your answers" }).click();
  const send = page.getByRole("button", { name: "Finish and send" });

  await page.evaluate(() => (globalThis.host = { "ta-before-submit": (event) => event.preventDefault() }));
  await send.click();
  await page.waitForTimeout(50);
  assert.deepEqual((await told()).map(({ name, cancelable, composed }) => [name, cancelable, composed]), [["ta-before-submit", true, true]]);
  assert.ok(await send.isEnabled());

  await page.evaluate(() => {
    const refusal = {
      message: "Bryn Parry has left. Choose somebody else.",
      errors: [{ place: "meetings/m-1/chair", message: "This person is not on the list of chairs." }, { place: "", message: "The office is shut." }],
    };
    globalThis.host = { "ta-submit": (event) => event.detail.waitUntil(new Promise((_, reject) => setTimeout(reject, 300, refusal))) };
  });
  await send.evaluate(async (send) => {
    for (let press = 0; press < 3; press += 1) {
      send.click();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  const summary = page.locator(".govuk-error-summary");
  await summary.waitFor();
  assert.match(await summary.textContent(), /Bryn Parry has left.*not on the list of chairs.*The office is shut/);
  const refused = await told();
  const once = ["ta-before-submit", "ta-submit", "ta-rejected"].map((name) => [name, "submission"]);
  assert.deepEqual(refused.map(({ name, kind }) => [name, kind]), once, "three presses in a hurry send once");
  const [, { text, envelope }] = refused;
  assert.deepEqual(JSON.parse(text), envelope);
  assert.equal(envelope.kind, "submission");
  assert.deepEqual(envelope.made.by, { id: "ada", name: "Ada Okafor", role: "Social worker", agency: "Children's Services" });
  assert.equal(envelope.made.on, TODAY);
  const focused = await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.dataset.heading);
  assert.equal(focused, "summary", "what the host refused takes the focus");
  assert.ok(await send.isEnabled());
  await summary.getByRole("button", { name: "not on the list of chairs" }).click();
  await page.waitForTimeout(50);
  assert.equal(await page.evaluate(() => document.activeElement.shadowRoot.activeElement.id), "meetings/m-1/chair");

  await page.evaluate(() => {
    const receipt = { id: "R-17", at: "2026-03-02T10:00:00Z", hash: "00", version: 2 };
    globalThis.host = { "ta-submit": (event) => event.detail.waitUntil(Promise.resolve(receipt)) };
  });
  await page.locator(".govuk-back-link").click();
  await page.getByRole("button", { name: "Check your answers" }).click();
  await send.click();
  await page.locator(".ta-receipt", { hasText: "R-17" }).waitFor();
  assert.equal(await summary.count(), 0, "the refusal is gone");
  assert.deepEqual((await told()).map(({ name, receipt }) => [name, receipt?.id]), [["ta-before-submit", undefined], ["ta-submit", undefined], ["ta-accepted", "R-17"]]);
  assert.equal(await send.count(), 0, "what was sent is not sent again");
  t.diagnostic(quiet(page));
});

test("in a form the element is a field: its value is the envelope, and it is invalid while something stops", async (t) => {
  const { page, answer } = await hosted(t, "/pages/form.html");
  const state = () => page.evaluate(() => {
    const form = document.getElementById("form");
    const plan = document.querySelector("team-around-plan");
    const data = new FormData(form);
    return { names: [...data.keys()], value: data.get("plan"), form: form.checkValidity(), plan: plan.matches(":invalid") };
  });
  const before = await state();
  assert.deepEqual(before.names, ["case", "plan"]);
  const envelope = JSON.parse(before.value);
  assert.deepEqual([envelope.format, envelope.version, envelope.kind], ["team-around", 1, "draft"]);
  assert.ok(envelope.findings.some(({ rule, place }) => rule === LEFT_OPEN.rule && place === LEFT_OPEN.place));
  assert.deepEqual([before.form, before.plan], [false, true]);

  await answer();
  await page.waitForFunction(() => document.getElementById("form").checkValidity());
  const after = await state();
  assert.equal(JSON.parse(after.value).record.plan.outcomes[3].target_date, "2026-05-22");
  assert.deepEqual([after.form, after.plan], [true, false]);

  await page.getByRole("button", { name: "Send the form" }).click();
  assert.match(await page.locator("#sent").textContent(), /plan = \{"format":"team-around"/);
  await page.getByRole("button", { name: "Reset the form" }).click();
  // What was kept on the device goes first; then the form is as the host gave it.
  await page.waitForFunction(() => !document.querySelector("team-around-plan").record.plan.outcomes[3].target_date);
  t.diagnostic(`an envelope of ${after.value.length} characters; ${quiet(page)}`);
});
