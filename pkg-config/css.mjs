// Compiles styles/plan.scss to one text that is right inside a shadow root.

import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import * as sass from "sass";

const here = new URL(".", import.meta.url);

// Status tags keep the colours that a status has; the rest would be dead weight.
const UNUSED = [/\.govuk-tag--(pink|magenta|orange|purple|teal|turquoise)\b/];

// The two darker greens of a button, which govuk-frontend offers no setting for.
const DARKER = [
  ["background-color: #0b5c3e", "background-color: var(--_button-hover)"],
  ["box-shadow: 0 2px 0 #083d29", "box-shadow: 0 2px 0 var(--_button-shadow)"],
];

export async function styles() {
  const { css } = sass.compile(fileURLToPath(new URL("styles/plan.scss", here)), {
    loadPaths: [fileURLToPath(new URL("node_modules", here))],
    quietDeps: true,
  });
  const small = await transform(forShadowRoot(css), { loader: "css", minify: true, target: ["chrome111", "firefox113", "safari16.4"] });
  refuseWhatAShadowRootCannotUse(small.code);
  refuseSearches(small.code);
  return small.code;
}

export function forShadowRoot(css) {
  return withButtonTokens(css)
    .replace(/@charset[^;]*;/g, "")
    .replace(/:root\s*\{[^}]*\}/g, "")
    .replace(/\.govuk-frontend-supported\s+/g, "")
    .replace(/(var\(--govuk-[\w-]+-colour), #[0-9a-f]{3,8}\)/gi, "$1)")
    .split(/(?<=\})/)
    .map(withoutUnused)
    .join("")
    .split(/(@media[^{]*)/)
    .map((part) => (part.startsWith("@media") ? part : scaledRem(part)))
    .join("");
}

function withButtonTokens(css) {
  return DARKER.reduce((text, [fixed, token]) => {
    if (!text.includes(fixed)) throw new Error(`govuk-frontend no longer says "${fixed}": see its button.`);
    return text.replaceAll(fixed, token);
  }, css);
}

function withoutUnused(rule) {
  return UNUSED.some((it) => it.test(rule)) ? rule.replace(/[^{}]*\{[^{}]*\}$/, "") : rule;
}

// A host's root font size need not be the reader's, so each rem goes through --ta-rem.
function scaledRem(css) {
  return css.replace(/(?<!--ta-rem, )(?<![\w.-])(-?\d*\.?\d+)rem\b/g, "calc($1 * var(--_rem))");
}

export function refuseWhatAShadowRootCannotUse(css) {
  for (const wrong of [/:root/, /(^|[},\s])(html|body)\b/, /\.govuk-template/, /js-enabled/, /frontend-supported/, /@font-face/, /url\(/, /GDS Transport/]) {
    const found = css.match(wrong);
    if (found) throw new Error(`The styles name ${found[0].trim()}, which means nothing in a shadow root.`);
  }
}

// A page of hundreds of rows is searched whenever anything comes or goes on it: a class says the same for nothing.
export function refuseSearches(css) {
  if (css.includes(":has(")) throw new Error("The styles use :has(, which costs a long page a search at each change.");
}
