// Sentences and buttons that stand around a form, where the form's own module does not draw them.

const LONDON = "en-GB"; // figures alone, which read the same in both languages

export const time = (at) => new Intl.DateTimeFormat(LONDON, { hour: "2-digit", minute: "2-digit" }).format(at);
export const day = (at, exactly = true) => new Intl.DateTimeFormat(LONDON, { dateStyle: "short", ...(exactly && { timeStyle: "short" }) }).format(at);

/** A sentence with its facts. */
export const fill = (sentence = "", facts = {}) => sentence.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");

export const paragraph = (textContent, className) => Object.assign(document.createElement("p"), { textContent, className });

export const element = (name, className, ...children) => {
  const made = Object.assign(document.createElement(name), { className });
  made.append(...children);
  return made;
};

/** What it does is not done within the click, which the form hears too: it may take the form away. */
export function button(textContent, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "ta-link-button", textContent });
  made.addEventListener("click", () => setTimeout(act));
  return made;
}
