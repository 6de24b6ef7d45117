// The rooms of the browser tests.

import { after } from "node:test";
import { end } from "./world.mjs";

export const ROOMS = [
  "keyboard", "axe", "element", "late", "host", "errors", "welsh", "phone", "portal", "meetings-portal", "typing", "minutes",
  "interrupted", "meeting", "report", "chronology", "documents", "drafts", "receipts", "lock", "locked-meeting", "timeout", "signed-out", "kept", "rescue",
  "plain", "passphrase", "copies", "family", "writing", "way-out", "hiding", "canaries", "leaving", "reading", "hostile-copies",
  "approving", "before-approval", "printed", "choosing", "rows", "copies-portal", "reprimands", "renamed", "gone",
];

/** Runs the tests of these rooms, in one process and with one browser. */
export async function run(rooms) {
  for (const room of rooms) await import(`./${room}.mjs`);
  after(end);
}

/** One of two halves, each with rooms of every kind. */
export const half = (which) => ROOMS.filter((_, at) => at % 2 === which);
