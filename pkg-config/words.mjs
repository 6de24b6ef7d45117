// The sentences that scripts of the package say, read from src/words.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const WORDS = join(import.meta.dirname, "..", "src", "words");

/** What a script says before the form's own sentences are there: English, and what Welsh needs at once. */
export function first() {
  const { kept, stopped, lock, ...first } = around("cy");
  return { en: around("en"), cy: first };
}

/** What is said in Welsh around a form that stands there: it comes with the form's own Welsh. */
export function welshAround() {
  const { kept, stopped, lock } = around("cy");
  return { kept, stopped, lock };
}

/** The sentences for when the form itself cannot start, and those around it, by their last word. */
function around(language) {
  const lines = readFileSync(join(WORDS, language, "element.txt"), "utf8").split("\n");
  const entries = lines.filter((line) => line.startsWith("element.")).map((line) => line.split(" = "));
  const of = (within) => entries.filter(([key]) => key.startsWith(within)).map(([key, sentence]) => [key.trim().slice(within.length), sentence.trim()]);
  const own = of("element.").filter(([key]) => !key.includes("."));
  return { ...Object.fromEntries(own), kept: Object.fromEntries(of("element.kept.")), stopped: Object.fromEntries(of("element.stopped.")), lock: { lang: language, ...Object.fromEntries(of("element.lock.")) } };
}

/** All sentences of a language that a form may say, without the comments. */
export function sentences(language) {
  const folder = join(WORDS, language);
  const elsewhere = ["command.txt", "family.txt", "vectors.txt"];
  const lines = readdirSync(folder).filter((name) => !elsewhere.includes(name)).flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  return lines.filter((line) => line.includes(" = ") && !line.startsWith("#")).join("\n");
}
