// What is asked before a copy goes, and where somebody is once they have answered.  domain.md 5.3

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  button, choicesOf, copyOf, exported, focused, looked, MARED, opened, part, plan, recordOf, SAFE, seen, shoot, SIONED, told, view,
} from "./copy-view.mjs";
import { axe } from "./look.mjs";
import { goTo, quiet } from "./world.mjs";

/** Once the focus is at what is called so. */
const at = (page, name) => page.waitForFunction((name) => {
  const active = document.querySelector("team-around-plan").shadowRoot.activeElement;
  return (active?.getAttribute("aria-label") ?? active?.textContent) === name;
}, name);

const URDU = JSON.parse(await readFile(new URL("../data/family/urdu.json", import.meta.url), "utf8"));

/** A plan in which nothing gives anybody away by its words. */
function harmless(changes = {}) {
  const record = plan(changes);
  record.plan.why = SAFE;
  record.analysis.strengths = "Tia has two good friends.";
  return record;
}

test("the day of a meeting is asked about where somebody comes who must not be met, and goes with a reason or not at all", async (t) => {
  const record = harmless();
  record.attendance = [
    { id: "at-1", person: "p-dean", invited: "part", meeting: "m1" },
    { id: "at-2", person: "p-carys", invited: "part", meeting: "m1" },
  ];
  const page = await looked(t, record);
  const leaks = part(page, "look/leaks");
  await leaks.getByText("“13 April 2026, 2 pm to 3 pm” gives away when someone comes to a meeting who must be kept from this reader").waitFor();
  await leaks.getByText(/It stands in the plan at: .*‘Carys Invented’/).waitFor();
  await leaks.getByText("Think too of what can be guessed").waitFor();
  assert.equal(await leaks.locator(".ta-look__item").count(), 1);
  assert.equal(await button(page, /^Say it in other words/, leaks).count(), 0, "a day is a day in whatever words");
  assert.equal(await button(page, "I have prepared this copy").count(), 0);
  await shoot(page, "meeting-1280");
  await button(page, /^Leave it out: Meetings/, leaks).click();
  await told(page, "Left out: Meetings");
  assert.ok(!(await seen(page)).some((line) => /13 April|2 pm/.test(line)));
  await view(page).getByText("Nothing stops this copy.").waitFor();
  await button(page, /^Put it back: Meetings/).first().click();
  await button(page, /^Confirm that this reader may know it/).click();
  await page.getByLabel("Why may this reader know it?").fill("She comes to the first half, he to the second.");
  await button(page, "Confirm with this reason").click();
  await told(page, "Confirmed: Meetings");
  await view(page).getByText("Nothing stops this copy.").waitFor();
  assert.ok((await seen(page)).some((line) => line.includes("13 April 2026")));
  assert.deepEqual((await choicesOf(page)).map(({ place, decision, by }) => [place, decision, by]), [["meetings/m1", "confirm", SIONED.name]]);
  const narrow = await looked(t, record, SIONED, { viewport: { width: 320, height: 800 } });
  await shoot(narrow, "meeting-320");
  assert.deepEqual((await axe(narrow)).told, []);
  assert.equal((await recordOf(narrow)).meetings[0].on, "2026-04-13");
  t.diagnostic(`${quiet(page)}; ${quiet(narrow)}`);
});

test("signs that nobody sees turn nothing round: for who approves, in the file and in the copy", async (t) => {
  const page = await looked(t, harmless());
  const reword = async (words, language = "") => {
    await part(page, "look/goes").locator("details:not([open]) summary").first().click();
    await button(page, /^Say it in other words: The plan, Why/).click();
    await page.getByLabel("Words in this copy").fill(words);
    await page.getByLabel("Language of these words").fill(language);
    await button(page, "Use these words").click();
    await told(page, "In other words now: The plan");
  };
  await reword("They live at \u202eteertS lliM 81\u202c now. Ring 431\u200f 900\u200f 07700.");
  const words = "They live at teertS lliM 81 now. Ring 431 900 07700.";
  assert.ok((await seen(page)).includes(words));
  assert.ok((await part(page, "look/goes").innerText()).includes(words), "as it stands in the list of what goes");
  assert.ok(!/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(await view(page).evaluate((view) => view.textContent)));
  // What runs from the right by itself still does, with the marks that it needs.
  const urdu = "ٹیا اچھی طرح سوتی ہے\u200f!";
  await reword(urdu, "ur");
  const shown = page.locator("[data-copy] .ta-family p", { hasText: "ٹیا" });
  assert.deepEqual(await shown.evaluate((p) => [p.textContent, p.dir, p.lang]), [urdu, "rtl", "ur"]);
  await shoot(page, "urdu-1280");
  await button(page, "I have prepared this copy").click();
  const other = await looked(t, await recordOf(page), MARED);
  await button(other, "Approve").click();
  await told(other, "Approved.");
  for (const as of ["html", "json"]) {
    const { text } = await exported(other, { as });
    assert.ok(text.includes(urdu) && !/[\u202a-\u202e\u2066-\u2069]/.test(text), as);
  }
  t.diagnostic(`${quiet(page)}; ${quiet(other)}`);
});

