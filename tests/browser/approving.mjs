// A family's copy is prepared by one person and approved by another, in the plan's page.  domain.md 5.3, reliability.md T20

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import {
  button, choicesOf, copyOf, exported, focused, LEAK, looked, MARED, opened, part, pieces, plan, prepared, recordOf, SAFE, seen, settle,
  shoot, shots, SIONED, told, view,
} from "./copy-view.mjs";
import { axe, measure, translated } from "./look.mjs";
import { goTo, quiet, said, TODAY } from "./world.mjs";

/** The file opened by itself, as its reader opens it: the portal's page lets no text become markup. */
async function lines(page, html) {
  const blank = await page.context().newPage();
  await blank.setContent(html);
  const found = await blank.locator("main").evaluate(pieces);
  await blank.close();
  return found;
}

test("an author meets a leak, rewords it, confirms another with a reason, and may not approve it", async (t) => {
  const page = await looked(t, plan());
  assert.equal(await focused(page), "look");
  await part(page, "look/stops").getByText("Something in it would give someone away.").waitFor();
  assert.equal(await button(page, "I have prepared this copy").count(), 0);
  const leaks = part(page, "look/leaks").locator(".ta-look__item");
  assert.equal(await leaks.count(), 2);
  assert.equal(await leaks.first().locator("mark").first().textContent(), "18 Mill Street");
  await leaks.first().getByText("“18 Mill Street” gives away an address").waitFor();
  assert.equal(await button(page, /^Confirm/, leaks.first()).count(), 0, "an address is never confirmed");
  await leaks.nth(1).getByText("“Morfydd Notreal’s” gives away someone from the network").waitFor();
  await shoot(page, "leaks-1280");
  await settle(page);
  assert.deepEqual(
    (await choicesOf(page)).map(({ place, decision, wording, reason, by, copy }) => ({ place, decision, said: wording ?? reason, by, copy })),
    [
      { place: "plan/why", decision: "reword", said: SAFE, by: SIONED.name, copy: "copy-1" },
      { place: "analysis/strengths", decision: "confirm", said: "Dean walked the dogs with Tia.", by: SIONED.name, copy: "copy-1" },
    ],
  );
  assert.equal((await recordOf(page)).plan.why, LEAK, "the plan’s own words stay");
  assert.ok((await seen(page)).includes(SAFE));
  await view(page).getByText("Nothing stops this copy.").waitFor();
  await button(page, "I have prepared this copy").click();
  await told(page, "You have prepared this copy.");
  const copy = await copyOf(page);
  assert.deepEqual([copy.prepared_by, copy.prepared_on, copy.approved], [SIONED.name, TODAY, undefined]);
  await view(page).getByText("You prepared this copy. Somebody else approves it").waitFor();
  assert.equal(await button(page, "Approve").count(), 0);
  const { refused, reasons } = await exported(page);
  assert.match(refused, /Nobody has approved this copy yet\./);
  assert.ok(reasons.some(({ code }) => code === "not-approved"));
  t.diagnostic(quiet(page));
});

test("somebody else looks, sees the last day before approving, and what they saw is what the file says", async (t) => {
  const author = await prepared(t);
  const page = await looked(t, await recordOf(author), MARED);
  await view(page).getByText("Prepared by Sioned Notreal on 2 March 2026").waitFor();
  await view(page).getByText("It can be read until 2 June 2026. Nobody chose a last day").waitFor();
  const shown = await seen(page);
  assert.ok(shown.some((line) => line.includes("You can read it until Tuesday 2 June 2026.")));
  await shoot(page, "approve-1280");
  const sides = await view(page).locator(".ta-look__sides").first().evaluate((sides) => [...sides.children].map((side) => side.getBoundingClientRect().top));
  assert.equal(new Set(sides).size, 1, "what the reader sees stands beside what they do not");
  await button(page, "Approve").click();
  await told(page, "Approved. It can be read until 2 June 2026.");
  const copy = await copyOf(page);
  assert.deepEqual(
    [copy.approved_by, copy.approved_role, copy.approved_on, copy.expires_on, /^[0-9a-f]{64}-[0-9a-f]{64}$/.test(copy.approved)],
    [MARED.name, MARED.role, TODAY, "2026-06-02", true],
  );
  assert.deepEqual(await seen(page), shown);
  const html = await exported(page);
  assert.deepEqual([html.name, html.type], ["team-around-copy.html", "text/html"]);
  assert.deepEqual(await lines(page, html.text), shown, "what was shown is what goes, to the letter");
  assert.ok(!/<script|Mill Street|Carys|Morfydd Notreal lives/.test(html.text));
  const json = JSON.parse((await exported(page, { as: "json" })).text);
  assert.deepEqual([json.format, json.approval], ["team-around-family", { on: TODAY, seal: copy.approved.split("-")[0] }], "what was allowed is not the reader’s to know");
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save as a file to print").click()]);
  assert.equal(download.suggestedFilename(), "team-around-copy.html");
  assert.equal(await readFile(await download.path(), "utf8"), html.text);
  if (shots) await writeFile(`${shots}/copy.html`, html.text);
  t.diagnostic(`${shown.length} lines on the page and in the file; ${quiet(page)}`);
});

