// The loopback server of the fault tests: it serves one page with the element, and hears what the page tells
// of each key and each answer. What it heard outlives the browser, which does not.

import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { env } from "node:process";
import { first } from "../../pkg-config/words.mjs";
import { within } from "./browser.mjs";
import { unguarded } from "./unguarded.mjs";

/** Where the built package is. */
export const PACKAGE = env.TEAM_AROUND_PACKAGE ?? join(import.meta.dirname, "../../target/package/team-around");
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const SCRIPTS = ["/typed.js", "/soak_page.js"];
const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Typed</title>${body}</html>`;
const PAGES = {
  "/": () => page(`<script type="module" src="/typed.js"></script><team-around-plan open="all"></team-around-plan>`),
  "/framed": (query) => page(`<iframe sandbox="allow-scripts" src="/${query.replaceAll("&", "&amp;")}" width="900" height="700"></iframe>`),
  "/meeting": () => page(`<script type="module" src="/soak_page.js"></script><team-around-meeting></team-around-meeting>`),
  "/blank": () => page("<p>Nothing is open here.</p>"),
};

/** What one profile's pages told, from the first key to what came back. */
export class Life {
  typed = new Map(); // each word, and when it was typed
  late = new Set(); // the words that came when the browser had said that the page goes
  saved = new Set(); // the words that stood in the form when it said "Saved"
  states = []; // what the element said of the draft: {state, reason, at, tab}
  errors = []; // what nobody caught
  reading = false; // whether a page that opens is to tell what came back, rather than to type
  #waiting = new Map();

  /** Resolves with what a page tells under this name from now on; with nothing after `time` milliseconds. */
  told(what, time = 60_000) {
    return within(new Promise((resolve) => this.#waiting.set(what, resolve)), time);
  }

  #typed({ word, at, isLeft }) {
    this.typed.set(word, at);
    if (isLeft) this.late.add(word);
  }

  hear({ what, ...told }) {
    if (what === "typed") this.#typed(told);
    else if (what === "saved") told.words.forEach((word) => this.saved.add(word));
    else if (what === "state") this.states.push(told);
    else if (what === "error") this.errors.push(told.message);
    this.#waiting.get(what)?.(told);
    this.#waiting.delete(what);
  }
}

/** Serves the built package and the page; `lives` hears by id. `without` names a guard that the package has not. */
export async function serve({ without } = {}) {
  const lives = new Map();
  const folder = without ? await unguarded(PACKAGE, without) : PACKAGE;
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url, "http://localhost");
    response.setHeader("access-control-allow-origin", "*");
    if (request.method === "POST") return hear(lives, request, response);
    response.setHeader("content-type", TYPES[extname(pathname)] ?? "text/html");
    if (PAGES[pathname]) return response.end(PAGES[pathname](search));
    if (pathname === "/words.js") return response.end(`export default ${JSON.stringify(first())};`);
    const file = SCRIPTS.includes(pathname) ? join(import.meta.dirname, pathname) : join(folder, pathname.replace("/package/", ""));
    createReadStream(file).on("error", () => response.writeHead(404).end()).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  const close = () => (server.close(), server.closeAllConnections());
  return { lives, port, origin: `http://127.0.0.1:${port}`, close };
}

async function hear(lives, request, response) {
  let text = "";
  for await (const part of request) text += part;
  const { id, ...told } = JSON.parse(text);
  const life = lives.get(id);
  response.end(life?.reading ? "read" : "type");
  life?.hear(told);
}