test("an approval that the host refuses is led to and taken back, also where its copy is open already", async (t) => {
  const author = await looked(t, harmless());
  await button(author, "I have prepared this copy").click();
  const page = await looked(t, await recordOf(author), MARED);
  await button(page, "Approve").click();
  await told(page, "Approved.");
  await page.locator("team-around-plan").evaluate((plan) => {
    plan.addEventListener("ta-submit", ({ detail }) => detail.waitUntil(Promise.reject({
      message: "This was not stored.",
      errors: [{ place: "sharing/copies/copy-1/approved_by", message: "You wrote part of it." }, { place: "sharing/never", message: "Write it anew." }],
    })));
    plan.save();
  });
  const summary = page.locator(".govuk-error-summary");
  const how = summary.getByRole("button", { name: "To save the plan without this approval, look at the copy and choose “Take the approval back”." });
  await how.waitFor();
  await shoot(page, "refused-1280");
  // The copy is open: the focus goes to what takes the approval back.
  for (const link of [how, summary.getByRole("button", { name: "You wrote part of it." })]) {
    await link.click();
    await at(page, "Take the approval back");
  }
  // From the list, and from another page, the copy is opened.
  await page.getByRole("button", { name: "Back to the copies" }).click();
  await how.click();
  await page.locator("[data-heading=look]").waitFor();
  await page.getByRole("button", { name: "Back to the copies" }).click();
  await goTo(page, "Needs, outcomes and actions");
  await how.click();
  await page.locator("[data-heading=look]").waitFor();
  await shoot(page, "take-back-1280");
  // What is asked in the list is shown there, and the copy is put away.
  await summary.getByRole("button", { name: "Write it anew." }).click();
  await page.waitForFunction(() => document.querySelector("team-around-plan").shadowRoot.activeElement?.id === "sharing/never");
  assert.equal(await view(page).count(), 0);
  await how.click();
  await button(page, "Take the approval back").click();
  await told(page, "The approval is taken back. Save the plan.");
  assert.equal(await focused(page), "look");
  const { prepared_by, approved, approved_by, approved_on } = await copyOf(page);
  assert.deepEqual([prepared_by, approved, approved_by, approved_on], [SIONED.name, undefined, undefined, undefined]);
  await view(page).getByText("It waits for somebody else to approve it.").waitFor();
  assert.equal(await button(page, "Take the approval back").count(), 0);
  t.diagnostic(quiet(page));
});

test("the task list says what there is to do about copies, where no rule asks for anything", async (t) => {
  const record = harmless();
  const [copy] = record.sharing.copies;
  const waits = { ...copy, prepared_by: SIONED.name, prepared_on: "2026-02-02", expires_on: "2026-06-02" };
  const approved = { ...waits, approved_by: MARED.name, approved_on: "2026-02-03", approved: "0" };
  const over = { ...approved, expires_on: "2026-03-01" };
  const page = await opened(t, record, MARED);
  const tags = async (copies) => {
    await page.locator("team-around-plan").evaluate((plan, copies) => (plan.record = { ...plan.record, sharing: { copies } }), copies.map((copy, at) => ({ ...copy, id: `copy-${at + 1}` })));
    await page.locator(".govuk-task-list").first().waitFor();
    const item = page.locator(".govuk-task-list__item", { hasText: "Copies for the family" });
    return item.locator(".govuk-task-list__status span").allTextContents();
  };
  assert.deepEqual(await tags([copy]), ["Not prepared yet: 1"]);
  assert.deepEqual(await tags([waits]), ["Waiting for approval: 1"]);
  assert.deepEqual(await tags([over]), ["Last day is over: 1"]);
  assert.deepEqual(await tags([approved]), ["No open points"]);
  assert.deepEqual(await tags([{ ...waits, withdrawn_on: "2026-02-20" }]), ["No open points"]);
  assert.deepEqual(await tags([waits, approved, waits, over, copy]), ["Waiting for approval: 2", "Not prepared yet: 1", "Last day is over: 1"]);
  await shoot(page, "tasks-1280");
  await page.setViewportSize({ width: 320, height: 800 });
  await shoot(page, "tasks-320");
  assert.deepEqual((await axe(page)).told, []);
  await goTo(page, "Copies for the family");
  await page.locator(".ta-row__copy", { hasText: "Its last day was 1 March 2026" }).waitFor();
  t.diagnostic(quiet(page));
});

