// Assembles the npm package out of what the Rust tools wrote, the template and the styles.
//
//   node pack.mjs RAW_FOLDER PACKAGE_FOLDER

import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { brotli } from "./brotli.mjs";
import { SCRIPTS, bundle, glue } from "./bundle.mjs";
import { styles } from "./css.mjs";
import { COMPRESSED, GLUE, MODULES } from "./files.mjs";
import { sentences, welshAround } from "./words.mjs";

const [raw, out] = argv.slice(2);
const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

for (const name of MODULES) copyFileSync(join(raw, `${name}_bg.wasm`), join(out, `${name}_bg.wasm`));
for (const name of GLUE) await glue(name, { raw, out });
for (const name of SCRIPTS) await bundle(name, { raw, out });
copyFileSync(join(raw, "team_around.d.ts"), join(out, "team_around.d.ts"));
copyFileSync(join(root, "LICENCE"), join(out, "LICENCE"));
for (const name of readdirSync(join(here, "npm"))) template(name);
writeFileSync(join(out, "styles.js"), `export default ${JSON.stringify(await styles())};\n`);
const around = `export const around = ${JSON.stringify(welshAround())};\n`;
writeFileSync(join(out, "words.cy.js"), `export default ${JSON.stringify(sentences("cy"))};\n${around}`);
for (const name of readdirSync(out)) if (COMPRESSED.test(name)) compress(name);

/** Copies a file of the template; the manifest takes its version from the workspace. */
function template(name) {
  const text = readFileSync(join(here, "npm", name), "utf8");
  writeFileSync(join(out, name), name === "package.json" ? text.replace('"0.0.0"', `"${version()}"`) : text);
}

function version() {
  const manifest = readFileSync(join(root, "Cargo.toml"), "utf8");
  const found = manifest.match(/\[workspace\.package\][^[]*?\nversion = "([^"]+)"/);
  if (!found) throw new Error("Cargo.toml has no version under [workspace.package].");
  return found[1];
}

function compress(name) {
  writeFileSync(join(out, `${name}.br`), brotli(readFileSync(join(out, name))));
}
