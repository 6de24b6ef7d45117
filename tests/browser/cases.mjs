// The readers that `cargo xtask` has written for these tests: what each is given, and what each may have.
//
//   FAMILY_CASES=FILE FAMILY_CASE_COUNT=24 cargo test --test family written_for_the_browser -- --ignored

import { readFileSync } from "node:fs";
import { env } from "node:process";

if (!env.FAMILY_CASES) throw new Error("FAMILY_CASES is not set: it is the file of readers. `cargo xtask test` writes it and sets it.");

const lines = readFileSync(env.FAMILY_CASES, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));

/** The readers of generated records: `{seed, copy, html, may}`. */
export const cases = lines.filter(({ seed }) => seed !== undefined);
/** The long copy in each language: `{language, copy, html, words}`. */
export const long = Object.fromEntries(lines.filter(({ language }) => language).map((page) => [page.language, page]));

/** A text as it is searched: a line may end anywhere between two words. */
const close = (text) => text.replace(/[\s\u2066-\u2069]+/g, "");
const whose = new Map(cases.flatMap(({ marks }) => Object.entries(marks).flatMap(([name, forms]) => forms.map((form) => [close(form), name]))));
/** Everybody who has a mark. */
export const everybody = new Set(whose.values());
/** Each name with its mark as a file has it. */
export const markOf = Object.fromEntries(cases.flatMap(({ marks }) => Object.entries(marks).map(([name, [form]]) => [name, form])));

// A word, a day as a file and as a page has it, a number.
const WORD = "zq[bcdghjklmnprstvw]{8}";
const DAYS = ["20\\d\\d-\\d\\d-\\d\\d", "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\d{1,2}[A-Z][a-z]+20\\d\\d"];
const NUMBER = "\\b704\\d{4}\\b";
/** What a mark looks like in memory, where nothing stands between its letters. */
export const MARK = [WORD, DAYS[0], NUMBER].join("|");

/** Whose marks stand in a text. A word that looks like one and is nobody's is found too. */
export function found(text) {
  const hits = [...(close(text).match(new RegExp([WORD, ...DAYS].join("|"), "g")) ?? []), ...(text.match(new RegExp(NUMBER, "g")) ?? [])];
  return new Set(hits.map((hit) => whose.get(hit) ?? (hit.startsWith("zq") ? `nobody’s ${hit}` : undefined)).filter(Boolean));
}
