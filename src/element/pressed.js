// A press that the page moved away from under the pointer, as it does where something above takes its height in that
// moment. The browser says then that what holds both was clicked, and nothing would happen.

const ACTS = "button, summary, label, input";
const STILL = 4; // CSS pixels that a hand moves between pressing and letting go

/** What was pressed acts, though something else stands there as the pointer is let go: where it moved, and not the hand. */
export function presses(root) {
  let pressed;
  root.addEventListener("pointerdown", ({ target, button, clientX, clientY }) => {
    const acts = button === 0 ? target.closest(ACTS) : undefined;
    pressed = acts && { acts, at: placeOf(acts), clientX, clientY };
  });
  root.addEventListener("click", ({ isTrusted, target, clientX, clientY }) => {
    if (!pressed || !isTrusted) return;
    const { acts, at, ...from } = pressed;
    pressed = undefined;
    const isMissed = acts !== target && target.contains(acts) && acts.checkVisibility() && !acts.closest("[inert]");
    const isStill = Math.hypot(clientX - from.clientX, clientY - from.clientY) < STILL;
    if (isMissed && isStill && placeOf(acts) !== at) acts.click();
  });
}

const placeOf = (element) => {
  const { left, top } = element.getBoundingClientRect();
  return `${Math.round(left)} ${Math.round(top)}`;
};
