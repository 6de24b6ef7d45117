// Somebody walks in: what is on the screen, and what is read out, tells nothing of a plan.

import assert from "node:assert/strict";
import { test } from "node:test";
import { COPY, FAMILY, focused, give, main, opened, write, WRITTEN } from "./reader.mjs";
import { quiet } from "./world.mjs";

/** What is read out, whether the rest is covered, and what the host has on its page. */
async function seen(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  await client.detach();
  const names = nodes.filter(({ ignored, role }) => !ignored && !["RootWebArea", "InlineTextBox", "StaticText"].includes(role.value));
  const covered = await page.evaluate(() => {
    const root = document.querySelector("team-around-family").shadowRoot;
    const points = [10, innerHeight / 2, innerHeight - 10].flatMap((y) => [10, innerWidth / 2, innerWidth - 10].map((x) => [x, y]));
    return points.every(([x, y]) => root.elementFromPoint(x, y)?.closest(".ta-family__cover"));
  });
  return { told: names.map(({ name }) => name?.value).filter(Boolean), covered, text: (await page.locator("body").innerText()).trim() };
}

test("somebody walks in: one press leaves one button that tells nothing, and another brings everything back", async (t) => {
  for (const [lang, hide, show] of [["en", "Hide this page", "Continue"], ["cy", "Cuddio’r dudalen hon", "Parhau"]])
    for (const viewport of [{ width: 1280, height: 900 }, { width: 320, height: 640 }]) {
      const page = await opened(t, { viewport });
      await page.evaluate((lang) => document.querySelector("team-around-family").setAttribute("lang", lang), lang);
      await page.getByRole("button", { name: hide }).click();
      const nothing = { told: [show], covered: true, text: "" };
      assert.deepEqual(await seen(page), nothing, lang);
      assert.equal(await focused(page), show);
      // Whatever the host does meanwhile.
      await give(page, { copy: COPY });
      await page.waitForTimeout(100);
      assert.deepEqual(await seen(page), nothing, `${lang}: given again`);
      assert.equal(await main(page).isVisible(), false);
      await page.keyboard.press("Enter");
      await main(page).waitFor();
      assert.equal(await focused(page), hide, "the focus is where it was");
      t.diagnostic(quiet(page));
    }
});

test("what is being written is there again after hiding, and three presses of Shift leave from there", async (t) => {
  const page = await opened(t);
  await write(page);
  const hide = page.getByRole("button", { name: "Hide this page" });
  await page.evaluate(() => scrollTo(0, 300));
  await hide.evaluate((button) => button.click());
  await page.getByRole("button", { name: "Continue" }).click();
  assert.equal(await focused(page), WRITTEN);
  assert.equal(await page.evaluate(() => scrollY), 300, "and as far down");
  await hide.click();
  const away = `${page.origin}/pages/none.html`;
  await page.locator(FAMILY).evaluate((element, away) => element.setAttribute("exit-url", away), away);
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  await page.waitForURL(away, { waitUntil: "commit" });
});

test("typing with Shift is no way out", async (t) => {
  const page = await opened(t);
  await page.getByRole("button", { name: /^I want to add something: Why/ }).click();
  await page.keyboard.type("HELLO. I Would Like To Add This.");
  assert.ok(page.url().endsWith("/pages/family.html"), "capitals are no way out");
});
