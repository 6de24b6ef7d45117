// Hosts as they are: hostile styles, no WebAssembly, no scripts, wrong settings, broken records.

import assert from "node:assert/strict";
import { test } from "node:test";
import { goTo, quiet, ready, recordOf, visit } from "./world.mjs";

const FALLBACK = "This plan opens in a form that needs scripts and WebAssembly.";

const alert = (page) => page.locator("team-around-plan").locator("[role=alert] p").allTextContents();

/** How each piece of text and each control inside the element looks, whatever the size of a rem. */
const look = (page) =>
  page.locator("team-around-plan").evaluate((element) =>
    [...element.shadowRoot.querySelectorAll("h2, h3, h4, p, label, legend, input, textarea, select, button, .govuk-hint, span")]
      .filter((node) => node.checkVisibility())
      .map((node) => {
        const style = getComputedStyle(node);
        const spaced = (parseFloat(style.lineHeight) / parseFloat(style.fontSize)).toFixed(1);
        const named = ["fontFamily", "fontStyle", "fontWeight", "letterSpacing", "wordSpacing", "textTransform", "textAlign", "textIndent", "color", "backgroundColor", "cssFloat", "direction"];
        return `${node.localName}.${node.className}: line ${spaced}, ${named.map((name) => `${name} ${style[name]}`).join(", ")}`;
      }),
  );

test("styles that reach everywhere do not reach the form", async (t) => {
  const page = await visit(t, { path: "/pages/hostile.html" });
  await ready(page);
  await goTo(page, "The child or children");
  await page.locator("[data-act=open]").click();
  await page.getByLabel("Full name").fill("Nia Invented-Jones");
  await page.getByRole("button", { name: "Done" }).click();
  assert.equal((await recordOf(page)).children[0].name, "Nia Invented-Jones");
  await page.locator("[data-act=open]").click();
  const theirs = await look(page);
  const plain = await visit(t);
  await ready(plain);
  await plain.evaluate(() => {
    const record = { document: { reference: "CIN-2002" }, children: [{ id: "c-1", name: "Nia Invented" }] };
    Object.assign(document.querySelector("team-around-plan"), { protocol: ["hampshire-cin-2018", "calderdale-meetings-2017"], record });
  });
  await goTo(plain, "The child or children");
  await plain.locator("[data-act=open]").click();
  const ours = await look(plain);
  assert.ok(ours.length > 100, `${ours.length} pieces of text and controls`);
  assert.equal(theirs.length, ours.length);
  const changed = ours.flatMap((own, index) => (own === theirs[index] ? [] : [`${own}\n  becomes ${theirs[index]}`]));
  assert.deepEqual([...new Set(changed)].slice(0, 8), []);
  const focused = await page.locator("team-around-plan").evaluate((element) => {
    element.shadowRoot.querySelector(".ta-row--open input.govuk-input").focus();
    const { outlineStyle, boxShadow } = getComputedStyle(element.shadowRoot.activeElement);
    return outlineStyle !== "none" || boxShadow !== "none";
  });
  assert.ok(focused, "the focus is seen");
  assert.equal(await page.locator("team-around-plan").evaluate((element) => getComputedStyle(element).display), "block");
  t.diagnostic(`${ours.length} pieces look alike on both pages`);
  t.diagnostic(quiet(page));
});

test("without WebAssembly there is a sentence, and what the host put there", async (t) => {
  for (const way of ["blocked", "broken"]) {
    const prepare = (page) => page.route("**/*.wasm", (route) => (way === "blocked" ? route.abort() : route.fulfill({ body: "no", contentType: "application/wasm" })));
    const page = await visit(t, { prepare });
    await page.locator("[role=alert]").waitFor();
    const [sentence, ...more] = await alert(page);
    assert.match(sentence, /^This form cannot start here\..*Nothing was lost/);
    assert.deepEqual(more, [], "no words of the browser’s own");
    assert.ok(await page.getByText(FALLBACK).isVisible());
    t.diagnostic(`${way}: “${sentence}”; ${quiet(page, /Failed to load resource/, /WebAssembly|wasm/i)}`);
  }
});

test("without scripts the page says what it needs", async (t) => {
  const page = await visit(t, { javaScriptEnabled: false });
  assert.ok(await page.getByText(FALLBACK).isVisible());
});

