// Takes a page out of a shadow root, and out of the browser's memory.

/** Puts other nodes in place of what stands there. Chromium keeps a radio button that is taken out of a shadow root in
 *  that root's list of its group, and with it all that stood beside it; one that has no name is in no group. */
export function replace(root, ...nodes) {
  for (const radio of root.querySelectorAll("input[type=radio]")) radio.removeAttribute("name");
  root.replaceChildren(...nodes);
}
