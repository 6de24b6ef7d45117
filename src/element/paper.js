// What was typed, on paper: a box is there as it is on the screen, and cuts what is longer. While a page is printed, its
// text stands in its place.

const EVENTS = ["beforeprint", "afterprint"];
const SINGLE = "input.govuk-input:not(.govuk-input--width-2, .govuk-input--width-4)";
const boxes = () => (CSS.supports("field-sizing", "content") ? `${SINGLE}, select` : `${SINGLE}, select, textarea`);
const textOf = ({ value, selectedOptions }) => selectedOptions?.[0]?.text ?? value;

export class Paper {
  #root;
  #shown = []; // [box, the text in its place]

  constructor(root) {
    this.#root = root;
  }

  watch() {
    for (const event of EVENTS) addEventListener(event, this);
  }

  leave() {
    for (const event of EVENTS) removeEventListener(event, this);
    this.#hide();
  }

  handleEvent({ type }) {
    this.#hide();
    if (type === "beforeprint") this.#show();
  }

  #show() {
    const typed = [...this.#root.querySelectorAll(boxes())].filter(({ value }) => value.trim());
    this.#shown = typed.map((box) => [box, Object.assign(document.createElement("div"), { className: "ta-on-paper", textContent: textOf(box), dir: "auto" })]);
    for (const [box, text] of this.#shown) {
      box.classList.add("ta-off-paper");
      box.after(text);
    }
  }

  #hide() {
    for (const [box, text] of this.#shown) {
      box.classList.remove("ta-off-paper");
      text.remove();
    }
    this.#shown = [];
  }
}