test("a pack that is not known, or a record that cannot be read, is a sentence with its place", async (t) => {
  const page = await visit(t);
  await ready(page);
  await page.evaluate(() => {
    globalThis.told = [];
    document.addEventListener("ta-error", ({ detail }) => globalThis.told.push(detail));
  });
  const set = async (settings) => {
    await page.locator("team-around-plan").evaluate((plan, settings) => Object.assign(plan, settings), settings);
    return { said: await alert(page), told: await page.evaluate(() => globalThis.told.splice(0)) };
  };
  const pack = await set({ protocol: ["hampshire-cin-2018", "atlantis-2031"] });
  assert.match(pack.said.join(" "), /This form cannot be opened\. Nothing was changed\..*no built-in pack of this name.*\/protocol\/1/);
  assert.equal(pack.told[0].code, "refused");
  assert.equal(pack.told[0].problems[0].pointer, "/protocol/1");
  assert.ok(await page.getByText(FALLBACK).isVisible());
  assert.deepEqual((await set({ protocol: ["hampshire-cin-2018"] })).said, [], "put right, it opens");
  await ready(page);

  const deep = "[".repeat(5000) + "]".repeat(5000);
  for (const [record, expected] of [
    ['{"children": [', /could not read this file/],
    [`{"children": ${deep}}`, /layers/],
    ['{"children": [], "children": []}', /in the file twice/],
    ['{"format": "team-around", "version": 1, "kind": "draft"}', /no record in this file/],
    ["\ud800", /broken character|could not read/],
  ]) {
    const { said, told } = await set({ record });
    assert.match(said.join(" "), /This form cannot be opened/, JSON.stringify(record).slice(0, 60));
    assert.match(said.join(" "), expected);
    assert.equal(told.length, 1);
    assert.ok(await page.getByText(FALLBACK).isVisible());
    t.diagnostic(said.slice(1).join(" "));
  }
  const { said } = await set({ record: { children: [{ id: "c-1", name: "<img src=x onerror=alert(1)>" }] } });
  assert.deepEqual(said, []);
  await goTo(page, "The child or children");
  assert.equal(await page.locator(".ta-row__title").textContent(), "<img src=x onerror=alert(1)>");
  assert.equal(await page.locator(".ta-form img").count(), 0);
  t.diagnostic(quiet(page));
});

test("what a page does wrong is heard", async (t) => {
  const page = await visit(t);
  await ready(page);
  await page.evaluate(() => {
    document.body.setAttribute("style", "color: red");
    console.error("a planted line");
    setTimeout(() => {
      throw new Error("a planted fault");
    });
    fetch("/elsewhere").catch(() => null);
    document.querySelector("team-around-plan").shadowRoot.append(Object.assign(new Image(), { src: "https://example.invalid/pixel.png" }));
  });
  await page.waitForTimeout(300);
  const { violations, console: lines, errors, strangers } = page.heard;
  assert.equal(violations.length, 2, violations.join("; "));
  assert.ok(lines.includes("a planted line"));
  assert.match(errors.join(), /a planted fault/);
  assert.ok(strangers.some((address) => address.endsWith("/elsewhere")));
  assert.throws(() => quiet(page));
});

test("a module is asked for with its glue, once, and a page's own early hint is what it takes", async (t) => {
  for (const [path, file, more] of [["/pages/plain.html", "team_around", ""], ["/pages/plain.html", "team_around_meetings", "team-around-meeting"], ["/pages/meeting.html", "team_around_meetings", ""]]) {
    const asked = [];
    let told;
    const begun = new Promise((resolve) => (told = resolve));
    // The glue comes only once the module was asked for.
    const prepare = (page) => Promise.all([
      page.route(`**/${file}.js`, async (route) => (await begun, route.continue())),
      page.route(`**/${file}_bg.wasm`, (route) => (asked.push(route.request().url()), told(), route.continue())),
    ]);
    const page = await visit(t, { path, prepare });
    if (more) await page.evaluate((name) => document.querySelector("main").append(document.createElement(name)), more);
    await ready(page, more || "team-around-plan, team-around-meeting");
    assert.equal(asked.length, 1, `${file} for ${path}`);
    t.diagnostic(quiet(page));
  }
});

test("what did not come once, the glue or the module, comes when it is tried again, and for the next form of the page", async (t) => {
  for (const file of ["team_around.js", "team_around_bg.wasm"]) for (const how of ["abort", "500"]) {
    let missed = 0;
    const prepare = (page) => page.route(`**/${file}`, (route) => {
      if (missed++) return route.continue();
      return how === "abort" ? route.abort() : route.fulfill({ status: 500, body: "" });
    });
    const page = await visit(t, { prepare });
    await page.getByRole("alert").getByText("This form cannot start here.").waitFor();
    if (how === "abort") {
      await page.getByRole("button", { name: "Try again" }).focus();
      await page.keyboard.press("Enter");
      await ready(page);
      assert.equal(await page.evaluate(() => document.querySelector("team-around-plan").shadowRoot.activeElement?.dataset.heading), "page");
    } else {
      await page.evaluate(() => document.querySelector("main").append(Object.assign(document.createElement("team-around-plan"), { id: "next" })));
      await ready(page, "#next");
    }
    assert.deepEqual(page.heard.errors, [], `${file}, ${how}: nothing that nobody caught`);
  }
});