test("a change afterwards, in the plan or in the copy, needs another look, and a withdrawn copy stays so", async (t) => {
  const author = await prepared(t);
  const page = await looked(t, await recordOf(author), MARED);
  await button(page, "Approve").click();
  await told(page, "Approved.");
  // The plan is changed by somebody who writes in it.
  await page.getByRole("button", { name: "Back to the copies" }).click();
  await page.getByText("Approved by Mared Imagined on 2 March 2026").waitFor();
  await goTo(page, "Assessment and analysis");
  const danger = page.locator('[id="analysis/if_nothing_changes"]');
  await danger.fill("Tia may go on being frightened.");
  await goTo(page, "Copies for the family");
  await page.locator(".ta-row__copy button").click();
  await view(page).getByText("Approved by Mared Imagined on 2 March 2026, and changed since. It needs another look.").waitFor();
  assert.match((await exported(page)).refused, /changed after it was approved/);
  await button(page, "Approve").click();
  await told(page, "Approved.");
  // So does a decision about one thing in it.
  await part(page, "look/goes").locator("summary", { hasText: "Names, days and other facts" }).click();
  await button(page, /^Leave it out: Actions, .*Attend.*, Date it will be done by$/).first().click();
  await told(page, "Left out: Actions");
  await view(page).getByText("and changed since").waitFor();
  await button(page, /^Put it back/).first().click();
  await told(page, "Taken back: Actions");
  await view(page).getByText("Approved by Mared Imagined, Team manager, on 2 March 2026.").waitFor();
  await button(page, "Withdraw this copy").click();
  await view(page).getByText("A copy that was already given cannot be called back").waitFor();
  await button(page, "Yes, withdraw it").click();
  await told(page, "Withdrawn.");
  assert.equal((await copyOf(page)).withdrawn_on, TODAY);
  assert.match((await exported(page)).refused, /This copy was withdrawn\./);
  for (const name of ["Approve", "I have prepared this copy", "Withdraw this copy"]) assert.equal(await button(page, name).count(), 0, name);
  t.diagnostic(quiet(page));
});

test("in a page with all rows open, what is changed under the eyes of whoever approves is looked at again", async (t) => {
  const author = await prepared(t);
  const page = await looked(t, await recordOf(author), MARED);
  // A host's own script gives the plan other words behind the view.
  await page.locator("team-around-plan").evaluate((plan) => {
    const box = plan.shadowRoot.querySelector(".ta-form");
    const typed = Object.assign(document.createElement("textarea"), { id: "analysis/if_nothing_changes", value: "Tia may be hurt." });
    box.append(typed);
    typed.dispatchEvent(new Event("input", { bubbles: true }));
    typed.remove();
  });
  await button(page, "Approve").click();
  await told(page, "The copy has changed since you looked at it.");
  assert.equal((await copyOf(page)).approved, undefined);
  assert.ok((await seen(page)).includes("Tia may be hurt."), "it is shown as it is now");
  await button(page, "Approve").click();
  await told(page, "Approved.");
  t.diagnostic(quiet(page));
});

