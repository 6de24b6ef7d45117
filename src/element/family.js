// <team-around-family>: the copy that one reader of a family is given. It stores nothing and asks nobody for
// anything; what it is not given an approved copy of, it does not show.

import css from "../reading/page/family.css";
import look from "./family_look.css";
import start, { family_page } from "./team_around_family.js";

const NEUTRAL = "https://www.bbc.co.uk/weather"; // where "Leave this page" leads, unless the host says otherwise
const PRESSES = 3; // of the Shift key …
const WITHIN = 5000; // … within so many milliseconds
const begun = start();
const sheet = new CSSStyleSheet();
sheet.replaceSync(css + look);

const civil = () => {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
};
const asText = (given) => (typeof given === "string" ? given : JSON.stringify(given ?? null));

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

const paragraph = (textContent, className) => Object.assign(document.createElement("p"), { textContent, className });

export class TeamAroundFamily extends HTMLElement {
  static observedAttributes = ["lang", "today"];
  #copy;
  #words;
  #today;
  #said = {};
  #hidden = false;
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
    const address = this.getAttribute("exit-url") || NEUTRAL;
    this.#clear();
    this.#copy = undefined;
    this.#tell("ta-exit", {});
    location.replace(/^https?:/i.test(address) ? address : NEUTRAL);
  }

  async #show() {
    if (!this.isConnected || this.#copy === undefined || this.#copy === null) return;
    await begun;
    // What was given last is what is shown.
    if (!this.isConnected || this.#copy === undefined || this.#copy === null) return;
    const today = this.#today ?? this.getAttribute("today") ?? civil();
    const page = JSON.parse(family_page(asText(this.#copy), today, this.getAttribute("lang") ?? "", this.#words ? asText(this.#words) : ""));
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
    const bar = document.createElement("header");
    bar.className = "ta-family__bar";
    const leave = button(said.exit, () => this.exit(), "ta-family__exit");
    const hide = button(said.hide, () => this.#hide(!this.#hidden));
    hide.dataset.hide = "";
    const print = button(said.print, () => this.print());
    bar.append(leave, hide, print, paragraph(said["exit.told"], "ta-family__told"), paragraph(said["print.told"], "ta-family__told"));
    return bar;
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
        this.#tell("ta-comment", { copy: JSON.parse(asText(this.#copy)).id, part: section.dataset.part, kind, text, waitUntil: (promise) => waits.push(promise) });
        // Only what the host has is said to be sent; what it has not stays in its box.
        const failed = (await Promise.allSettled(waits)).find(({ status }) => status === "rejected");
        send.ariaDisabled = null;
        if (!box.isConnected) return;
        const reason = !(failed?.reason instanceof Error) && failed?.reason?.message; // what a script throws is no sentence
        const told = Object.assign(paragraph(failed ? reason || said["comment.failed"] : said["comment.sent"]), { tabIndex: -1 });
        told.setAttribute("role", failed ? "alert" : "status");
        if (failed) asking.replaceChildren(label, told, send, back);
        else asking.replaceChildren(told);
        told.focus();
      });
      const back = button(said["comment.cancel"], () => closed(kind));
      asking.replaceChildren(label, send, back);
      box.focus();
    };
    const closed = (kind) => {
      const buttons = ["wrong", "add"].map((kind) => {
        const made = button(said[kind], () => open(kind), "ta-family__link");
        made.setAttribute("aria-label", `${said[kind]}: ${heading}`);
        return made;
      });
      asking.replaceChildren(...buttons);
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
    this.shadowRoot.replaceChildren(document.createElement("slot"));
  }

  #forget() {
    this.#copy = undefined;
    this.shadowRoot.replaceChildren(paragraph(this.#said.gone ?? "", "ta-family__refused"));
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("team-around-family")) customElements.define("team-around-family", TeamAroundFamily);
