// Whether text can be read: nothing cut off, nothing beside the window, nothing upon something else.  WCAG 1.4.4, 1.4.10, 1.4.12

/** In the page: each piece of text that is beside the window, cut off by a box, or under another piece. */
export function clipped(selector) {
  const root = document.querySelector(selector)?.shadowRoot ?? document.body;
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const [found, pieces] = [[], []];
  const wide = document.scrollingElement.scrollWidth;
  if (wide > innerWidth) found.push(`the page is ${wide} wide in a window of ${innerWidth}`);
  const cuts = (box, rect) => {
    const { overflowX, overflowY, position } = getComputedStyle(box);
    const inner = box.getBoundingClientRect();
    const beside = overflowX !== "visible" && (rect.left < inner.left - 1 || rect.right > inner.right + 1);
    return position === "fixed" || beside || (overflowY !== "visible" && (rect.top < inner.top - 1 || rect.bottom > inner.bottom + 1));
  };
  while (walk.nextNode()) {
    const { currentNode: text } = walk;
    const parent = text.parentElement ?? root.host;
    if (!text.data.trim() || parent.closest("style, script, textarea") || !parent.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1) continue;
      const said = text.data.trim().slice(0, 30);
      if (rect.left < -0.5 || rect.right > innerWidth + 0.5) found.push(`“${said}” is beside the window: ${Math.round(rect.left)} to ${Math.round(rect.right)}`);
      for (let box = parent; box && box !== document.body; box = box.parentElement) if (cuts(box, rect)) found.push(`“${said}” is cut off by ${box.localName}.${box.className}`);
      // What stays while the page goes by is upon the text for a while, and is looked at apart.
      if (!parent.closest(".ta-family__exit")) pieces.push({ said, rect, parent });
    }
  }
  pieces.sort((one, other) => one.rect.top - other.rect.top);
  for (const [at, { said, rect, parent }] of pieces.entries())
    for (let next = at + 1; next < pieces.length && pieces[next].rect.top < rect.bottom - 3; next += 1) {
      const other = pieces[next];
      const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
      const down = Math.min(rect.bottom, other.rect.bottom) - other.rect.top;
      // Lines of one text may touch; the letters' boxes are a little higher than the letters.
      if (across > 2 && down > rect.height * 0.35 && parent !== other.parent) found.push(`“${said}” and “${other.said}” are upon each other`);
    }
  return { found: [...new Set(found)].slice(0, 6), pieces: pieces.length };
}

/** In the page: the spacing that a reader may choose (WCAG 1.4.12), in the page and in each shadow root. */
export function spaced() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
  for (const root of [document, ...[...document.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot).filter(Boolean)]) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** In the page: every style of its own is gone, and what the browser itself does is left. */
export function unstyled() {
  document.querySelectorAll("style, link[rel=stylesheet]").forEach((style) => style.remove());
  for (const { shadowRoot } of document.querySelectorAll("*")) if (shadowRoot) shadowRoot.adoptedStyleSheets = [];
}

/** In the page: what can be pressed or marks a part off, and cannot be told from what is around it. */
export function indistinct(selector) {
  const root = document.querySelector(selector)?.shadowRoot ?? document.body;
  const shown = (all) => [...root.querySelectorAll(all)].filter((one) => one.checkVisibility());
  const bordered = (one, side) => {
    const style = getComputedStyle(one);
    const [width, line, colour] = ["Width", "Style", "Color"].map((part) => style[`border${side}${part}`]);
    return parseFloat(width) >= 1 && line !== "none" && colour !== getComputedStyle(document.body).backgroundColor && !/^rgba.*, 0\)$/.test(colour);
  };
  const told = (one) => `${one.localName}.${one.className} “${one.textContent.trim().slice(0, 30)}”`;
  const boxes = shown("button, textarea").filter((one) => !bordered(one, "Top") && !getComputedStyle(one).textDecorationLine.includes("underline"));
  const links = shown("a").filter((one) => !bordered(one, "Top") && !getComputedStyle(one).textDecorationLine.includes("underline"));
  const parts = shown("li").filter((one) => !bordered(one, getComputedStyle(one).direction === "rtl" ? "Right" : "Left"));
  const sections = shown("h2").filter((one) => !bordered(one, "Top"));
  const pale = shown("p, dt, dd, h1, h2, button, a").filter((one) => getComputedStyle(one).color === getComputedStyle(one).backgroundColor);
  return { found: [...boxes, ...links, ...parts, ...sections, ...pale].map(told), looked: shown("button, a, li, h2").length };
}
