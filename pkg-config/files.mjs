// The files of the built package, and which of them a page loads first.

// The plan alone, meetings and reports too, what shows a copy to whoever approves it, what keeps drafts, and what
// shows a family its copy.
export const MODULES = ["team_around", "team_around_meetings", "team_around_copies", "team_around_drafts", "team_around_family"];
// The modules whose glue is a file of its own.
export const GLUE = MODULES.filter((name) => name !== "team_around_family");
export const FIRST_LOAD = ["team-around.js", "team_around.js", "team_around_bg.wasm"];
// What a page with a meeting or a report fetches beside the first load, but for the plan's module.
export const MEETINGS = ["team_around_meetings.js", "team_around_meetings_bg.wasm"];
// What is fetched when somebody looks at a family's copy, to prepare or to approve it.
export const COPIES = ["team_around_copies.js", "team_around_copies_bg.wasm"];
// What is fetched once a form is shown, to keep what is typed.
export const DRAFTS = ["team_around_drafts.js", "team_around_drafts_bg.wasm"];
// What a family's page fetches, and nothing else.
export const FAMILY = ["team-around-family.js", "team_around_family_bg.wasm"];
export const COMPRESSED = /\.(js|wasm|css)$/;
