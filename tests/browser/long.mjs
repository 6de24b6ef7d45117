// The long copy as a reader opens it, in the page or as a file.

import { long } from "./cases.mjs";
import { FAMILY } from "./reader.mjs";
import { visit } from "./world.mjs";

/** The long copy, shown by the element or as the file that it is without scripts. */
export async function shown(t, way, language = "en", settings = {}) {
  const { copy, html, words } = long[language];
  const prepare = async (page) => {
    await page.route("**/pages/assets/family-copy.json", (route) => route.fulfill({ contentType: "application/json", body: copy }));
    await page.route("**/pages/file.html", (route) => route.fulfill({ contentType: "text/html", body: html }));
  };
  const page = await visit(t, { path: way === "file" ? "/pages/file.html" : "/pages/family.html", prepare, ...settings });
  if (way === "element") {
    await page.locator(`${FAMILY} main`).waitFor();
    await page.locator(FAMILY).evaluate((element, given) => {
      element.setAttribute("lang", given.language);
      if (given.words) element.words = given.words;
    }, { language, words });
    await page.locator(`${FAMILY} main[lang=${language}]`).waitFor();
  }
  return page;
}
