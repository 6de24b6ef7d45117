// The modules that draw the forms, each begun once in a page.

import * as plan from "./team_around.js";
import { fetched } from "./fetched.js";
import { teach, watch } from "./rescue.js";
import said from "./words.js";

// A page with a plan alone never fetches the module of meetings and reports, which holds the plan's too.
const glue = {
  plan: async () => plan,
  meetings: () => fetched("team_around_meetings.js", () => import("./team_around_meetings.js")),
  copies: () => fetched("team_around_copies.js", () => import("./team_around_copies.js")),
};
const begun = {};
const taught = {};

/** Which modules answered about their Welsh sentences, whether these came or not. */
export const answered = {};

/** The glue of `plan`, `meetings` or `copies`, begun; one that did not come is asked for anew the next time. */
export function ready(which) {
  const coming = (begun[which] ??= glue[which]().then(async (module) => {
    watch(module, await module.default());
    return module;
  }));
  coming.catch(() => begun[which] === coming && delete begun[which]);
  return coming;
}

/** The Welsh sentences, the form's and those around it, are fetched only for those who read them. Answers with whether they came. */
export const learn = (which) =>
  (taught[which] ??= Promise.all([import("./words.cy.js"), ready(which)])
    .then(([words, module]) => (teach(module, words.default), Object.assign(said.cy, words.around), true), () => false)
    .finally(() => (answered[which] = true)));
