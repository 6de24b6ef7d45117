// Removes everything that one person kept on this device.

import { module, slotsWork } from "./device.js";
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
  for (const did of dids) own.forget(did, slotsWork());
  const journal = globalThis.indexedDB && new Journal(() => undefined);
  if (!journal) return;
  const { usr } = await marks(await journal.key().catch(() => undefined), { user, subject: "" });
  for (let quiet = 0, waited = 0; quiet < QUIET && waited < PATIENCE; waited += AGAIN) {
    quiet = (await removed(own, journal, usr)) ? 0 : quiet + AGAIN;
    if (quiet < QUIET) await new Promise((done) => setTimeout(done, AGAIN));
  }
  if (!(await journal.all()).length) await journal.forgetKey();
}

/** Removes what is in the journal of the person with this mark; resolves with whether there was anything. */
async function removed(own, journal, usr) {
  const theirs = (await journal.all()).filter((row) => usr && row.usr === usr);
  for (const { did } of theirs) {
    own.forget(did, slotsWork());
    await journal.remove(did);
  }
  return theirs.length > 0;
}

/** Resolves once no window writes a draft, or has had its time to end. */
async function ended() {
  const held = async () => (await navigator.locks?.query())?.held.some(({ name }) => name.startsWith("ta-draft:"));
  for (let waited = 0; waited < PATIENCE && (await held()); waited += 100) await new Promise((done) => setTimeout(done, 100));
}
