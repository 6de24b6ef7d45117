// <team-around-family>: the copy that one reader of a family is given. It stores nothing and asks nobody for
// anything; what it is not given an approved copy of, it does not show.

import css from "../reading/page/family.css";
import { Asking, button, paragraph } from "./family_asking.js";
import look from "./family_look.css";
import start, { family_page } from "./team_around_family.js";

const NEUTRAL = "https://www.bbc.co.uk/weather"; // where "Leave this page" leads, unless the host says otherwise
const PRESSES = 3; // of the Shift key …
const WITHIN = 5000; // … within so many milliseconds
const LONGEST = 1 << 19; // no copy is as long as this; memory that a longer one took would be the page's for good
const begun = start();
const sheet = new CSSStyleSheet();
sheet.replaceSync(css + look);
// What has the focus, and the next screenful, begin below the bar with the way out. A host's own rule goes before it.
const below = new CSSStyleSheet();
const bar = new ResizeObserver(([{ target }]) => below.replaceSync(`:where(html) { scroll-padding-top: ${target.offsetHeight}px; }`));

const civil = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};
/** What was given, as JSON text; nothing where it is none, or too long to be a copy. What it threw may name what is in it. */
function asText(given) {
  try {
    const text = typeof given === "string" ? given : JSON.stringify(given);
    return text?.length < LONGEST ? text : "";
  } catch {
    return "";
  }
}

/** Builds a tree as it came: `[name, {attributes}, [children]]`, or a text. Nothing in it is markup. */
function built(node) {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, children] = node;
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.map(built));
  return element;
}

