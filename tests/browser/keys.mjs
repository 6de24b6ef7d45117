// A person with a keyboard and no mouse. Every stop of the focus is looked at.

import assert from "node:assert/strict";

const FAR = 400; // stops after which something cannot be reached

/** Where the focus is, and whether the stop before looked different with the focus than without. */
function look() {
  const deepest = (root) => {
    const active = root.activeElement;
    return active?.shadowRoot?.activeElement ? deepest(active.shadowRoot) : active;
  };
  const looks = (element) =>
    [[element, null], [element.nextElementSibling, "::before"]]
      .filter(([node]) => node)
      .map(([node, part]) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderWidth } = getComputedStyle(node, part);
        return outlineStyle === "none" ? boxShadow + borderWidth : [outlineStyle, outlineWidth, outlineColor, boxShadow, borderWidth].join();
      })
      .join(" | ");
  const name = (element) => {
    const labels = [...(element.labels ?? [])].map((label) => label.textContent);
    const words = element.getAttribute("aria-label") ?? (labels.join(" ") || element.textContent);
    return words.trim().replace(/\s+/g, " ");
  };
  const before = globalThis.lastStop;
  const active = deepest(document);
  const host = active?.getRootNode().host;
  const same = before?.element === active;
  const left = before?.element.isConnected && !same && before.element !== document.body;
  const faint = left && before.looks === looks(before.element) ? before.name : null;
  globalThis.lastStop = { element: active, looks: looks(active), name: name(active) };
  const box = active.getBoundingClientRect();
  return {
    name: name(active),
    group: active.closest("fieldset")?.querySelector("legend")?.textContent ?? "",
    tag: active.localName,
    type: active.getAttribute("type") ?? "",
    id: active.id,
    heading: active.dataset.heading ?? "",
    inside: Boolean(host?.localName.startsWith("team-around-")),
    seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
    faint,
    same,
  };
}

/** Keys pressed on a page, and what was seen at each stop. */
export class Keys {
  stops = 0;
  faint = new Set();
  unseen = new Set();

  constructor(page) {
    this.page = page;
  }

  async here() {
    const stop = await this.page.evaluate(look);
    if (stop.faint) this.faint.add(stop.faint);
    return stop;
  }

  /** Tab, or Shift and Tab, until the stop that is wanted. */
  async to(name, { back = false, group = "", tag = "" } = {}) {
    const passed = [];
    for (let count = 0; count < FAR; count += 1) {
      await this.page.keyboard.press(back ? "Shift+Tab" : "Tab");
      const stop = await this.here();
      this.stops += 1;
      if (!stop.seen && stop.inside) this.unseen.add(stop.name || stop.id);
      assert.ok(!stop.same, `the focus stays at “${stop.name}” (${stop.id})`);
      passed.push(stop.name);
      const fits = name instanceof RegExp ? name.test(stop.name) : stop.name === name;
      if (fits && stop.inside && stop.group.includes(group) && (!tag || tag === stop.tag)) return stop;
    }
    assert.fail(`“${name}” is not reached by Tab; passed: ${[...new Set(passed)].join(" · ")}`);
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** A button reached by Tab and pressed. */
  async push(name, settings = {}) {
    await this.to(name, { tag: "button", ...settings });
    await this.press(settings.key ?? "Enter");
    await this.page.waitForTimeout(30);
    const stop = await this.here();
    assert.ok(stop.inside, `after “${name}” the focus is lost: it is on ${stop.tag}`);
  }

  async write(label, text, settings = {}) {
    await this.to(label, settings);
    await this.page.keyboard.type(text);
  }

  async day(group, day, month, year) {
    await this.write("Day", String(day), { group });
    await this.write("Month", String(month));
    await this.write("Year", String(year));
  }

  /** An option of a select, by arrow keys. */
  async choose(label, option) {
    await this.to(label, { tag: "select" });
    const chosen = () => this.page.evaluate(() => {
      const select = globalThis.lastStop.element;
      return select.selectedOptions[0]?.textContent;
    });
    for (let count = 0; count < 60; count += 1) {
      if ((await chosen())?.includes(option)) return;
      await this.press("ArrowDown");
    }
    assert.fail(`“${option}” is not among the options of “${label}”`);
  }

  /** A radio button: Tab to the group, Space, then arrow keys. */
  async pick(group, option) {
    await this.to(/./, { group, tag: "input" });
    await this.press("Space");
    for (let count = 0; count < 20; count += 1) {
      const stop = await this.here();
      if (stop.name === option) return;
      await this.press("ArrowDown");
    }
    assert.fail(`“${option}” is not among the answers to “${group}”`);
  }

  told() {
    assert.deepEqual([...this.faint], [], "stops whose focus cannot be seen");
    assert.deepEqual([...this.unseen], [], "stops outside what is in view");
    return `${this.stops} stops by Tab, the focus visible at each`;
  }
}
