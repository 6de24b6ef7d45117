// A press that the page moved away from under the pointer, as it does where something above takes its height in that
// moment. The browser says then that what holds both was clicked, and nothing would happen.

const ACTS = "button, summary, label, input";
const STILL = 4; // CSS pixels that a hand moves between pressing and letting go

/** What was pressed acts, though something else stands there as the pointer is let go. */
export function presses(root) {
  let pressed;
  root.addEventListener("pointerdown", ({ target, button, clientX, clientY }) => {
    pressed = { acts: button === 0 ? target.closest(ACTS) : undefined, clientX, clientY };
  });
  root.addEventListener("click", ({ target, clientX, clientY }) => {
    const { acts, ...from } = pressed ?? {};
    pressed = undefined;
    const isMissed = acts?.isConnected && acts !== target && target.contains(acts);
    if (isMissed && Math.hypot(clientX - from.clientX, clientY - from.clientY) < STILL) acts.click();
  });
}
