// All browser tests, in one process: one browser and one portal for all of them.

import { after } from "node:test";
import { end } from "./world.mjs";
import "./keyboard.mjs";

after(end);
