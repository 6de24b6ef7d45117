// What a module of forms asks of the page. It is in the module's glue: a form waits for no further file.

export { draw } from "./draw.js";

let look = () => {};

/** Calls `then` whenever the module may have stopped. */
export const onStop = (then) => void (look = then);

/** The module tells that it stopped; it is looked at when its own turn is over. */
export const stopped = () => queueMicrotask(() => look());

/** The module tells where in the code it panicked, and no more. */
export const stoppedAt = (place) => console.error(`team-around stopped at ${place}`);
