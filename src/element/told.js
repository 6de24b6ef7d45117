// Sentences and buttons that stand around a form, where the form's own module does not draw them.

// Figures alone, which read the same in both languages. The browser's own formats take 13 ms to begin with, in the
// middle of what somebody types.
const figures = (between, ...numbers) => numbers.map((number) => String(number).padStart(2, "0")).join(between);

export function time(at) {
  const then = new Date(at);
  return figures(":", then.getHours(), then.getMinutes());
}

export function day(at, exactly = true) {
  const then = new Date(at);
  const date = figures("/", then.getDate(), then.getMonth() + 1, then.getFullYear());
  return exactly ? `${date}, ${time(at)}` : date;
}

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

/** Whether somebody is sure of what nobody could bring back, as a question that takes the focus, a yes and a no. */
export function sure(said, question, yes, no) {
  const asked = Object.assign(paragraph(said[question], "govuk-body"), { tabIndex: -1 });
  return [asked, button(said[`${question}_remove`], yes), button(said[`${question}_keep`], no)];
}
