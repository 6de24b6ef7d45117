// Makes elements out of what src/form/script.rs wrote down: in one call, however many there are.

// The steps, as script.rs writes them.
const [OPEN, CLOSE, ATTRIBUTE, KNOWN_ATTRIBUTE, TEXT, ASKED] = [0, 1, 2, 3, 4, 5];

/**
 * Draws at the end of `into`, where there is one. `steps` are the numbers, `known` the words that they name, `text`
 * all other text on end. Answers with the elements that were asked for, in their order. Nothing is read as HTML.
 */
export function draw(steps, text, known, into) {
  const whole = document.createDocumentFragment();
  const around = [];
  const asked = [];
  let now = whole;
  let at = 0;
  let read = 0;
  const word = () => known[steps[at++]];
  const spelt = () => text.slice(read, (read += steps[at++]));
  const does = {
    [OPEN]() {
      around.push(now);
      now = document.createElement(word());
    },
    [CLOSE]() {
      const made = now;
      now = around.pop();
      now.appendChild(made);
    },
    [ATTRIBUTE]: () => now.setAttribute(word(), spelt()),
    [KNOWN_ATTRIBUTE]: () => now.setAttribute(word(), word()),
    [TEXT]: () => now.appendChild(document.createTextNode(spelt())),
    [ASKED]: () => asked.push(now),
  };
  while (at < steps.length) does[steps[at++]]();
  into?.appendChild(whole);
  return asked;
}
