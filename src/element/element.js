// The custom element: a thin class around what the crate exports.

import start, { mount } from "./team_around.js";

const address = new URL("./team-around.css", import.meta.url);
const sheet = new CSSStyleSheet();
let begun;

function ready() {
  begun ??= Promise.all([
    start(),
    fetch(address)
      .then((answer) => answer.text())
      .then((css) => sheet.replace(css)),
  ]);
  return begun;
}

export class TeamAroundPlan extends HTMLElement {
  #handle;

  async connectedCallback() {
    try {
      await ready();
      if (this.#handle || !this.isConnected) return;
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      this.#handle = mount(root.appendChild(document.createElement("div")));
      this.#tell("ta-ready");
    } catch (error) {
      this.#tell("ta-error", { message: String(error) });
    }
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get("team-around-plan")) customElements.define("team-around-plan", TeamAroundPlan);