export class TeamAroundFamily extends HTMLElement {
  static observedAttributes = ["lang", "today"];
  #copy;
  #text; // of the copy as it was when it was given, whatever becomes of the object
  #words;
  #today;
  #said = {};
  #spoken = {}; // the language of what is shown, and where it begins
  #hidden = false;
  #place; // where the reader was before everything was hidden: how far down, and in which control
  #left = false; // what a host gives while the other page is on its way is not shown
  #presses = [];
  #listening;
  #asking = new Asking((...comment) => this.#hand(...comment), () => this.#clear());

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    this.shadowRoot.append(document.createElement("slot"));
  }

  connectedCallback() {
    for (const name of ["copy", "words", "today"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    this.#below(true);
    this.#listening?.abort(); // of the place that it was moved from
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    document.addEventListener("keydown", (event) => this.#key(event), { signal });
    // A page that the browser keeps for "back" keeps nothing of the plan.
    addEventListener("pagehide", () => this.#forget(), { signal });
    this.#show();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#below(false);
      this.#listening.abort();
      this.#asking.forget();
      this.#clear();
    });
  }

  #below(there) {
    const others = document.adoptedStyleSheets.filter((one) => one !== below);
    document.adoptedStyleSheets = there ? [...others, below] : others;
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#show();
  }

  /** The copy, as an object or as JSON text. */
  get copy() {
    return this.#copy;
  }
  set copy(value) {
    this.#copy = value;
    this.#text = value === undefined || value === null ? undefined : asText(value);
    // A copy that is taken away, because it was withdrawn, is not shown any longer.
    if (this.#text === undefined) this.#clear();
    this.#show();
  }
  /** The page's sentences in another language: an object with a sentence under each key. */
  get words() {
    return this.#words;
  }
  set words(value) {
    this.#words = value;
    this.#show();
  }
  get today() {
    return this.#today;
  }
  set today(value) {
    this.#today = value;
    this.#show();
  }

  /** Whether the reader has written something that was not sent. */
  get unsent() {
    return this.#asking.unsent;
  }

  print() {
    globalThis.print();
  }

  /** Takes the plan off the page, and leads to another site that takes this page's place in the history. */
  exit() {
    const given = this.getAttribute("exit-url") ?? "";
    const address = /^https?:/i.test(given) ? given : NEUTRAL;
    // Until the other page is there, however slow it is, nothing of this one is to be seen.
    const blank = document.createElement("div");
    blank.className = "ta-family__blank";
    this.shadowRoot.replaceChildren(blank);
    this.#copy = this.#text = undefined;
    this.#asking.forget();
    this.#left = true;
    this.#tell("ta-exit", {});
    try {
      // Out of a frame too: the page around it may say more than the frame.
      top.location.replace(address);
    } catch {
      location.replace(address);
    }
  }

  /** Whether there is something to show, and somebody who has not left. */
  get #wanted() {
    return this.isConnected && this.#text !== undefined && !this.#left;
  }

  async #show() {
    if (!this.#wanted) return;
    let page;
    try {
      await begun;
      // What was given last is what is shown.
      if (!this.#wanted) return;
      const today = this.#today ?? this.getAttribute("today") ?? civil();
      page = JSON.parse(family_page(this.#text, `${today}`, this.getAttribute("lang") ?? "", this.#words ? asText(this.#words) : ""));
    } catch {
      // What was shown before is not what was given: the page falls back to what the host put into the element.
      this.#clear();
      return this.#tell("ta-ready", { shown: false });
    }
    this.#said = page.said;
    this.#spoken = { lang: page.language, dir: page.direction };
    const refused = () => Object.assign(paragraph(page.refused, "ta-family__refused"), { role: "alert" });
    this.#stand(() => (page.tree ? [this.#plan(page.tree)] : [refused(), ...this.#unsent()]), Boolean(page.tree));
    this.#tell("ta-ready", { shown: Boolean(page.tree), reason: page.refused });
  }

  /** Takes the place of what was shown; a plan can be printed. A box in which somebody is writing keeps the focus. */
  #stand(shown, prints) {
    const focused = this.shadowRoot.activeElement;
    const around = Object.assign(document.createElement("div"), { className: "ta-family__page", ...this.#spoken });
    around.append(this.#bar(prints), ...shown());
    const cover = Object.assign(document.createElement("div"), { className: "ta-family__cover", ...this.#spoken });
    cover.append(button(this.#said.show, () => this.#hide(false)));
    this.shadowRoot.replaceChildren(around, cover);
    this.#hide(this.#hidden);
    if (focused && this.#hidden) cover.firstChild.focus();
    else if (focused?.isConnected) focused.focus({ preventScroll: true });
  }

  /** What the reader wrote and nobody was sent, where the plan is not shown any more. */
  #unsent() {
    const left = this.#asking.left();
    if (!left) return [];
    const main = Object.assign(document.createElement("main"), { className: "ta-family" });
    main.append(left);
    return [main];
  }

  #bar(prints) {
    const said = this.#said;
    const [header, top, acts] = ["header", "div", "div"].map((name) => document.createElement(name));
    header.className = "ta-family__way-out";
    top.className = "ta-family__top";
    acts.className = "ta-family__bar";
    const leave = button(said.exit, () => this.exit(), "ta-family__exit");
    const hide = button(said.hide, () => this.#hide(true));
    const print = button(said.print, () => this.print());
    const [exits, paper] = ["exit.told", "print.told"].map((key) => paragraph(said[key], "ta-family__told"));
    acts.append(hide, ...(prints ? [" ", print, exits, paper] : [exits]));
    top.append(leave);
    bar.disconnect();
    bar.observe(top);
    // What the host has to say of the page stands before the plan.
    header.append(top, acts, Object.assign(document.createElement("slot"), { name: "notice" }));
    return header;
  }

  #plan(tree) {
    const main = built(tree);
    const parts = new Set();
    for (const section of main.querySelectorAll("section[data-part]")) {
      const { part } = section.dataset;
      parts.add(part);
      section.append(this.#asking.of(part, section.querySelector("h2").textContent, this.#said));
    }
    // Another copy may not have the part of which somebody is writing.
    main.prepend(...[this.#asking.left((part) => parts.has(part))].filter(Boolean));
    return main;
  }

  /** Somebody walks in: what is on the screen tells nothing, and has one button, which brings everything back. */
  #hide(hidden) {
    const turned = hidden !== this.#hidden;
    const [page, cover] = this.shadowRoot.children;
    if (hidden && turned) this.#place = [scrollY, this.shadowRoot.activeElement];
    this.#hidden = hidden;
    page.hidden = hidden;
    cover.hidden = !hidden;
    if (!turned) return;
    // What the host has around it goes and comes with it.
    this.#tell("ta-hide", { hidden });
    if (hidden) return cover.firstChild.focus();
    const [y, focused] = this.#place;
    scrollTo(0, y);
    (focused?.isConnected ? focused : page.querySelector(".ta-family__bar button")).focus({ preventScroll: true });
  }

  /** Hands a comment to the host. Resolves with the sentence why it was not taken, blank where the host has none. */
  async #hand(part, kind, text) {
    const waits = [];
    this.#tell("ta-comment", { copy: JSON.parse(this.#text).id, part, kind, text, waitUntil: (promise) => waits.push(promise) });
    const failed = (await Promise.allSettled(waits)).find(({ status }) => status === "rejected");
    if (!failed) return undefined;
    return (!(failed.reason instanceof Error) && failed.reason?.message) || ""; // what a script throws is no sentence
  }

  #key(event) {
    if (event.key !== "Shift" || event.repeat) return void (this.#presses = []);
    this.#presses = [...this.#presses, event.timeStamp].filter((at) => event.timeStamp - at < WITHIN);
    if (this.#presses.length >= PRESSES) this.exit();
  }

  #clear() {
    if (this.#left) return;
    const unsent = this.#unsent();
    if (!unsent.length) return this.shadowRoot.replaceChildren(document.createElement("slot"));
    this.#stand(() => unsent);
    if (!this.#hidden) unsent[0].querySelector("[tabindex]").focus();
  }

  #forget() {
    this.#copy = this.#text = undefined;
    this.#asking.forget();
    this.shadowRoot.replaceChildren(paragraph(this.#said.gone ?? "", "ta-family__refused"));
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("team-around-family")) customElements.define("team-around-family", TeamAroundFamily);
