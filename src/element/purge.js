// Removes everything that one person kept on this device.

import { inSlots, module, slotsWork } from "./device.js";
import { Journal } from "./journal.js";
import { marks } from "./marks.js";

const PATIENCE = 3000; // milliseconds that another window has to end what it writes
const QUIET = 600; // milliseconds without anything new after which nobody writes any more
const AGAIN = 150; // milliseconds between two looks

/**
 * Resolves once no draft of this person is left: `dids` are those that were opened, of which some may be in local
 * storage alone. The device's own key goes with the last draft of all. A window that is told only now that it is
 * locked writes what was typed in it once more: so it is looked again, until nothing has come for a while.
 */
export async function purge(user, dids) {
  const own = await module();
  await ended();
  const theirs = new Set(dids);
  const journal = globalThis.indexedDB && new Journal(() => undefined);
  const { usr } = journal ? await marks(await journal.key().catch(() => undefined), { user, subject: "" }) : {};
  for (let quiet = 0, waited = 0; quiet < QUIET && waited < PATIENCE; waited += AGAIN) {
    const found = (await fromJournal(journal, usr, theirs)) + fromSlots(own, theirs);
    quiet = found ? 0 : quiet + AGAIN;
    if (quiet < QUIET) await new Promise((done) => setTimeout(done, AGAIN));
  }
  if (journal && !(await journal.all()).length) await journal.forgetKey();
}

/** Removes what is in the journal of the person with this mark, and learns whose it was; resolves with how much. */
async function fromJournal(journal, usr, theirs) {
  const rows = ((await journal?.all()) ?? []).filter((row) => theirs.has(row.did) || (usr && row.usr === usr));
  for (const { did } of rows) {
    theirs.add(did);
    await journal.remove(did);
  }
  return rows.length;
}

/** Removes these drafts from local storage, and answers with how many were there. What another window wrote may be
 *  seen here only after its row in the journal was, and is removed then: so each is looked for each time. */
function fromSlots(own, theirs) {
  if (!slotsWork()) return 0;
  const there = new Set(inSlots());
  const found = [...theirs].filter((did) => there.has(did));
  for (const did of theirs) own.forget(did, true);
  return found.length;
}

/** Resolves once no window writes a draft, or has had its time to end. */
async function ended() {
  const held = async () => (await navigator.locks?.query())?.held.some(({ name }) => name.startsWith("ta-draft:"));
  for (let waited = 0; waited < PATIENCE && (await held()); waited += 100) await new Promise((done) => setTimeout(done, 100));
}
