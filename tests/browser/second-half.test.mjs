// Half of the browser tests: the other runs beside it, in a process and with a browser of its own.

import { half, run } from "./rooms.mjs";

await run(half(1));
