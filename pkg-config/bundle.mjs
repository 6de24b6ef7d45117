// The scripts of the package: each is one file of src/element with what it alone needs, so that a page waits for no
// further one.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { styles } from "./css.mjs";
import { GLUE } from "./files.mjs";
import { first } from "./words.mjs";

const SOURCES = join(import.meta.dirname, "..", "src", "element");
const FROM = { "team-around.js": "element.js", "team-around-family.js": "family.js" };
const SMALL = { bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "warning" };
/** Their names in the package. */
export const SCRIPTS = Object.keys(FROM);

/** Glue that goes into a script stands where the Rust tools wrote it. A family's page has its glue in it: a telephone
 *  asks for two files, one after the other, and not for three. */
const glued = (raw) => ({
  name: "glue",
  setup: ({ onResolve }) => onResolve({ filter: /^\.\/team_around_family\.js$/ }, ({ path }) => ({ path: join(resolve(raw), path) })),
});

/** Styles and first sentences are in the script itself: what a script asks for by an import comes after it, and on a slow
 *  line each wait is a sixth of a second. */
const within = {
  name: "within",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/(styles|words)\.js$/ }, ({ path }) => ({ path, namespace: "within" }));
    onLoad({ filter: /./, namespace: "within" }, async ({ path }) => ({ contents: JSON.stringify(path === "./styles.js" ? await styles() : first()), loader: "json" }));
  },
};

/** Writes one of the scripts to the folder `out`; `raw` is where the Rust tools wrote the glue. */
export async function bundle(name, { raw, out, plugins = [] }) {
  const external = [...GLUE.map((glue) => `./${glue}.js`), "./words.cy.js"];
  await build({ ...SMALL, entryPoints: [join(SOURCES, FROM[name])], outfile: join(out, name), external, plugins: [...plugins, within, glued(raw)], loader: { ".css": "text" } });
}

/** Writes a module's glue to the folder `out`, with what the module asks of the page in it. */
export async function glue(name, { raw, out }) {
  const bridge = JSON.stringify(join(SOURCES, "bridge.js"));
  const asks = readFileSync(join(raw, `${name}.js`), "utf8").includes("./bridge.js");
  const contents = `export * from "./${name}.js"; export { default } from "./${name}.js"; ${asks ? `export { onStop } from ${bridge};` : ""}`;
  const bridged = { name: "bridge", setup: ({ onResolve }) => onResolve({ filter: /^\.\/bridge\.js$/ }, () => ({ path: join(SOURCES, "bridge.js") })) };
  await build({ ...SMALL, stdin: { contents, resolveDir: resolve(raw) }, outfile: join(out, `${name}.js`), plugins: [bridged] });
}
