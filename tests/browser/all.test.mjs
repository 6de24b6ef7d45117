// All browser tests, in one process and with one browser; each test that stores has a portal of its own.
//
// `cargo xtask test` builds what they need and says where it is: TEAM_AROUND_PACKAGE, PORTAL and
// CHROMIUM. One test alone: `node --test --test-name-pattern="forced colours" all.test.mjs`.

import { after } from "node:test";
import { end } from "./world.mjs";
import "./keyboard.mjs";
import "./axe.mjs";
import "./element.mjs";
import "./host.mjs";
import "./errors.mjs";
import "./welsh.mjs";
import "./phone.mjs";
import "./portal.mjs";
import "./meetings-portal.mjs";
import "./typing.mjs";
import "./minutes.mjs";
import "./interrupted.mjs";
import "./meeting.mjs";
import "./report.mjs";
import "./chronology.mjs";
import "./documents.mjs";
import "./drafts.mjs";
import "./lock.mjs";
import "./timeout.mjs";
import "./kept.mjs";
import "./rescue.mjs";
import "./plain.mjs";
import "./passphrase.mjs";
import "./copies.mjs";

after(end);
