// What has the focus is seen. What stands between it and the screen takes its height only once it comes near, so a box
// that was scrolled to may have been pushed away again before it is drawn.

const LONG = 200; // milliseconds after which everything near the screen has its height
const PARTS = Array.from({ length: 11 }, (_, tenths) => tenths / 20); // shares of a box up to half of it

/** Brings the box that has the focus on the screen again, where it is pushed away within a moment. */
export function seen(box) {
  // Told by the browser as it draws: to look at each frame would make it draw frames to be looked at.
  const observer = new IntersectionObserver((entries) => {
    if (box.getRootNode().activeElement !== box) return observer.disconnect();
    const { intersectionRect, boundingClientRect } = entries.at(-1);
    if (intersectionRect.height >= Math.min(boundingClientRect.height, innerHeight) / 2) return;
    box.scrollIntoView({ block: "nearest" });
    // It may be pushed away again before the browser looks: to be out of sight twice is no change that it would tell.
    observer.unobserve(box);
    observer.observe(box);
  }, { threshold: PARTS });
  observer.observe(box);
  setTimeout(() => observer.disconnect(), LONG);
}
