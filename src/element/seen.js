// What has the focus is seen. What stands between it and the screen takes its height only once it comes near, so a box
// that was scrolled to may have been pushed away again before it is drawn.

const FRAMES = 6; // after which everything near the screen has its height

/** Looks for some frames whether the box that has the focus is on the screen, and brings it there. */
export function seen(box) {
  let frames = 0;
  const look = () => {
    frames += 1;
    if (frames > FRAMES || box.getRootNode().activeElement !== box) return;
    const { top, bottom, height } = box.getBoundingClientRect();
    const shown = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (shown < Math.min(height, innerHeight) / 2) box.scrollIntoView({ block: "nearest" });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
