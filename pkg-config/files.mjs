// The files of the built package, and which of them a page loads first.

export const FIRST_LOAD = ["element.js", "team_around.js", "team_around_bg.wasm", "team-around.css"];
export const COMPRESSED = /\.(js|wasm|css)$/;