test("a record with half a letter, as text that was cut has it, is opened; every whole letter is there", async (t) => {
  const page = await visit(t);
  const form = await ready(page);
  const set = (kind) => form.evaluate((form, kind) => {
    const record = { plan: { why: "A smile \u{1F600}, half of one \ud83d, the other half \ude00, and \\ud83d spelt out." } };
    // As text it has every letter by its number, as Python writes it.
    const text = JSON.stringify(record).replace(/[^ -~]/gu, (letter) => [...letter].flatMap((one) => one.split("")).map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`).join(""));
    form.record = kind === "text" ? text : record;
    return form.shadowRoot.querySelector("[role=alert]")?.textContent ?? form.record.plan.why;
  }, kind);
  const whole = "A smile \u{1F600}, half of one \ufffd, the other half \ufffd, and \\ud83d spelt out.";
  for (const kind of ["object", "text"]) assert.equal(await set(kind), whole, kind);
  t.diagnostic(quiet(page));
});

test("where what came in the end is refused, the focus is on the sentence", async (t) => {
  let missed = 0;
  const prepare = (page) => page.route("**/team_around.js", (route) => (missed++ ? route.continue() : route.abort()));
  const page = await visit(t, { prepare });
  await page.evaluate(() => (document.querySelector("team-around-plan").record = [1]));
  await page.getByRole("button", { name: "Try again" }).click();
  const alert = page.getByRole("alert").getByText("This form cannot be opened.");
  await alert.waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("team-around-plan").shadowRoot.activeElement?.getAttribute("role")), "alert");
});

test("Welsh that did not come once, or whose module did not, comes for the next form", async (t) => {
  for (const file of ["words.cy.js", "team_around.js"]) {
    let missed = 0;
    const prepare = async (page) => {
      await page.addInitScript(() => addEventListener("ta-error", ({ detail }) => (globalThis.told ??= []).push(detail.code)));
      await page.route(`**/${file}`, (route) => (missed++ ? route.continue() : route.abort()));
    };
    const page = await visit(t, { path: "/pages/two.html", prepare });
    await page.waitForFunction(() => globalThis.told?.length);
    await page.evaluate(() => document.querySelector("main").append(Object.assign(document.createElement("team-around-plan"), { id: "next", lang: "cy" })));
    await ready(page, "#next");
    assert.equal(await page.locator("#next [data-heading=page]").textContent(), "Rhestr dasgau", file);
  }
});

test("what a host says again at every turn draws nothing anew, and what it says otherwise does", async (t) => {
  const page = await visit(t);
  await ready(page);
  await page.evaluate(() => {
    globalThis.turn = (more = {}) => Object.assign(document.querySelector("team-around-plan"), {
      user: { id: "u-1", name: "Ada Invented" }, protocol: ["hampshire-cin-2018"], today: "2026-03-02", readOnly: false, draftKey: "a secret that is long enough", ...more,
    });
    globalThis.turn({ record: { children: [{ id: "c-1", name: "Nia Invented" }, { id: "c-2", name: "Cai Invented" }] } });
  });
  await goTo(page, "The child or children");
  await page.locator("[data-act=remove]").last().click();
  await page.locator("[data-act=open]").first().click();
  await page.getByLabel("Full name").first().evaluate((box) => (globalThis.box = box));
  const stands = async (more) => {
    await page.evaluate((more) => void globalThis.turn(more), more);
    await page.waitForTimeout(200);
    return page.evaluate(() => globalThis.box.isConnected);
  };
  assert.equal(await stands(), true);
  assert.equal(await page.locator("[data-act=undo]").count(), 1, "the way back is still there");
  // The same object, with something else in it.
  await page.evaluate(() => void (globalThis.same = ["hampshire-cin-2018"]));
  await page.evaluate(() => void globalThis.turn({ protocol: globalThis.same }));
  assert.equal(await stands(), true);
  await page.evaluate(() => void (globalThis.same.push("calderdale-meetings-2017"), globalThis.turn({ protocol: globalThis.same })));
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => globalThis.box.isConnected), false);
  t.diagnostic(quiet(page));
});
