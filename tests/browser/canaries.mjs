// A mark in every answer of a full record, and readers by chance: only what each may have is found, wherever a
// page can show, keep or send it; and a page that hides the rest instead of leaving it out is found out.  reliability.md V1

import assert from "node:assert/strict";
import { test } from "node:test";
import { cases, everybody, found, markOf } from "./cases.mjs";
import { everywhere } from "./everywhere.mjs";
import { watched } from "./searched.mjs";
import { visit } from "./world.mjs";

const FAMILY = "team-around-family";
/** Where all that a reader is shown is to be found: the search sees what is there. */
const SHOWN = ["dom", "tree", "saved", "print", "clipboard"];

/** A page of the portal that gives the element, or a file, what the test says. */
async function opened(t) {
  const given = {};
  const page = await visit(t, {
    path: "/pages/index.html",
    permissions: ["clipboard-read", "clipboard-write"],
    prepare: async (page) => {
      await watched(page);
      await page.route("**/pages/assets/family-copy.json", (route) => route.fulfill({ contentType: "application/json", body: given.copy }));
      await page.route("**/pages/file.html", (route) => route.fulfill({ contentType: "text/html", body: given.html }));
    },
  });
  const element = async (one) => {
    given.copy = one.copy;
    await page.goto(`${page.origin}/pages/family.html`);
    await page.locator(`${FAMILY} main`).waitFor();
  };
  const file = async (one, html = one.html) => {
    given.html = html;
    await page.goto(`${page.origin}/pages/file.html`);
  };
  return Object.assign(page, { element, file });
}

/** What stands where it may not, by place. */
const wrong = ({ may }, places) =>
  Object.entries(places).flatMap(([place, text]) => [...found(text)].filter((name) => !may.includes(name)).map((name) => `${place}: ${name}`));

/** Whose marks a reader sees: all of the copy, but for the day of its approval; "Your plan" names no child. */
function seen({ copy }) {
  const given = JSON.parse(copy);
  const shown = { ...given, approval: null, ...(given.for === "child" ? { children: [] } : {}) };
  return [...found(JSON.stringify(shown))].sort();
}

test(`V1: ${cases.length} readers find only what they may have, in the page and in the file, wherever it is looked for`, async (t) => {
  const page = await opened(t);
  let marks = 0;
  for (const one of cases) {
    const expected = seen(one);
    marks += expected.length;
    assert.deepEqual(wrong(one, { json: one.copy, html: one.html }), [], `reader ${one.seed}`);
    for (const way of ["element", "file"]) {
      await page[way](one);
      const places = await everywhere(page);
      assert.deepEqual(wrong(one, places), [], `reader ${one.seed}, ${way}`);
      for (const place of SHOWN) assert.deepEqual([...found(places[place])].sort(), expected, `reader ${one.seed}, ${way}, ${place}`);
      for (const place of Object.keys(places).filter((place) => !SHOWN.includes(place)))
        assert.deepEqual([...found(places[place])], [], `reader ${one.seed}, ${way}: ${place}`);
    }
  }
  assert.ok(marks > cases.length * 5, `${marks} marks were shown`);
  t.diagnostic(`${cases.length} readers of ${everybody.size} marked answers: ${marks} marks shown in ${SHOWN.length} places of two pages, and none elsewhere`);
});

test("a page that carries everything and hides it is found out, however it hides it", async (t) => {
  const page = await opened(t);
  const one = cases[0];
  const secrets = [...everybody].filter((name) => !one.may.includes(name));
  const all = secrets.map((name) => markOf[name]).join(" ");
  assert.ok(secrets.length > 400);
  for (const [how, html] of [
    ["a style", `<style>.no { display: none }</style><div class="no">${all}</div>`],
    ["hidden", `<div hidden>${all}</div>`],
    ["a comment", `<!-- ${all} -->`],
    ["a template", `<template>${all}</template>`],
    ["an attribute", `<div data-rest="${all}"></div>`],
    ["data for a script", `<script type="application/json">${all}</script>`],
  ]) {
    await page.file(one, one.html.replace("</main>", `${html}</main>`));
    const places = await everywhere(page);
    const missed = secrets.filter((name) => !found(places.dom).has(name));
    assert.deepEqual(missed, [], how);
    assert.equal(new Set(wrong(one, { dom: places.dom })).size, secrets.length, how);
  }
  // The same of the element.
  await page.element(one);
  await page.locator(FAMILY).evaluate((element, all) => {
    const rest = Object.assign(document.createElement("div"), { hidden: true, textContent: all });
    element.shadowRoot.querySelector("main").append(rest);
  }, all);
  assert.equal(wrong(one, { dom: (await everywhere(page)).dom }).length, secrets.length);
});

test("each place where it is looked for is a place where it would be found", async (t) => {
  const page = await opened(t);
  const one = cases[0];
  const secrets = [...everybody].filter((name) => !one.may.includes(name) && markOf[name].startsWith("zq"));
  const [shown, printed, named, titled, stored, asked, said, drawn, wide] = secrets.map((name) => markOf[name]);
  const style = "<style>.far { position: absolute; left: -9999px } .paper { display: none } @media print { .paper { display: block } }</style>";
  await page.file(one, one.html.replace("</main>", `${style}<p class="far">${shown}</p><p class="paper">${printed}</p><span aria-label="${named}" role="img"></span></main>`));
  const file = await everywhere(page);
  await page.element(one);
  await page.evaluate(async ({ titled, stored, asked, said, drawn, wide }) => {
    document.title = titled;
    history.pushState({}, "", `#${titled}`);
    localStorage.setItem("copy", stored);
    console.warn(said);
    await (await fetch(`/pages/${asked}`)).text();
    const memory = new Uint8Array(globalThis.memories[0].buffer);
    const letters = [...drawn].map((letter) => letter.charCodeAt(0));
    memory.set(letters, memory.length - 64);
    memory.set([...wide].flatMap((letter) => [letter.charCodeAt(0), 0]), memory.length - 128);
  }, { titled, stored, asked, said, drawn, wide });
  const element = await everywhere(page);
  const name = (mark) => secrets.find((name) => markOf[name] === mark);
  for (const [place, text, mark] of [
    ["clipboard", file.clipboard, shown], ["tree", file.tree, shown], ["print", file.print, printed], ["tree", file.tree, named],
    ["names", element.names, titled], ["history", element.history, titled], ["properties", element.properties, titled], ["kept", element.kept, stored],
    ["names", element.names, asked], ["console", element.console, said], ["memory", element.memory, drawn], ["memory", element.memory, wide],
  ]) assert.ok(found(text).has(name(mark)), `${place}: ${mark}`);
});
