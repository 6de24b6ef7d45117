// Removes everything that one person kept on this device.

import { Journal, module, slotsWork } from "./drafts.js";
import { marks } from "./marks.js";

const PATIENCE = 3000; // milliseconds that another window has to end what it writes

/** Resolves once no draft of this person is left. The device's own key goes with the last draft of all. */
export async function purge(user) {
  const own = await module();
  const journal = await Journal.open().catch(() => undefined);
  if (!journal) return;
  const { usr } = await marks(await journal.key().catch(() => undefined), { user, subject: "" });
  const theirs = (await journal.all()).filter((row) => usr && row.usr === usr);
  await Promise.all(theirs.map(({ did }) => ended(did)));
  for (const { did } of theirs) {
    own.forget(did, slotsWork());
    await journal.remove(did);
  }
  if (!(await journal.all()).length) await journal.forgetKey();
}

/** Resolves once no window writes this draft, or has had its time to end. */
async function ended(did) {
  await navigator.locks?.request(`ta-draft:${did}`, { signal: AbortSignal.timeout(PATIENCE) }, () => undefined).catch(() => undefined);
}
