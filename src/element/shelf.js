// What stands on this device: the drafts of every form and person, of which one's key opens one's own.
//
// `here` is what there is to do it with: {module, journal, slots, keys, marks}. `slots` says whether local storage
// can be used; `marks` say, for this browser alone, whose a draft is and what it is of.

import { inSlots } from "./device.js";
import { shut } from "./marks.js";

const DRAFT = /^[\w-]{22}$/;
const UNUSED = 2 * 24 * 60 * 60 * 1000; // milliseconds after which a turn that nobody wrote in is forgotten
const PUT_ASIDE = 30 * 24 * 60 * 60 * 1000; // milliseconds that a damaged copy is kept

/** What is kept on this device, which of it is of this form, the newest first, and what a withdrawn key closed. */
export async function look(here, { subject, user }) {
  const all = (await here.journal?.all().catch(() => undefined)) ?? [];
  const { module, slots, keys, marks } = here;
  if (!keys) return { drafts: [], kept: [] };
  const rows = Object.fromEntries(all.filter(({ did, text, noticed }) => (text !== undefined || noticed) && DRAFT.test(did)).map(({ did, text, noticed }) => [did, { text, noticed }]));
  const dids = [...new Set([...(slots ? inSlots() : []), ...Object.keys(rows)])];
  const looked = JSON.parse(module.find(keys, JSON.stringify({ dids, rows, subject, user, slots }), Date.now()));
  sweep(here, looked.kept, all);
  return { ...looked, closed: shut(all, marks, keys.kid()) };
}

/** What has expired for certain goes; when the rest was first seen to have expired is written down. */
function sweep(here, kept, rows) {
  const now = Date.now();
  for (const { did, age, notice } of kept) {
    if (age === "over") remove(here, did);
    else if (notice) here.journal?.notice(did, now).catch(() => undefined);
  }
  for (const { did, text, noticed, claimed, at } of rows) {
    const isOld = text !== undefined || noticed ? now - (at ?? now) > PUT_ASIDE : now - (claimed ?? 0) > UNUSED;
    if (isOld) here.journal.remove(did).catch(() => undefined);
  }
}

/** Takes away what the host has: a draft that says what it gave, and nothing besides, whose receipt may have been lost
 *  on the way. Resolves with the others. */
export async function unknown(here, drafts, given) {
  const known = drafts.filter((draft) => isKnown(here.module, draft, given));
  for (const { did } of known) await remove(here, did);
  return drafts.filter((draft) => !known.includes(draft));
}

/** Whether a draft says what the host gave. Where a copy of it is damaged, it may have said more. */
function isKnown({ digest }, { text, damaged, newer }, given) {
  if (damaged || newer) return false;
  const [kept, held] = [text, given].map((text) => digest(recordOf(text)));
  return kept !== "" && kept === held;
}

/** The record of an envelope as JSON text, or a record that stands alone, with the feedback that a draft has within it
 *  and an envelope beside it; nothing where it is neither. */
function recordOf(text) {
  try {
    const whole = JSON.parse(text);
    const { record, feedback = record.feedback } = whole.format ? whole : { record: whole };
    return JSON.stringify({ ...record, feedback: feedback ?? [] });
  } catch {
    return "";
  }
}

/** Puts the damaged copies of a draft aside. Where that cannot be done, nothing is written over them. */
export async function putAside(here, { did, aside }) {
  try {
    if (here.journal) return await here.journal.aside(did, aside);
    for (const { place, text } of aside) localStorage.setItem(`ta-draft:v1:${did}:q${place}`, text);
  } catch {
    here.slots = false;
  }
}

/** Takes a draft away. */
export async function remove({ module, journal, slots }, did) {
  module.forget(did, slots);
  await journal?.remove(did).catch(() => undefined);
}