test("a child’s own words go by a choice, after asking whether that is safe", async (t) => {
  const page = await looked(t, plan());
  const words = part(page, "look/words");
  await words.getByText("I like it when it is quiet.").waitFor();
  await button(page, /^Decide about this/).click();
  await words.getByText("Say whether somebody who reads this could put the child at risk.").waitFor();
  assert.deepEqual(await choicesOf(page), []);
  await page.getByRole("radio", { name: "Yes" }).check();
  await button(page, /^Decide about this/).click();
  await told(page, "The child’s words do not go: ");
  assert.ok(!(await seen(page)).some((line) => line.includes("I like it when it is quiet.")));
  await button(page, /^Decide again/).click();
  await page.getByRole("radio", { name: "No" }).check();
  await page.getByLabel("Why do you think so?").fill("Tia asked for it.");
  await button(page, /^Decide about this/).click();
  await told(page, "The child’s words go: ");
  assert.ok((await seen(page)).some((line) => line.includes("I like it when it is quiet.")));
  const [choice] = await choicesOf(page);
  assert.deepEqual([choice.place, choice.decision, choice.risk, choice.reason], ["voices/v1", "share", "no", "Tia asked for it."]);
  t.diagnostic(quiet(page));
});

test("what is left out is counted by reason, and hints stop nothing", async (t) => {
  const page = await looked(t, plan());
  const groups = await part(page, "look/left").locator("summary").allTextContents();
  assert.ok(groups.some((group) => /^About someone this reader must not learn about: 1 place$/.test(group)), groups.join("; "));
  assert.ok(groups.some((group) => /^For named people only: \d+ places$/.test(group)), groups.join("; "));
  await part(page, "look/leaks").getByText("18 Mill Street").first().waitFor();
  await button(page, /^Leave it out: The plan/, part(page, "look/leaks")).click();
  await told(page, "Left out: The plan, Why there is a plan");
  assert.equal(await focused(page), "look/leaks/analysis/strengths", "the focus is at the next one");
  await part(page, "look/left").getByText("Somebody decided to leave it out: 1 place").waitFor();
  await button(page, /^Put it back: The plan/).click();
  await told(page, "Taken back: The plan");
  assert.equal(await focused(page), "look/leaks/plan/why", "the focus is at what was put back");
  await button(page, /^Say it in other words: The plan/, part(page, "look/leaks")).click();
  await page.getByLabel("Words in this copy").fill("The multi-agency PLO group is worried.");
  await page.getByLabel("Language of these words").fill("the language of flowers");
  await button(page, "Use these words").click();
  await part(page, "look/leaks").getByText("That is no language code.").waitFor();
  await page.getByLabel("Language of these words").fill("");
  await button(page, "Use these words").click();
  const hints = part(page, "look/goes").locator(".ta-look__hints");
  await hints.getByText("“multi-agency”: people from different services").waitFor();
  await hints.getByText("“PLO” is not explained in this copy.").waitFor();
  await button(page, /^Confirm that/).click();
  await page.getByLabel("Why may this reader know it?").fill("He knows her.");
  await button(page, "Confirm with this reason").click();
  await view(page).getByText("Nothing stops this copy.").waitFor();
  await button(page, "I have prepared this copy").waitFor();
  t.diagnostic(quiet(page));
});

test("it is all done by keyboard alone", async (t) => {
  const page = await opened(t, plan());
  const at = () => page.evaluate(() => {
    const active = document.querySelector("team-around-plan").shadowRoot.activeElement;
    return active?.getAttribute("aria-label") ?? active?.textContent?.trim() ?? "";
  });
  const tabTo = async (name) => {
    for (let press = 0; press < 120; press += 1) {
      if (name.test(await at())) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`no way to ${name} by Tab`);
  };
  await tabTo(/^Look at this copy/);
  await page.keyboard.press("Enter");
  await page.locator("[data-heading=look]").waitFor();
  await page.waitForFunction(() => document.querySelector("team-around-plan").shadowRoot.activeElement?.dataset.heading === "look");
  await tabTo(/^Say it in other words: The plan/);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("team-around-plan").shadowRoot.activeElement?.localName === "textarea");
  await page.keyboard.press("Control+A");
  await page.keyboard.type(SAFE);
  await tabTo(/^Use these words/);
  await page.keyboard.press("Enter");
  await told(page, "In other words now");
  await tabTo(/^Confirm that this reader/);
  await page.keyboard.press("Space");
  await page.waitForFunction(() => document.querySelector("team-around-plan").shadowRoot.activeElement?.localName === "textarea");
  await page.keyboard.type("He knows her.");
  await tabTo(/^Confirm with this reason/);
  await page.keyboard.press("Enter");
  await told(page, "Confirmed");
  await tabTo(/^I have prepared this copy/);
  await page.keyboard.press("Enter");
  await told(page, "You have prepared this copy.");
  await page.waitForFunction(() => document.querySelector("team-around-plan").shadowRoot.activeElement?.dataset.heading === "look");
  t.diagnostic(quiet(page));
});

