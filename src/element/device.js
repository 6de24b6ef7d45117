// What this device offers to keep drafts with: the drafts' module, its stores, and a key.

import { begun } from "./fetched.js";
import { isKey } from "./given.js";

let started;
/** The drafts' module, fetched once; where it did not come, it is asked for anew the next time. */
export function module() {
  started ??= begun("team_around_drafts.js", () => import("./team_around_drafts.js"), () => new URL("./team_around_drafts_bg.wasm", import.meta.url)).then(({ glue }) => glue);
  started.catch(() => (started = undefined));
  return started;
}

export const random = (count) => crypto.getRandomValues(new Uint8Array(count));

/** Whether local storage can be used at all; one that is full can. */
export function slotsWork() {
  try {
    localStorage.setItem("ta-draft:probe", "");
    localStorage.removeItem("ta-draft:probe");
    return true;
  } catch (error) {
    return error?.name === "QuotaExceededError";
  }
}

const SLOT = /^ta-draft:v1:([\w-]{22}):[ab]$/;
/** The ids of the drafts in the slots. */
export const inSlots = () => Object.keys(localStorage).map((name) => SLOT.exec(name)?.[1]).filter(Boolean);

export const bytesOf = async (key) => new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode("team-around-drafts")));

/** A key for this user from a passphrase or the host, or that of the device; none without a secure context. */
export async function keyOf({ keys, secret, user, cipher, ask }, module, journal) {
  const { Keys } = module;
  if (keys === "passphrase") {
    return globalThis.crypto?.subtle && journal ? ask({ module, journal, user, approved: cipher === "A256GCM" }) : undefined;
  }
  if (typeof secret === "string") return Keys.host(new TextEncoder().encode(secret));
  if (secret instanceof Uint8Array) return Keys.host(secret);
  if (!globalThis.crypto?.subtle) return undefined;
  if (isKey(secret)) return Keys.host(await bytesOf(secret));
  const key = await journal?.key().catch(() => undefined);
  return key && Keys.device(await bytesOf(key));
}

/** Why there is no key. */
export function withoutKey({ keys, secret }) {
  if (secret && keys !== "passphrase") return "key";
  return globalThis.isSecureContext ? "denied" : "insecure";
}
