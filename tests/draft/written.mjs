// The written form of a sealed draft, read and written from its description in src/draft/mod.rs alone:
// nothing of that code is used here.

import * as crypto from "node:crypto";
import { createCipheriv, createDecipheriv, hkdfSync, pbkdf2Sync, randomBytes } from "node:crypto";

const TAG = 16;
const rotated = (word, by) => ((word << by) | (word >>> (32 - by))) >>> 0;

// One quarter round of ChaCha20 (RFC 8439, 2.1) on four words of the state.
function quarter(state, a, b, c, d) {
  for (const [to, from, into, by] of [[a, b, d, 16], [c, d, b, 12], [a, b, d, 8], [c, d, b, 7]]) {
    state[to] = (state[to] + state[from]) >>> 0;
    state[into] = rotated((state[into] ^ state[to]) >>> 0, by);
  }
}

// draft-irtf-cfrg-xchacha-03, 2.2: the key for the rest of the nonce.
function hchacha20(key, nonce) {
  const words = (bytes) => Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4));
  const state = [...words(Buffer.from("expand 32-byte k")), ...words(key), ...words(nonce)];
  for (let round = 0; round < 10; round += 1) {
    for (let at = 0; at < 4; at += 1) quarter(state, at, at + 4, at + 8, at + 12);
    for (let at = 0; at < 4; at += 1) {
      quarter(state, at, 4 + ((at + 1) % 4), 8 + ((at + 2) % 4), 12 + ((at + 3) % 4));
    }
  }
  const derived = Buffer.alloc(32);
  [...state.slice(0, 4), ...state.slice(12)].forEach((word, at) => derived.writeUInt32LE(word, at * 4));
  return derived;
}

// The published answer of the same draft, 2.2.1.
const published = hchacha20(
  Buffer.from(Array.from({ length: 32 }, (_, at) => at)),
  Buffer.from("000000090000004a0000000031415927", "hex"),
);
if (published.toString("hex") !== "82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc") {
  throw new Error("HChaCha20 does not answer as published");
}

// CRC-32C, bit by bit.
function crc32c(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function sealed(name, key, nonce, bound, text) {
  const cipher = createCipheriv(name, key, nonce, { authTagLength: TAG });
  cipher.setAAD(bound, { plaintextLength: text.length });
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

function opened(name, key, nonce, bound, sealed) {
  const decipher = createDecipheriv(name, key, nonce, { authTagLength: TAG });
  decipher.setAAD(bound, { plaintextLength: sealed.length - TAG });
  decipher.setAuthTag(sealed.subarray(-TAG));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()]);
}

/** What is sealed or opened by XChaCha20-Poly1305, out of ChaCha20-Poly1305. */
function byXChaCha(act, key, nonce, bound, text) {
  const rest = Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]);
  return act("chacha20-poly1305", hchacha20(key, nonce.subarray(0, 16)), rest, bound, text);
}

const by = (alg, act, ...rest) => (alg === "A256GCM" ? act("aes-256-gcm", ...rest) : byXChaCha(act, ...rest));

const bytes = (text) => Buffer.from(text, "base64url");
const number = (value) => {
  const written = Buffer.alloc(8);
  written.writeBigUInt64BE(BigInt(value));
  return written;
};
const piece = (part) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(part));
  return Buffer.concat([length, Buffer.from(part)]);
};
const derived = (key, label, length) => Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), label, length));

// The members of `kdf` in the order in which they are bound.
const KDF = {
  host: (kdf) => [kdf.kid],
  device: (kdf) => [kdf.kid],
  argon2id: (kdf) => [number(kdf.m), number(kdf.t), number(kdf.p), bytes(kdf.salt)],
  "pbkdf2-sha256": (kdf) => [number(kdf.i), bytes(kdf.salt)],
  memory: () => [],
};

function boundBytes(draft) {
  const { kdf } = draft;
  return Buffer.concat([
    draft.m, number(draft.v), draft.alg, kdf.n, ...KDF[kdf.n](kdf), bytes(draft.wk), bytes(draft.nonce),
    bytes(draft.did), number(draft.schema), draft.app, number(draft.epoch), number(draft.seq),
    number(draft.created), number(draft.updated), number(draft.expires), number(draft.seenMax),
  ].map(piece));
}

const kidOf = (wrapping) => derived(wrapping, "team-around-draft/kid/v1", 8).toString("base64url");
const boundToKey = (did) => Buffer.concat([Buffer.from("team-around-draft/wrap/v1"), bytes(did)]);
const checksum = (bound, ct) => crc32c(Buffer.concat([bound, piece(ct)]));

/** The wrapping key of a host's secret. */
export const ofSecret = (secret) => derived(Buffer.from(secret), "team-around-draft/host/v1", 32);

/** The wrapping key of a passphrase, as `kdf` says; Argon2id only where this Node has it. */
export function ofPassphrase(passphrase, kdf) {
  const [message, salt] = [Buffer.from(passphrase.normalize("NFC")), bytes(kdf.salt)];
  if (kdf.n === "pbkdf2-sha256") return pbkdf2Sync(message, salt, kdf.i, 32, "sha256");
  if (kdf.n !== "argon2id" || !crypto.argon2Sync) throw new Error("no such derivation here");
  return crypto.argon2Sync("argon2id", { message, nonce: salt, parallelism: kdf.p, tagLength: 32, memory: kdf.m, passes: kdf.t });
}

/** The text of a draft; throws `damaged`, `another key` or `wrong key`. */
export function open(draft, wrapping) {
  const bound = boundBytes(draft);
  const ct = bytes(draft.ct);
  if (checksum(bound, ct) !== draft.crc) throw new Error("damaged");
  if (draft.kdf.kid !== undefined && draft.kdf.kid !== kidOf(wrapping)) throw new Error("another key");
  const wrapped = bytes(draft.wk);
  try {
    const key = byXChaCha(opened, wrapping, wrapped.subarray(0, 24), boundToKey(draft.did), wrapped.subarray(24));
    const filled = by(draft.alg, opened, key, bytes(draft.nonce), bound, ct);
    return filled.subarray(4, 4 + filled.readUInt32BE(0));
  } catch {
    throw new Error("wrong key");
  }
}

const KIB = 1024;

/** Seals a text under a host's wrapping key, with the other members as they are given. */
export function seal(text, wrapping, given = {}) {
  const now = Date.now();
  const alg = given.alg ?? "XC20P";
  const did = given.did ?? randomBytes(16).toString("base64url");
  const [key, wrapNonce, nonce] = [randomBytes(32), randomBytes(24), randomBytes(alg === "A256GCM" ? 12 : 24)];
  const wk = Buffer.concat([wrapNonce, byXChaCha(sealed, wrapping, wrapNonce, boundToKey(did), key)]);
  const draft = {
    m: "team-around-draft", v: 1, alg, kdf: { n: "host", kid: kidOf(wrapping) }, wk: wk.toString("base64url"), nonce: nonce.toString("base64url"), did,
    schema: 1, app: "0.0.0", epoch: 1, seq: 1, created: now, updated: now, expires: now + 14 * 86_400_000, seenMax: now, ...given,
  };
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(text));
  const filled = Buffer.concat([length, Buffer.from(text)]);
  const whole = Buffer.concat([filled, Buffer.alloc((KIB - (filled.length % KIB)) % KIB)]);
  const bound = boundBytes(draft);
  const ct = by(alg, sealed, key, nonce, bound, whole);
  return JSON.stringify({ ...draft, ct: ct.toString("base64url"), crc: checksum(bound, ct) });
}