test("axe finds nothing wide and narrow, in English and Welsh, and nothing is left in English", async (t) => {
  const english = await translated();
  for (const width of [1280, 320]) {
    for (const lang of ["en", "cy"]) {
      const page = await looked(t, plan({ language: lang }), SIONED, { lang, viewport: { width, height: 800 } });
      const look = async (state) => {
        const { told, inside } = await axe(page);
        assert.deepEqual(told, [], `${state} ${width} ${lang}`);
        assert.ok(inside > 20);
        const { wide, small, filled } = await page.evaluate(measure);
        assert.deepEqual({ wide, small, filled }, { wide: [], small: [], filled: [] }, `${state} ${width} ${lang}`);
      };
      await look("as it opens");
      await shoot(page, `looked-${width}-${lang}`);
      for (const summary of await view(page).locator("summary").all()) await summary.click();
      await view(page).locator(".ta-look__acts button[aria-expanded=false]").first().click();
      await view(page).locator("textarea").first().waitFor();
      await look("everything unfolded");
      await shoot(page, `unfolded-${width}-${lang}`);
      if (lang === "cy") {
        const texts = await said(page.locator("team-around-plan"));
        assert.deepEqual(texts.filter((text) => english.has(text)), []);
      }
      t.diagnostic(quiet(page));
    }
  }
});

test("a plan that can only be read shows a copy and changes nothing, and a page without a person says so", async (t) => {
  const page = await looked(t, plan(), SIONED);
  await page.locator("team-around-plan").evaluate((plan) => (plan.readOnly = true));
  await goTo(page, "Copies for the family");
  await page.locator(".ta-row__copy button").click();
  await view(page).getByText("This plan can only be read here.").waitFor();
  assert.equal(await button(page, /^(Leave it out|Say it|Confirm|Decide)/).count(), 0);
  const nobody = await looked(t, plan(), {});
  await view(nobody).getByText("This page was not told who you are").first().waitFor();
  assert.equal(await button(nobody, /^(Leave it out|Say it|Confirm|Decide|Approve|I have)/).count(), 0);
  t.diagnostic(`${quiet(page)}; ${quiet(nobody)}`);
});

test("the module that draws it comes when somebody looks, and goes from the page with the plan", async (t) => {
  const asked = [];
  const page = await opened(t, plan(), SIONED, { prepare: (page) => page.on("request", (request) => asked.push(request.url())) });
  assert.ok(!asked.some((url) => url.includes("team_around_copies")), "nobody waits for it who does not look");
  await page.locator(".ta-row__copy button").click();
  await page.locator("[data-heading=look]").waitFor();
  assert.ok(asked.some((url) => url.includes("team_around_copies_bg.wasm")));
  await page.locator("team-around-plan").evaluate((plan) => plan.lock());
  assert.ok(!(await page.locator("team-around-plan").evaluate((plan) => plan.shadowRoot.textContent)).includes("sleeps"));
  t.diagnostic(quiet(page));
});

test("where the module does not come, it is said, and the way back is there", async (t) => {
  const page = await opened(t, plan(), SIONED, { prepare: (page) => page.route("**/team_around_copies*", (route) => route.abort()) });
  await page.locator(".ta-row__copy button").click();
  await page.getByText("The copy could not be made here.").waitFor();
  await page.getByRole("button", { name: "Back to the copies" }).click();
  await page.locator(".ta-row__copy button").waitFor();
});
