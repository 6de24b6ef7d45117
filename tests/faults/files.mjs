// Damages the files in which a browser keeps a page's stores: bits turned, ends cut off, files gone.

import { readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STORES = ["Local Storage", "IndexedDB"];

const filesOf = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== "LOCK" && !entry.name.startsWith("LOG")).map((entry) => join(entry.parentPath ?? entry.path, entry.name));

const WAYS = {
  bits(file, random) {
    const bytes = readFileSync(file);
    if (!bytes.length) return;
    for (let count = 1 + random.below(40); count > 0; count -= 1) bytes[random.below(bytes.length)] ^= 1 << random.below(8);
    writeFileSync(file, bytes);
  },
  cut: (file, random) => truncateSync(file, random.below(readFileSync(file).length + 1)),
  gone: (file) => rmSync(file),
};

/** Damages some files of one store, or of both; answers with what was done. */
export function damageFiles(folder, random) {
  const store = random.one([...STORES, "both"]);
  const done = STORES.filter((one) => store === one || store === "both").flatMap((one) => {
    const files = filesOf(join(folder, "Default", one));
    // The log holds what was written last; the others are what the log is found by.
    const chosen = files.filter((file) => random.next() < (file.endsWith(".log") ? 0.8 : 0.3));
    return (chosen.length ? chosen : files.slice(0, 1)).map((file) => {
      const way = random.one(Object.keys(WAYS));
      WAYS[way](file, random);
      return `${one} ${file.split(/[\\/]/).at(-1)} ${way}`;
    });
  });
  return { store, done };
}
