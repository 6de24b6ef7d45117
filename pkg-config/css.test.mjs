// What the styles must be, and must not be, inside a shadow root.

import assert from "node:assert/strict";
import test from "node:test";
import { forShadowRoot, refuseSearches, refuseWhatAShadowRootCannotUse, styles } from "./css.mjs";

const BUTTON = ".b { background-color: #0b5c3e; box-shadow: 0 2px 0 #083d29; }\n";

test("a rule for the root is left out, and rules behind the script class always hold", () => {
  const css = forShadowRoot(`${BUTTON}:root { --x: 1; }\n.govuk-frontend-supported .hidden { display: none; }`);
  assert.ok(!css.includes(":root"));
  assert.match(css, /\n\.hidden \{ display: none; \}/);
});

test("a rem goes through the host's token, except in a media query", () => {
  const css = forShadowRoot(`${BUTTON}@media (min-width: 20rem) { .a { width: 1.5rem; margin: -.5rem } }`);
  assert.match(css, /min-width: 20rem/);
  assert.match(css, /width: calc\(1\.5 \* var\(--_rem\)\); margin: calc\(-\.5 \* var\(--_rem\)\)/);
});

test("a button's darker colours follow the host's button colour", () => {
  assert.doesNotMatch(forShadowRoot(BUTTON), /#0b5c3e|#083d29/);
  assert.throws(() => forShadowRoot(".b { color: red }"), /button/);
});

test("what means nothing in a shadow root is refused", () => {
  for (const css of ["body{margin:0}", "a{}html{x:y}", ":root{--a:1}", "@font-face{}", "a{background:url(x)}"]) {
    assert.throws(() => refuseWhatAShadowRootCannotUse(css), /shadow root/, css);
  }
  refuseWhatAShadowRootCannotUse(".govuk-body{margin:0}");
});

test("nothing is styled by what is far within it", () => {
  refuseSearches(".ta-page--wide{max-width:none}");
  assert.throws(() => refuseSearches(".ta-page:has([data-copy]){max-width:none}"), /long page/);
});

test("every private token that is used is set, and every class that we promise is there", async () => {
  const css = await styles();
  const used = new Set(css.match(/var\(--(_|govuk-)[\w-]+/g).map((it) => it.slice(4)));
  for (const name of used) assert.ok(css.includes(`${name}:`), name);
  for (const name of ["ta-row", "ta-finding--must", "ta-timescales", "ta-receipt", "govuk-date-input", "govuk-tag--red"]) {
    assert.ok(css.includes(`.${name}`), name);
  }
});
