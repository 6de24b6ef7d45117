// Assembles the npm package out of what the Rust tools wrote, the template and the styles.
//
//   node pack.mjs RAW_FOLDER PACKAGE_FOLDER

import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { brotli } from "./brotli.mjs";
import { SCRIPTS, bundle } from "./bundle.mjs";
import { styles } from "./css.mjs";
import { COMPRESSED, GLUE, MODULES } from "./files.mjs";

const [raw, out] = argv.slice(2);
const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

for (const name of MODULES) copyFileSync(join(raw, `${name}_bg.wasm`), join(out, `${name}_bg.wasm`));
for (const name of GLUE) await script(join(raw, `${name}.js`), `${name}.js`);
for (const name of SCRIPTS) await bundle(name, { raw, out });
copyFileSync(join(raw, "team_around.d.ts"), join(out, "team_around.d.ts"));
copyFileSync(join(root, "LICENCE"), join(out, "LICENCE"));
for (const name of readdirSync(join(here, "npm"))) template(name);
writeFileSync(join(out, "styles.js"), `export default ${JSON.stringify(await styles())};\n`);
// What is said in Welsh around a form that stands there comes with the form's own Welsh.
const { kept, stopped, lock, ...first } = words("cy");
writeFileSync(join(out, "words.js"), `export default ${JSON.stringify({ en: words("en"), cy: first })};\n`);
const around = `export const around = ${JSON.stringify({ kept, stopped, lock })};\n`;
writeFileSync(join(out, "words.cy.js"), `export default ${JSON.stringify(sentences("cy"))};\n${around}`);
for (const name of readdirSync(out)) if (COMPRESSED.test(name)) compress(name);

/** Copies a module, without its white space and comments. */
async function script(from, name) {
  const { code } = await transform(readFileSync(from, "utf8"), { minify: true, format: "esm", target: "es2022" });
  writeFileSync(join(out, name), code);
}

/** Copies a file of the template; the manifest takes its version from the workspace. */
function template(name) {
  const text = readFileSync(join(here, "npm", name), "utf8");
  writeFileSync(join(out, name), name === "package.json" ? text.replace('"0.0.0"', `"${version()}"`) : text);
}

/** The sentences for when the form itself cannot start, by their last word. */
function words(language) {
  const lines = readFileSync(join(root, "src", "words", language, "element.txt"), "utf8").split("\n");
  const entries = lines.filter((line) => line.startsWith("element.")).map((line) => line.split(" = "));
  const of = (within) => entries.filter(([key]) => key.startsWith(within)).map(([key, sentence]) => [key.trim().slice(within.length), sentence.trim()]);
  const own = of("element.").filter(([key]) => !key.includes("."));
  return { ...Object.fromEntries(own), kept: Object.fromEntries(of("element.kept.")), stopped: Object.fromEntries(of("element.stopped.")), lock: { lang: language, ...Object.fromEntries(of("element.lock.")) } };
}

/** All sentences of a language that a form may say, without the comments. */
function sentences(language) {
  const folder = join(root, "src", "words", language);
  const elsewhere = ["command.txt", "family.txt", "vectors.txt"];
  const lines = readdirSync(folder).filter((name) => !elsewhere.includes(name)).flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  return lines.filter((line) => line.includes(" = ") && !line.startsWith("#")).join("\n");
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
