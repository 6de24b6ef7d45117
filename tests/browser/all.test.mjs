// All browser tests, in one process and with one browser; each test that stores has a portal of its own.
//
// `cargo xtask test` builds what they need and says where it is: TEAM_AROUND_PACKAGE, PORTAL and
// CHROMIUM; it runs the two halves beside each other. One test alone:
// `node --test --test-name-pattern="forced colours" all.test.mjs`; some rooms alone: `ONLY=lock,kept`.

import { env } from "node:process";
import { ROOMS, run } from "./rooms.mjs";

await run(env.ONLY?.split(",") ?? ROOMS);
