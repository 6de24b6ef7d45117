// All browser tests, in one process and with one browser; each test that stores has a portal of its own.
//
// `cargo xtask test` builds what they need and says where it is: TEAM_AROUND_PACKAGE, PORTAL and
// CHROMIUM. One test alone: `node --test --test-name-pattern="forced colours" all.test.mjs`; some rooms
// alone: `ONLY=lock,kept`.

import { after } from "node:test";
import { env } from "node:process";
import { end } from "./world.mjs";

const ROOMS = [
  "keyboard", "axe", "element", "host", "errors", "welsh", "phone", "portal", "meetings-portal", "typing", "minutes",
  "interrupted", "meeting", "report", "chronology", "documents", "drafts", "receipts", "lock", "locked-meeting", "timeout", "signed-out", "kept", "rescue",
  "plain", "passphrase", "copies", "family", "writing", "way-out", "hiding", "canaries", "leaving", "reading", "hostile-copies",
  "approving", "before-approval", "rows", "copies-portal", "reprimands", "renamed", "gone",
];

for (const room of env.ONLY?.split(",") ?? ROOMS) await import(`./${room}.mjs`);

after(end);
