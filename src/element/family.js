// <team-around-family>: the copy that one reader of a family is given. It stores nothing and asks nobody for
// anything; what it is not given an approved copy of, it does not show.

import css from "../reading/page/family.css";
import look from "./family_look.css";
import start, { family_page } from "./team_around_family.js";

const NEUTRAL = "https://www.bbc.co.uk/weather"; // where "Leave this page" leads, unless the host says otherwise
const PRESSES = 3; // of the Shift key …
const WITHIN = 5000; // … within so many milliseconds
const LONGEST = 1 << 19; // no copy is as long as this; memory that a longer one took would be the page's for good
const begun = start();
const sheet = new CSSStyleSheet();
sheet.replaceSync(css + look);

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

function button(label, act, className = "ta-family__button") {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: label, className });
  made.addEventListener("click", act);
  return made;
}

const paragraph = (textContent, className = "") => Object.assign(document.createElement("p"), { textContent, className });

export class TeamAroundFamily extends HTMLElement {
  static observedAttributes = ["lang", "today"];
  #copy;
  #text; // of the copy as it was when it was given, whatever becomes of the object
  #words;
  #today;
  #said = {};
  #hidden = false;
  #left = false; // what a host gives while the other page is on its way is not shown
  #presses = [];
  #listening;

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
      this.#listening.abort();
      this.#clear();
    });
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
    const around = document.createElement("div");
    around.className = "ta-family__page";
    around.lang = page.language;
    around.dir = page.direction;
    around.append(this.#bar(), page.tree ? this.#plan(page.tree) : Object.assign(paragraph(page.refused, "ta-family__refused"), { role: "alert" }));
    this.shadowRoot.replaceChildren(around);
    this.#hide(this.#hidden);
    this.#tell("ta-ready", { shown: Boolean(page.tree), reason: page.refused });
  }

  #bar() {
    const said = this.#said;
    const [header, bar] = ["header", "div"].map((name) => document.createElement(name));
    header.className = "ta-family__way-out";
    bar.className = "ta-family__bar";
    const leave = button(said.exit, () => this.exit(), "ta-family__exit");
    const hide = button(said.hide, () => this.#hide(!this.#hidden));
    hide.dataset.hide = "";
    const print = button(said.print, () => this.print());
    bar.append(hide, " ", print, paragraph(said["exit.told"], "ta-family__told"), paragraph(said["print.told"], "ta-family__told"));
    header.append(leave, bar);
    return header;
  }

  #plan(tree) {
    const main = built(tree);
    for (const section of main.querySelectorAll("section[data-part]")) section.append(this.#asking(section));
    return main;
  }

  /** Somebody walks in: the plan is off the screen, and one button brings it back. */
  #hide(hidden) {
    this.#hidden = hidden;
    const [main, hide] = [this.shadowRoot.querySelector("main"), this.shadowRoot.querySelector("[data-hide]")];
    if (main) main.hidden = hidden;
    if (hide) hide.textContent = hidden ? this.#said.show : this.#said.hide;
  }

  /** What the reader says of one part: a comment, and never an edit. */
  #asking(section) {
    const said = this.#said;
    const heading = section.querySelector("h2").textContent;
    const asking = document.createElement("div");
    asking.className = "ta-family__asking";
    const open = (kind) => {
      const box = Object.assign(document.createElement("textarea"), { rows: 4, autocomplete: "off", maxLength: 5000 });
      const label = document.createElement("label");
      label.append(`${said[kind]}. ${said["comment.label"]}`, box);
      const send = button(said["comment.send"], async () => {
        const text = box.value.trim();
        if (!text || send.ariaDisabled) return box.focus();
        const waits = [];
        send.ariaDisabled = "true";
        this.#tell("ta-comment", { copy: JSON.parse(this.#text).id, part: section.dataset.part, kind, text, waitUntil: (promise) => waits.push(promise) });
        // Only what the host has is said to be sent; what it has not stays in its box.
        const failed = (await Promise.allSettled(waits)).find(({ status }) => status === "rejected");
        send.ariaDisabled = null;
        if (!box.isConnected) return;
        const reason = !(failed?.reason instanceof Error) && failed?.reason?.message; // what a script throws is no sentence
        const told = Object.assign(paragraph(failed ? reason || said["comment.failed"] : said["comment.sent"]), { tabIndex: -1 });
        told.setAttribute("role", failed ? "alert" : "status");
        if (failed) asking.replaceChildren(label, told, send, " ", back);
        else asking.replaceChildren(told);
        told.focus();
      });
      const back = button(said["comment.cancel"], () => closed(kind));
      asking.replaceChildren(label, send, " ", back);
      box.focus();
    };
    const closed = (kind) => {
      const buttons = ["wrong", "add"].map((kind) => {
        const made = button(said[kind], () => open(kind), "ta-family__link");
        made.setAttribute("aria-label", `${said[kind]}: ${heading}`);
        return made;
      });
      // Without a style two buttons that stand in one line are still two.
      asking.replaceChildren(buttons[0], " ", buttons[1]);
      if (kind) buttons[kind === "wrong" ? 0 : 1].focus();
    };
    closed();
    return asking;
  }

  #key(event) {
    if (event.key !== "Shift" || event.repeat) return void (this.#presses = []);
    this.#presses = [...this.#presses, event.timeStamp].filter((at) => event.timeStamp - at < WITHIN);
    if (this.#presses.length >= PRESSES) this.exit();
  }

  #clear() {
    if (this.#left) return;
    this.shadowRoot.replaceChildren(document.createElement("slot"));
  }

  #forget() {
    this.#copy = this.#text = undefined;
    this.shadowRoot.replaceChildren(paragraph(this.#said.gone ?? "", "ta-family__refused"));
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("team-around-family")) customElements.define("team-around-family", TeamAroundFamily);