test("a language that is no code is said at its box, in both languages, and what was typed stays", async (t) => {
  for (const [lang, change, sentence] of [["en", /^Change/, "This is no language code. Write a short code: cy for Welsh"], ["cy", /^Newid/, "Nid cod iaith yw hwn. Ysgrifennwch god byr: cy am Gymraeg"]]) {
    const page = await opened(t, harmless(), SIONED, { lang });
    await page.locator(".ta-row__actions").getByRole("button", { name: change }).click();
    const box = page.locator('[id="sharing/copies/copy-1/language"]');
    const found = page.locator('[id="sharing/copies/copy-1/language/found"]');
    await box.fill("Polish");
    await page.keyboard.press("Tab");
    await found.getByText(sentence).waitFor();
    assert.equal(await box.inputValue(), "Polish");
    assert.equal((await copyOf(page)).language, "Polish");
    if (lang === "en") await shoot(page, "language-1280");
    await box.fill("pl");
    await found.getByText(sentence).waitFor({ state: "hidden" });
    t.diagnostic(quiet(page));
  }
});

test("what is left out is listed once, with each place where it stands", async (t) => {
  const record = harmless();
  record.network = [{ id: "k-1", name: "Morfydd Notreal" }, { id: "k-2", name: "Morfydd  Notreal" }];
  record.plan.actions.push({ id: "a4", what: "Ring Tia’s school.", outcome: "o1", owner: "q-n" });
  const page = await looked(t, record);
  const left = part(page, "look/left");
  const items = (group) => left.locator("details", { hasText: group }).locator("li").allInnerTexts();
  await part(page, "look/goes").locator("summary", { hasText: "Names, days and other facts" }).click();
  await button(page, /^Leave it out: Professionals, ‘Bethan Fictional’, (Full name|Name)/, part(page, "look/goes")).click();
  await told(page, "Left out: Professionals");
  const [own, ...others] = await items("Somebody decided to leave it out");
  assert.deepEqual(others, []);
  assert.match(own, /^Professionals, ‘Bethan Fictional’.* It would stand at: Actions, ‘See Tia at school.*; Actions, ‘Ring Tia’s school\.’/);
  assert.equal((own.match(/Put it back/g) ?? []).length, 1);
  await left.locator("summary", { hasText: "For professionals" }).click();
  const twice = (await items("For professionals")).filter((item) => item.includes("Morfydd"));
  assert.equal(twice.length, 1, "a name in two rows");
  assert.equal(twice[0].split("; ").length, 2);
  await shoot(page, "left-1280");
  t.diagnostic(quiet(page));
});

test("the file has a host’s own words in the copy’s language, as the family’s page has", async (t) => {
  const author = await looked(t, harmless({ language: "ur" }));
  await button(author, "I have prepared this copy").click();
  const page = await looked(t, await recordOf(author), MARED);
  await button(page, "Approve").click();
  await told(page, "Approved.");
  const plain = (await exported(page)).text;
  assert.ok(plain.includes('<html lang="en" dir="ltr">') && plain.includes("Why is there a plan?"), "without a table the sentences are English");
  for (const given of [URDU, JSON.stringify(URDU)]) {
    const { text } = await exported(page, { words: given });
    assert.ok(text.includes('<html lang="ur" dir="rtl">'));
    assert.ok(text.includes(`>${URDU["family.question.why"]}</h2>`) && !text.includes("Why is there a plan?"));
    assert.ok(text.includes(`<p dir="auto">${SAFE}</p>`), "what people wrote stays as it is");
  }
  // The copy itself is the same, with words or without.
  assert.equal((await exported(page, { as: "json", words: URDU })).text, (await exported(page, { as: "json" })).text);
  for (const words of [{ "family.exit": 7 }, "[", 7n]) {
    const { refused, reasons } = await page.locator("team-around-plan").evaluate(async (plan, words) => {
      const given = words === "7n" ? { "family.exit": 7n } : words;
      const error = await plan.exportFamilyCopy("copy-1", { words: given }).catch((error) => error);
      return { refused: error.message, reasons: error.reasons };
    }, typeof words === "bigint" ? "7n" : words);
    assert.match(refused, /^The table of words could not be read/);
    assert.deepEqual(reasons.map(({ code }) => code), ["table"]);
  }
  t.diagnostic(quiet(page));
});
