// The scripts of the package: each is one file of src/element with what it alone needs, so that a page waits for no
// further one.

import { join, resolve } from "node:path";
import { build } from "esbuild";
import { GLUE } from "./files.mjs";

const SOURCES = join(import.meta.dirname, "..", "src", "element");
const FROM = { "team-around.js": "element.js", "rescue.js": "rescue.js", "team-around-family.js": "family.js" };
/** Their names in the package. */
export const SCRIPTS = Object.keys(FROM);

/** Glue that goes into a script stands where the Rust tools wrote it. A family's page has its glue in it: a telephone
 *  asks for two files, one after the other, and not for three. */
const glued = (raw) => ({
  name: "glue",
  setup: ({ onResolve }) => onResolve({ filter: /^\.\/team_around_family\.js$/ }, ({ path }) => ({ path: join(resolve(raw), path) })),
});

/** Writes one of the scripts to the folder `out`; `raw` is where the Rust tools wrote the glue. */
export async function bundle(name, { raw, out, plugins = [] }) {
  // The modules themselves ask for `rescue.js`, so it is one file for all of them.
  const apart = name === "rescue.js" ? [] : ["./rescue.js"];
  const external = [...GLUE.map((glue) => `./${glue}.js`), "./styles.js", "./words*.js", ...apart];
  await build({ entryPoints: [join(SOURCES, FROM[name])], outfile: join(out, name), bundle: true, external, plugins: [...plugins, glued(raw)], loader: { ".css": "text" }, minify: true, format: "esm", target: "es2022", logLevel: "warning" });
}
