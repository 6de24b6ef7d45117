// What the modules of forms ask of the page. One file for all of them, which each asks for by its name; small, for a
// form waits for it.

export { draw } from "./draw.js";

const looks = new Set();

/** Calls `look` whenever a module may have stopped. */
export const onStop = (look) => void looks.add(look);

/** A module tells that it stopped; it is looked at when its own turn is over. */
export const stopped = () => queueMicrotask(() => looks.forEach((look) => look()));

/** A module tells where in the code it panicked, and no more. */
export const stoppedAt = (place) => console.error(`team-around stopped at ${place}`);
