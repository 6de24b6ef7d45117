// Ways to stop the module that is released, and a page on which they are tried.
//
// Nothing in the module is made to be stopped. A member of the page’s own that the module asks for, and so knows
// where it is, answers once with what ends it.

import assert from "node:assert/strict";
import { ready, recordOf, visit } from "./world.mjs";

/** Stands in each record and in whatever is typed, and nowhere else. */
export const CANARY = "otter";
export const RECORD = {
  children: [{ id: "c-1", name: `Mali ${CANARY}` }],
  plan: { why: `Because of the ${CANARY}.`, actions: [{ id: "t-1", what: "Fit a gate" }] },
};
const WITHIN = 2000; // milliseconds

/** Where the module can be met: in what hears input, a box that is left or a button, a key; in an effect; in the turn after. */
const WHERE = {
  input: `HTMLTextAreaElement.prototype, "value"`,
  attribute: `Element.prototype, "getAttribute"`,
  key: `KeyboardEvent.prototype, "key"`,
  effect: `Document.prototype, "createTextNode"`,
  focus: `Element.prototype, "localName"`,
};

/** What ends it: more bytes than there are, an exception that it does not expect, or a panic: its form is gone while it works on it. */
const HOW = {
  trap: `() => ({ length: 2 ** 32 - 1 })`,
  exception: `() => { throw new Error("not expected"); }`,
  panic: `(real) => { glue.initSync().__wbg_handle_free(handle.__wbg_ptr, 0); return real(); }`,
};

/** The code that ends the module once: `panic` in `input`. */
export const way = (how, where) => `once(${WHERE[where]}, ${HOW[how]})`;

/** There is no more memory: what needs some ends the module. */
const NO_MEMORY = `(() => {
  const { memory } = glue.initSync();
  memory.grow(65536 - memory.buffer.byteLength / 65536);
  ended = performance.now();
})()`;

/** There is no more stack when the module is called. */
const NO_STACK = `(() => {
  const deeper = () => {
    try {
      deeper();
    } finally {
      document.querySelector("[data-tested]").check();
    }
  };
  try {
    deeper();
  } catch (error) {
    thrown = error.name;
  }
  ended = performance.now();
})()`;

/** Lets something take the place of a member until it was asked for once by the module. */
function prepare() {
  Object.assign(globalThis, { ended: 0, thrown: "", told: [] });
  globalThis.once = (on, name, end) => {
    const before = Object.getOwnPropertyDescriptor(on, name);
    const answer = (self, given, really) => {
      const real = () => really.apply(self, given);
      // What the page’s own scripts ask for goes where it went.
      if (!/\/package\/team_around(_meetings)?\.js/.test(new Error().stack.split("\n")[3])) return real();
      Object.defineProperty(on, name, before);
      globalThis.ended = performance.now();
      return end(real);
    };
    const ways = before.get ? { get() { return answer(this, [], before.get); } } : { value(...given) { return answer(this, given, before.value); } };
    Object.defineProperty(on, name, { ...before, ...ways });
  };
  addEventListener("ta-error", ({ detail }) => globalThis.told.push({ ...detail, at: performance.now() }));
}

/** Listens from the page’s beginning to all that it says. */
export function listening(page) {
  page.lines = [];
  page.on("console", (message) => page.lines.push(message.text()));
  page.on("pageerror", (error) => page.lines.push(`${error} ${error.stack}`));
  return page.addInitScript(prepare);
}

/** The form that is shown, as the module has it. */
export const hold = (page, name = "team_around") =>
  page.evaluate(async (name) => {
    const glue = (globalThis.glue = await import(`/package/${name}.js`));
    const { record } = glue.Handle.prototype;
    glue.Handle.prototype.record = function () {
      globalThis.handle = this;
      return record.call(this);
    };
    return document.querySelector("[data-tested]").record;
  }, name);

/** A plan with every row open. */
export async function opened(t, { record = RECORD, lang = "en", drafts = "on", ...settings } = {}) {
  const page = await visit(t, { ...settings, prepare: listening });
  await ready(page);
  await page.evaluate(([record, lang, drafts]) => {
    globalThis.sameVisit = true;
    const plan = document.querySelector("team-around-plan");
    plan.dataset.tested = "";
    plan.setAttribute("open", "all");
    plan.setAttribute("lang", lang);
    plan.setAttribute("drafts", drafts);
    Object.assign(plan, { record });
  }, [record, lang, drafts]);
  await ready(page);
  await page.locator(`.ta-form[lang=${lang}]`).waitFor();
  await hold(page);
  return page;
}

export const boxAt = (page, place) => page.locator(`[data-tested] [id="${place}"]`);
export const record = (page) => recordOf(page, "[data-tested]");
export const arm = (page, how, where) => page.evaluate(way(how, where)); // resolves once it waits
export const endMemory = (page) => page.evaluate(NO_MEMORY);
export const endStack = (page) => page.evaluate(NO_STACK);

/** Types at the end of why the plan is made, whose box it leaves with the focus. */
export async function typeWhy(page, text) {
  await boxAt(page, "plan/why").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text, { delay: 3 });
}

/** The element told of it in time; no page of the host was loaded, and nothing of the record was told to anybody. */
export async function heard(page, code) {
  const found = await page.waitForFunction((code) => globalThis.told.find((told) => told.code === code), code);
  const { at, ...told } = await found.jsonValue();
  const took = at - (await page.evaluate(() => globalThis.ended));
  assert.ok(took > 0 && took <= WITHIN, `${took} ms`);
  const all = JSON.stringify([page.lines, page.heard.console, page.heard.errors, await page.evaluate(() => globalThis.told)]);
  assert.ok(!new RegExp(CANARY, "i").test(all), all);
  assert.deepEqual([page.heard.violations, page.heard.strangers], [[], []]);
  // A turn that what stopped had asked for is refused; a listener of what stopped is not called at all.
  const stale = page.lines.filter((line) => /previous WASM instance[^]*at HTML/.test(line));
  assert.deepEqual(stale, [], "nothing on the page calls what stopped");
  return { ...told, took: Math.round(took) };
}
