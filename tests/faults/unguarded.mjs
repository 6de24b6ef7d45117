// The package with one of its guards taken away, to see that a test misses it.  reliability.md, the mutation check

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { bundle } from "../../pkg-config/bundle.mjs";

/** Each guard: the script of the package that has it, the source, how it stands there, and what stands there then. */
const GUARDS = {
  // A window that lost its turn writes all the same: the lock is all that there is.
  fence: ["team-around.js", "journal.js", 'row.fence <= epoch && older ? "ok" : "fenced"', '"ok"'],
  // Nobody looks whether the module stopped.
  abort: ["team-around.js", "rescue.js", "for (const module of watched) if (module.isStopped) module.rescue();", ""],
};

/** A copy of the package at `from` without this guard; it goes when the process does. */
export async function unguarded(from, guard) {
  const [script, source, guarded, bare] = GUARDS[guard];
  const out = mkdtempSync(join(tmpdir(), "unguarded-"));
  process.on("exit", () => rmSync(out, { recursive: true, force: true }));
  cpSync(from, out, { recursive: true });
  let found = 0;
  const plugin = {
    name: "unguarded",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.js$/ }, async ({ path }) => {
        if (basename(path) !== source) return undefined;
        const parts = (await readFile(path, "utf8")).split(guarded);
        found = parts.length - 1;
        return { contents: parts.join(bare), loader: "js" };
      }),
  };
  // The portal would rather hand over what is compressed.
  for (const name of [script, `${script}.br`]) rmSync(join(out, name), { force: true });
  await bundle(script, { raw: from, out, plugins: [plugin] });
  if (found !== 1) throw new Error(`${source} has the guard “${guard}” ${found} times: it does not stand there as tests/faults/unguarded.mjs says.`);
  return out;
}
