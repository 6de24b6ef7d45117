// The modules that draw the forms, each begun once in a page.

import { begun, fetched } from "./fetched.js";
import { look, teach, watch } from "./rescue.js";
import said from "./words.js";

// A page with a plan alone never fetches the module of meetings and reports, which holds the plan's too.
const FILES = {
  plan: ["team_around.js", () => import("./team_around.js"), () => new URL("./team_around_bg.wasm", import.meta.url)],
  meetings: ["team_around_meetings.js", () => import("./team_around_meetings.js"), () => new URL("./team_around_meetings_bg.wasm", import.meta.url)],
  copies: ["team_around_copies.js", () => import("./team_around_copies.js"), () => new URL("./team_around_copies_bg.wasm", import.meta.url)],
};
const coming = {};
const taught = {};

const LATE = 8000; // milliseconds after which nobody waits for the Welsh sentences any longer: the form is in English

/** Which modules know their Welsh sentences. */
export const spoken = {};

/** The glue of `plan`, `meetings` or `copies`, begun; one that did not come is asked for anew the next time. */
export function ready(which) {
  const now = (coming[which] ??= begun(...FILES[which]).then(({ glue, exports }) => {
    glue.onStop(look);
    watch(glue, exports);
    return glue;
  }));
  now.catch(() => coming[which] === now && delete coming[which]);
  return now;
}

/** Whether the Welsh sentences come in the end, late as it may be. */
export const late = (which) => taught[which] ?? Promise.resolve(false);

/** The Welsh sentences, the form's and those around it, are fetched only for those who read them. Answers with whether
 *  they came in time; what did not is asked for anew the next time. */
export function learn(which) {
  const now = (taught[which] ??= Promise.all([fetched("words.cy.js", () => import("./words.cy.js")), ready(which)])
    .then(([words, module]) => {
      teach(module, words.default);
      Object.assign(said.cy, words.around);
      return (spoken[which] = true);
    })
    .catch(() => false));
  now.then((came) => {
    if (!came) delete taught[which];
  });
  return Promise.race([now, new Promise((done) => setTimeout(done, LATE, false))]);
}
