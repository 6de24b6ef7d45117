// Prints what pages fetch of a built package as JSON: raw bytes and brotli bytes of each file.
//
//   node measure.mjs PACKAGE_FOLDER

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { brotli } from "./brotli.mjs";
import { COPIES, DRAFTS, FAMILY, FIRST_LOAD, MEETINGS } from "./files.mjs";

const [folder] = argv.slice(2);
const files = Object.fromEntries(
  [...FIRST_LOAD, ...MEETINGS, ...COPIES, ...DRAFTS, ...FAMILY].map((name) => {
    const bytes = readFileSync(join(folder, name));
    return [name, { raw: bytes.length, brotli: brotli(bytes).length }];
  }),
);
console.log(JSON.stringify({ files }));
