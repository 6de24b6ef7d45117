// All browser tests, in one process: one browser and one portal for all of them.

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
import "./typing.mjs";

after(end);
