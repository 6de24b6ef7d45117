// The form on paper: what was typed is there to the last word, however small its box.

import assert from "node:assert/strict";
import { test } from "node:test";
import { paper } from "./paper.mjs";
import { quiet, ready, recordOf, visit } from "./world.mjs";

/** What stands on the sheets between their edges: text that runs out of a box is in the file, and on no paper. */
const onPaper = ({ sheets }) => sheets.flatMap(({ width, lines }) => lines.filter((line) => line.x >= 0 && line.x + line.width <= width).map(({ text }) => text)).join("\n");

const words = (name, count) => Array.from({ length: count }, (_, at) => `${name}${at + 1}`).join(" ");

test("a form on paper has every word that was typed, and on the screen it is as before", async (t) => {
  const page = await visit(t, { path: "/pages/bench.html?n=2" });
  const plan = await ready(page, "#plan");
  const called = plan.getByLabel("Full name", { exact: true }).first();
  const what = page.locator('[id^="plan/actions/"][id$="/what"]').first();
  await called.fill(words("named", 20));
  await what.fill(`${words("done", 400)}\n\nThe last line.`);
  const look = () => plan.evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll(".ta-form *")].map((node) => `${node.localName}.${node.className} ${node.checkVisibility()}`));
  const before = await look();
  const text = onPaper(await paper(page));
  const printed = text.split(/\s+/);
  const missing = [...words("named", 20).split(" "), ...words("done", 400).split(" "), "last"].filter((word) => !printed.includes(word));
  assert.deepEqual(missing, []);
  assert.equal(printed.filter((word) => word === "named7").length, 1, "once");
  assert.deepEqual(await look(), before);
  // What is typed afterwards is what the next sheet has.
  await called.fill("Short now");
  const again = onPaper(await paper(page));
  assert.ok(again.includes("Short now") && !again.includes("named7"));
  assert.equal((await recordOf(page, "#plan")).children[0].name, "Short now");
  t.diagnostic(quiet(page));
});

test("the same where boxes cannot grow", async (t) => {
  const page = await visit(t, { path: "/pages/bench.html?n=2" });
  const plan = await ready(page, "#plan");
  await plan.evaluate(({ shadowRoot }) => {
    const supports = CSS.supports.bind(CSS);
    CSS.supports = (...asked) => !asked.join().includes("field-sizing") && supports(...asked);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("@media print { .govuk-textarea { field-sizing: fixed; } }");
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  });
  await page.locator('[id="plan/why"]').fill(`${words("why", 300)}\n- a line\n- the last`);
  const text = onPaper(await paper(page));
  assert.deepEqual(words("why", 300).split(" ").filter((word) => !text.split(/\s+/).includes(word)), []);
  assert.ok(text.includes("- the last"));
  t.diagnostic(quiet(page));
});
