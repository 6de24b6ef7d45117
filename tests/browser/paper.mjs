// A page on paper: what Chromium prints of it, read back by a reader that is not Chromium's.

import { getDocumentProxy } from "unpdf";

/** Every element of a page's structure with what it is: a heading, a list, a paragraph. */
function tags(node, found = []) {
  if (node?.role) found.push({ role: node.role, lang: node.lang });
  node?.children?.forEach((child) => tags(child, found));
  return found;
}

/** Prints a page on A4; answers with its sheets: their size, each line with its place and height, and its tags. */
export async function paper(page) {
  return read(await page.pdf({ format: "A4", preferCSSPageSize: true, tagged: true, margin: { top: "12mm", bottom: "12mm", left: "12mm", right: "12mm" } }));
}

/** Reads a PDF. */
export async function read(bytes) {
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const sheets = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const sheet = await file.getPage(number);
    const { items } = await sheet.getTextContent();
    const [, , width, height] = sheet.view;
    const lines = items.filter(({ str }) => str?.trim()).map(({ str, height, transform, width }) => ({ text: str, size: height, x: transform[4], y: transform[5], width }));
    sheets.push({ width, height, lines, tags: tags(await sheet.getStructTree()) });
  }
  const { info } = await file.getMetadata();
  const marked = Boolean((await file.getMarkInfo())?.Marked);
  await file.cleanup();
  return { sheets, info, marked, text: sheets.flatMap(({ lines }) => lines.map(({ text }) => text)).join("\n") };
}
