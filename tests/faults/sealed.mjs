// What stands in a profile's stores, read and opened without the element's own code: what it should find.

import { ofSecret, open } from "../draft/written.mjs";

const KEY = ofSecret("a secret of this user, for the harness alone");
const SLOT = /^ta-draft:v1:([\w-]{22}):([ab])$/;

/** All that the element wrote, as the page can read it: `slots` by key, `rows` of each of the journal's stores, and
 *  whether the browser `refused` any of it. */
export function inventory(page) {
  return page.evaluate(async () => {
    const slots = Object.fromEntries(Object.entries({ ...localStorage }).filter(([name]) => name.startsWith("ta-draft:")));
    const answer = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
    const rows = {};
    let refused = false;
    // A database that cannot be opened or read has nothing to be found in; the slots may have all the same. It is opened
    // even where the browser lists none: of one whose files were damaged it may know only then. None is made.
    const opening = indexedDB.open("team-around-drafts");
    let isNew = false;
    opening.onupgradeneeded = () => ((isNew = true), opening.transaction.abort());
    const database = await answer(opening).catch(() => void (refused ||= !isNew));
    if (database) {
      for (const store of [...database.objectStoreNames].filter((name) => name !== "keys")) rows[store] = await answer(database.transaction(store).objectStore(store).getAll()).catch(() => ((refused = true), []));
      database.close();
    }
    return { slots, rows, refused };
  });
}

/** In the page: puts back what was read before, in place of all that is there. */
export function putBack({ slots, rows }) {
  Object.keys(localStorage).filter((name) => name.startsWith("ta-draft:")).forEach((name) => localStorage.removeItem(name));
  for (const [name, value] of Object.entries(slots)) localStorage.setItem(name, value);
  return new Promise((resolve, reject) => {
    indexedDB.open("team-around-drafts").onsuccess = ({ target: { result: database } }) => {
      const names = [...database.objectStoreNames].filter((name) => name !== "keys");
      const transaction = database.transaction(names, "readwrite");
      for (const name of names) {
        transaction.objectStore(name).clear();
        (rows[name] ?? []).forEach((row) => transaction.objectStore(name).put(row));
      }
      transaction.oncomplete = () => resolve(database.close());
      transaction.onabort = () => reject(transaction.error);
    };
  });
}

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A sealed text at a place of a draft: what it says, or that it is damaged. */
function copy(did, place, sealed) {
  const envelope = parsed(sealed);
  try {
    for (const part of ["did", "wk", "nonce", "ct"]) if (Buffer.from(envelope[part], "base64url").toString("base64url") !== envelope[part]) throw new Error("not as it was written");
    const held = JSON.parse(open(envelope, KEY));
    if (envelope.did !== did) throw new Error("of another draft");
    const record = parsed(held.text);
    const words = String(record?.plan?.why ?? record?.record?.plan?.why ?? "").split(/\s+/).filter(Boolean);
    return { did, place, sealed, whole: true, epoch: envelope.epoch, seq: envelope.seq, at: envelope.updated, subject: held.subject, words };
  } catch {
    return { did, place, sealed, whole: false };
  }
}

/** Every copy of every draft in the stores, wherever it stands. A slot holds its text as JSON. */
export function copies({ slots, rows }) {
  const inSlots = Object.entries(slots).filter(([name]) => SLOT.test(name)).map(([name, value]) => copy(SLOT.exec(name)[1], SLOT.exec(name)[2], parsed(value)));
  const inRows = (rows.drafts ?? []).filter((row) => /^[\w-]{22}$/.test(row.did) && row.text !== undefined).map((row) => copy(row.did, "journal", row.text));
  return [...inSlots, ...inRows];
}

/** Every sealed text that can be opened, in whatever place and under whatever name. */
export function anywhere({ slots, rows }) {
  const texts = (value) => (typeof value === "string" ? [value, ...texts(parsed(value))] : value && typeof value === "object" ? Object.values(value).flatMap(texts) : []);
  const sealed = [slots, rows].flatMap(texts).filter((text) => parsed(text)?.ct);
  return sealed.map((text) => copy(parsed(text).did, "anywhere", text)).filter(({ whole }) => whole);
}

/** The newest whole copy of each draft. */
export function heads(all) {
  const newer = (one, other) => one.epoch - other.epoch || one.seq - other.seq;
  const dids = [...new Set(all.filter(({ whole }) => whole).map(({ did }) => did))];
  return dids.map((did) => all.filter((one) => one.whole && one.did === did).sort(newer).at(-1));
}
