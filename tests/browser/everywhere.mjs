// Every place in which a page can show, keep or send what it was given, read as text.  reliability.md V1

import { MARK } from "./cases.mjs";
import { paper } from "./paper.mjs";
import { kept } from "./stays.mjs";

/** What the clipboard has, in every form that it has of it. */
const onClipboard = (page) =>
  page.evaluate(async () => {
    const items = await navigator.clipboard.read();
    const texts = items.flatMap((item) => item.types.map(async (type) => (await item.getType(type)).text()));
    getSelection().removeAllRanges();
    return (await Promise.all(texts)).join("\n");
  });

/** What is copied when everything is chosen with a key, and when all that an element shows is chosen with the mouse. */
async function copied(page) {
  await page.bringToFront();
  const all = [];
  for (const whole of [true, false]) {
    await page.evaluate(() => navigator.clipboard.writeText("nothing"));
    if (whole) await page.locator("body").press("ControlOrMeta+A");
    else await page.evaluate(() => {
      const root = [...document.querySelectorAll("*")].find(({ shadowRoot }) => shadowRoot)?.shadowRoot.firstElementChild;
      getSelection().selectAllChildren(root ?? document.body);
    });
    await page.keyboard.press("ControlOrMeta+C");
    all.push(await onClipboard(page));
  }
  return all.join("\n");
}

/** What looks like a mark in the memory of the page's modules, as UTF-8 and as UTF-16. */
const remembered = (page) =>
  page.evaluate((mark) => {
    const [decoder, pattern] = [new TextDecoder("latin1"), new RegExp(mark, "g")];
    const texts = (globalThis.memories ?? []).map((memory) => decoder.decode(memory.buffer)).flatMap((text) => [text, text.replaceAll("\0", "")]);
    return texts.flatMap((text) => text.match(pattern) ?? []).join("\n");
  }, MARK);

/** Where the page can be told apart from another by somebody who does not see it. */
const names = (page) =>
  page.evaluate(() => [document.title, location.href, document.referrer, JSON.stringify(history.state), ...performance.getEntries().map(({ name }) => name)].join("\n"));

/** All of them, by name. */
export async function everywhere(page) {
  const client = await page.context().newCDPSession(page);
  const { root } = await client.send("DOM.getDocument", { depth: -1, pierce: true });
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const { entries } = await client.send("Page.getNavigationHistory");
  const { data } = await client.send("Page.captureSnapshot");
  await client.detach();
  const printed = await paper(page);
  return {
    dom: JSON.stringify(root), tree: JSON.stringify(nodes), history: JSON.stringify(entries),
    // A page that is saved is written in lines of 76 letters.
    saved: data.replaceAll("=\r\n", ""),
    print: printed.text, properties: JSON.stringify(printed.info),
    clipboard: await copied(page), names: await names(page), kept: JSON.stringify(await kept(page)), memory: await remembered(page),
    console: [...page.heard.console, ...page.heard.errors, ...page.heard.strangers].join("\n"),
  };
}
