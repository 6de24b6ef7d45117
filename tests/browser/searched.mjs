// Looks for what must not be there any more: in the page, in the accessibility tree, in the memory of every
// WebAssembly module, and, to be told and not promised, on the heap of the scripts.

import { hkdfSync } from "node:crypto";

/** Before the page's own scripts: keeps the memory of each module, and each key that is drawn or derived. */
export const watched = (page) =>
  page.addInitScript(() => {
    globalThis.memories = [];
    globalThis.keysSeen = [];
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const real = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const result = await real.apply(WebAssembly, given);
        const { memory } = (result.instance ?? result).exports;
        if (memory) globalThis.memories.push(memory);
        return result;
      };
    }
    const draw = crypto.getRandomValues.bind(crypto);
    crypto.getRandomValues = (array) => {
      const drawn = draw(array);
      if (drawn.length === 56) globalThis.keysSeen.push([...drawn.slice(0, 32)]);
      if (drawn.length === 96) globalThis.keysSeen.push([...drawn.slice(16, 48)]);
      return drawn;
    };
    const sign = crypto.subtle.sign.bind(crypto.subtle);
    crypto.subtle.sign = async (...given) => {
      const signed = await sign(...given);
      if (new TextDecoder().decode(given[2]) === "team-around-drafts") globalThis.keysSeen.push([...new Uint8Array(signed)]);
      return signed;
    };
  });

/** The bytes of a host's secret, and of the key that is made of it. */
export const hostKeys = (secret) => [
  [...Buffer.from(secret)],
  [...Buffer.from(hkdfSync("sha256", Buffer.from(secret), "", "team-around-draft/host/v1", 32))],
];

/** How often each text, and how often any key, stands in the modules' memory. */
export const inMemory = (page, texts, keys = []) =>
  page.evaluate(([texts, keys]) => {
    const decoder = new TextDecoder("latin1");
    const wide = (text) => new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
    const patterns = {
      text: texts.flatMap((text) => [new TextEncoder().encode(text), wide(text)]),
      key: [...keys, ...globalThis.keysSeen].map((key) => Uint8Array.from(key)),
    };
    const count = (where, pattern) => where.split(decoder.decode(pattern)).length - 1;
    const memories = globalThis.memories.map((memory) => decoder.decode(memory.buffer));
    const of = (list) => memories.reduce((sum, memory) => sum + list.reduce((hits, pattern) => hits + count(memory, pattern), 0), 0);
    return { modules: memories.length, keysKnown: patterns.key.length, texts: of(patterns.text), keys: of(patterns.key) };
  }, [texts, keys]);

/** How often the texts stand in the page and in the accessibility tree. */
export async function inPage(page, texts) {
  const client = await page.context().newCDPSession(page);
  const { root } = await client.send("DOM.getDocument", { depth: -1, pierce: true });
  const values = await page.evaluate(() => [...document.querySelectorAll("*")].flatMap((host) => [...(host.shadowRoot?.querySelectorAll("input, textarea, select") ?? [])]).map((box) => box.value));
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  await client.detach();
  const count = (where) => texts.reduce((sum, text) => sum + where.split(text).length - 1, 0);
  return { dom: count(JSON.stringify(root)) + count(JSON.stringify(values)), tree: count(JSON.stringify(nodes)) };
}

/** How many strings of the scripts' heap hold one of the texts, after what is not used was collected. */
export async function onHeap(page, texts) {
  const client = await page.context().newCDPSession(page);
  let snapshot = "";
  client.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => (snapshot += chunk));
  await client.send("HeapProfiler.collectGarbage");
  await client.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await client.detach();
  const { strings } = JSON.parse(snapshot);
  return strings.filter((string) => texts.some((text) => string.includes(text))).length;
}
