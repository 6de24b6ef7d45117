// The way out: how fast another page is there, beside the browser's own fastest, and what stays behind.  reliability.md V2

import assert from "node:assert/strict";
import { test } from "node:test";
import { kept, NOTHING } from "./stays.mjs";
import { visit } from "./world.mjs";

const FAMILY = "team-around-family";
const AWAY = "https://weather.example.org/today";
const TIMES = 3;
/** The page is another one within so many milliseconds of the press. */
const MARK = 200;
/** A machine that is busy with something else is no fault of the page's: then the browser alone, measured just before, is
 *  slow too, and what was measured in a busy moment is measured again, so often at most. */
const TRIES = 3;

/** A page that tells when something was pressed and when a document began; the other site is one of this test. */
async function timed(t, settings = {}) {
  const at = {};
  const page = await visit(t, {
    path: "/pages/index.html", ...settings,
    prepare: async (page) => {
      await page.route("https://weather.example.org/**", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Weather</title><p>Rain later." }));
      await page.exposeBinding("tellTime", (_, what, time) => (at[what] = time));
      await page.addInitScript(() => {
        if (globalThis !== top) return;
        globalThis.tellTime("began", performance.timeOrigin + performance.now());
        for (const kind of ["keydown", "pointerup"]) addEventListener(kind, (event) => globalThis.tellTime("pressed", performance.timeOrigin + event.timeStamp), true);
      });
    },
  });
  const gone = async () => {
    for (let waited = 0; waited < 1000 && page.url() !== AWAY; waited += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(page.url(), AWAY);
  };
  /** Milliseconds from the last press of what is done to the other page's beginning. */
  const takes = async (act) => {
    Object.assign(at, { pressed: 0, began: 0 });
    await act();
    await gone();
    for (let waited = 0; waited < 200 && at.began <= at.pressed; waited += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.ok(at.pressed > 0 && at.began > at.pressed, JSON.stringify(at));
    return Math.round(at.began - at.pressed);
  };
  return Object.assign(page, { at, gone, takes });
}

const WAYS = {
  button: (page) => page.getByRole("button", { name: "Leave this page" }).click({ noWaitAfter: true }),
  keyboard: (page) => page.getByRole("button", { name: "Leave this page" }).press("Enter", { noWaitAfter: true }),
  shift: async (page) => {
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  },
};

async function reading(page) {
  await page.goto(`${page.origin}/pages/family.html`);
  await page.locator(`${FAMILY} main`).waitFor();
  await page.locator(FAMILY).evaluate((element, away) => element.setAttribute("exit-url", away), AWAY);
}

/** What the browser needs for nothing but another page in this one's place. */
async function bare(page) {
  await page.goto(`${page.origin}/pages/none.html`);
  await page.evaluate((away) => addEventListener("keydown", () => location.replace(away)), AWAY);
  return page.takes(() => page.keyboard.press("Shift"));
}

test("V2: leaving replaces the page within 200 ms and leaves nothing, each time and in each way", async (t) => {
  const page = await timed(t);
  const took = { bare: [], ...Object.fromEntries(Object.keys(WAYS).map((way) => [way, []])) };
  for (let time = 0; time < TIMES; time += 1)
    for (const [way, act] of Object.entries(WAYS)) {
      for (let tried = 1; ; tried += 1) {
        const alone = await bare(page);
        await page.goto(`${page.origin}/pages/index.html`);
        await reading(page);
        const ours = await page.takes(() => act(page));
        took.bare.push(alone);
        took[way].push(ours);
        if (ours <= Math.max(MARK, 2 * alone)) break;
        assert.ok(tried < TRIES, `${way}: ${ours} ms, and the browser alone ${alone} ms`);
        await page.goBack();
      }
      await page.goBack();
      assert.ok(page.url().endsWith("/pages/index.html"), `${way}: the plan is not in the history`);
      assert.deepEqual(await kept(page), NOTHING, way);
      assert.deepEqual(await page.context().cookies(), [], way);
    }
  const said = Object.entries(took).map(([way, times]) => `${way} ${Math.min(...times)} to ${Math.max(...times)}`);
  t.diagnostic(`milliseconds from the press to the other page: ${said.join(", ")}`);
});

test("what a page keeps is found, whichever way it is kept", async (t) => {
  const page = await visit(t, { path: "/pages/index.html" });
  assert.deepEqual(await kept(page), NOTHING);
  await page.evaluate(async () => {
    localStorage.setItem("a", "1");
    sessionStorage.setItem("b", "2");
    document.cookie = "c=3";
    globalThis.name = "d";
    await caches.open("e");
    await new Promise((resolve) => (indexedDB.open("f").onsuccess = resolve));
    await (await navigator.storage.getDirectory()).getFileHandle("g", { create: true });
  });
  const found = { local: { a: "1" }, session: { b: "2" }, cookies: "c=3", databases: ["f"], caches: ["e"], workers: [], files: ["g"], window: "d" };
  assert.deepEqual(await kept(page), found);
});

test("while another site is slow nothing of the plan is on the screen, whatever the host does", async (t) => {
  const page = await timed(t);
  let answer;
  await page.route(AWAY, async (route) => {
    await new Promise((resolve) => (answer = resolve));
    await route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Weather</title>" });
  });
  await reading(page);
  const copy = await page.evaluate(async () => {
    document.body.prepend(Object.assign(document.createElement("h1"), { textContent: "The plan of a family" }));
    return (await fetch("/pages/assets/family-copy.json")).text();
  });
  // A page that is about to be another one cannot be asked any more, so it tells of itself.
  await page.evaluate((copy) => {
    const element = document.querySelector("team-around-family");
    const tell = (when) => {
      const over = document.elementFromPoint(innerWidth / 2, 30);
      const seen = { text: element.shadowRoot.textContent, covered: over === element, fallback: element.shadowRoot.querySelector("slot") !== null };
      globalThis.tellTime(when, seen);
    };
    element.addEventListener("ta-exit", () => {
      tell("at once");
      element.copy = copy;
      setTimeout(() => element.setAttribute("lang", "cy"), 50);
      setTimeout(() => tell("later"), 300);
    });
  }, copy);
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift");
  for (let waited = 0; waited < 500 && !page.at.later; waited += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  const covered = { text: "", covered: true, fallback: false };
  assert.deepEqual([page.at["at once"], page.at.later], [covered, covered]);
  answer();
  await page.gone();
});

test("from a frame the whole page is left, and of two copies on a page both go", async (t) => {
  const page = await timed(t);
  // The portal forbids frames; a host that has them does not.
  await page.route("**/pages/family.html", async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    delete headers["content-security-policy"];
    await route.fulfill({ response, headers });
  });
  await page.route("**/pages/framed.html", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><title>Portal</title><h1>The plan of a family</h1><iframe src="/pages/family.html" width="900" height="600"></iframe>` }));
  await page.goto(`${page.origin}/pages/framed.html`);
  const frame = page.frameLocator("iframe");
  await frame.locator(`${FAMILY} main`).waitFor();
  await frame.locator(FAMILY).evaluate((element, away) => element.setAttribute("exit-url", away), AWAY);
  await frame.getByRole("button", { name: "Leave this page" }).click({ noWaitAfter: true });
  await page.gone();
  await reading(page);
  await page.evaluate(() => {
    const one = document.querySelector("team-around-family");
    const two = Object.assign(document.createElement("team-around-family"), { copy: one.copy, today: "2026-03-04" });
    two.setAttribute("exit-url", one.getAttribute("exit-url"));
    document.body.append(two);
  });
  await page.locator(`${FAMILY} main`).nth(1).waitFor();
  await page.evaluate(() => document.addEventListener("ta-exit", () => globalThis.tellTime("left", [...document.querySelectorAll("team-around-family")].map(({ shadowRoot }) => shadowRoot.textContent).join(""))));
  await WAYS.shift(page);
  await page.gone();
  assert.equal(page.at.left, "", "nothing of either is left");
});
