// The files of the built package, and which of them a page loads first.

export const FIRST_LOAD = ["team-around.js", "styles.js", "words.js", "team_around.js", "team_around_bg.wasm"];
export const COMPRESSED = /\.(js|wasm|css)$/;
