// What a host gives, as the form's module takes it.

export const asText = (value) => (typeof value === "string" ? value : JSON.stringify(value ?? null));

/** Whether it is a key of the browser's own, of which a page that is not secure knows none. */
export const isKey = (value) => Boolean(globalThis.CryptoKey) && value instanceof CryptoKey;

const isRecord = (value) => /^\[object (Object|Array)\]$/.test(Object.prototype.toString.call(value)) || typeof value?.toJSON === "function";

/** What is neither text nor an object is no record, nor is a promise of one: as text it is refused with a sentence. */
export const asRecord = (value) => (value === undefined || value === null || isRecord(value) ? (value ?? null) : wholeLetters(String(value)));

// One escape of JSON after the other: a letter that is written in two halves, half a one, or any other.
const ESCAPE = /\\(?:ud[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|(ud[89a-f][\da-f]{2})|.)/gis;

/** JSON text without half a letter, as text has that was cut to a length: nobody could read the rest with it. */
export const wholeLetters = (json) => (/\\ud/i.test(json) ? json.replace(ESCAPE, (escape, half) => (half ? "\ufffd" : escape)) : json);

/** A day of this device's, `YYYY-MM-DD`. */
export const civil = (day = new Date()) =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, "0")).join("-");

export const isWelsh = (language) => /^\s*cy([-_]|\s*$)/i.test(language);

export const json = (text, name) => new File([text], name, { type: "application/json" });

/** A record in the place of the one before: in its envelope, where that is what a host gave. */
export function within(given, record) {
  try {
    const whole = typeof given === "string" ? JSON.parse(given) : given;
    return whole?.format ? JSON.stringify({ ...whole, record: JSON.parse(record) }) : record;
  } catch {
    return record;
  }
}
