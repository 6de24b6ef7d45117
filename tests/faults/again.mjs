// Rooms of the browser tests, again and again: what is seldom wrong shows.  reliability.md P1 to P3, L1 to L4, S1
//
//   TEAM_AROUND_PACKAGE=… PORTAL=… CHROMIUM=… node again.mjs ROOM,ROOM… [TIMES] [--only PATTERN]
//   [--without-guard NAME]
//
// Passes where every test passed every time. `--without-guard` takes a guard out of the package, and must fail.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { argv, env, execPath } from "node:process";
import { end, numbers, option, runs, sum } from "./judge.mjs";
import { PACKAGE } from "./server.mjs";
import { unguarded } from "./unguarded.mjs";

const rooms = argv[2];
const [times] = numbers(1);
const only = option("only") ? [`--test-name-pattern=${option("only")}`] : [];
const without = option("without-guard");
const folder = without ? await unguarded(PACKAGE, without) : PACKAGE;

/** One run of the rooms: how many tests passed, and the names of those that did not. */
function once() {
  const node = spawn(execPath, ["--test", "--test-reporter=tap", ...only, "all.test.mjs"], {
    cwd: join(import.meta.dirname, "../browser"),
    env: { ...env, ONLY: rooms, TEAM_AROUND_PACKAGE: folder, NODE_TEST_CONTEXT: undefined },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  node.stdout.setEncoding("utf8").on("data", (text) => (said += text));
  return new Promise((resolve) => {
    node.once("close", () => {
      const named = (how) => [...said.matchAll(how)].map(([, name]) => name).filter((name) => !/\.mjs$|# SKIP/.test(name));
      const failed = named(/^\s*not ok \d+ - (.*)$/gm);
      const passed = named(/^\s*ok \d+ - (.*)$/gm).length;
      const problem = passed + failed.length ? undefined : "no test was run";
      resolve({ tests: passed + failed.length, failed: failed.length, names: failed.join("; "), problem });
    });
  });
}

const results = await runs(times, 1, once);
end(`${option("only") ?? rooms} again${without ? ` without the guard “${without}”` : ""}`, results, `${times} times: ${sum(results, "tests")} tests, ${sum(results, "failed")} failed`, (result) => result.problem || result.failed);
