// What a browser's own files say: every file as it stands, and what LevelDB has cut into records or packed with
// Snappy in them. Written from the formats' descriptions (leveldb doc/table_format.md, doc/log_format.md;
// snappy format_description.txt).

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const MAGIC = Buffer.from("57fb808b247547db", "hex");
const PIECE = 32768; // a log is cut into pieces of this many bytes
const MOST = 1 << 26;

/** A number in groups of seven bits, and where it ends. */
function varint(bytes, from) {
  let value = 0;
  for (let at = from, by = 1; at < bytes.length && at < from + 6; at += 1, by *= 128) {
    value += (bytes[at] & 127) * by;
    if (bytes[at] < 128) return [value, at + 1];
  }
  throw new Error("no number");
}

/** What Snappy packed; throws where it is not that. */
export function unpacked(bytes) {
  const [length, begin] = varint(bytes, 0);
  if (length > MOST) throw new Error("too long");
  const out = Buffer.alloc(length);
  let at = begin;
  let to = 0;
  while (at < bytes.length) {
    const tag = bytes[at++];
    if ((tag & 3) === 0) {
      let size = tag >> 2;
      if (size >= 60) [size, at] = [bytes.readUIntLE(at, size - 59), at + size - 59];
      if (to + size + 1 > length) throw new Error("not Snappy");
      to += bytes.copy(out, to, at, (at += size + 1));
      continue;
    }
    const [size, back, next] = (tag & 3) === 1 ? [((tag >> 2) & 7) + 4, ((tag >> 5) << 8) | bytes[at], at + 1]
      : (tag & 3) === 2 ? [(tag >> 2) + 1, bytes.readUInt16LE(at), at + 2] : [(tag >> 2) + 1, bytes.readUInt32LE(at), at + 4];
    if (!back || back > to || to + size > length) throw new Error("not Snappy");
    for (let count = 0; count < size; count += 1, to += 1) out[to] = out[to - back];
    at = next;
  }
  if (to !== length) throw new Error("not Snappy");
  return out;
}

/** The blocks of a table, unpacked: those that its index names. */
function* blocks(table) {
  const handle = (bytes, from) => {
    const [offset, next] = varint(bytes, from);
    const [size, end] = varint(bytes, next);
    return { offset, size, end };
  };
  const block = ({ offset, size }) => {
    const bytes = table.subarray(offset, offset + size);
    return table[offset + size] === 1 ? unpacked(bytes) : bytes;
  };
  const footer = table.length - 48;
  const index = block(handle(table, handle(table, footer).end));
  const restarts = index.readUInt32LE(index.length - 4);
  for (let at = 0; at < index.length - 4 - 4 * restarts; ) {
    const [, more] = varint(index, at);
    const [own, then] = varint(index, more);
    const [size, key] = varint(index, then);
    yield block(handle(index, key + own));
    at = key + own + size;
  }
}

/** The records of a log, put together again; what is cut off at its end is given as it is. */
function* records(log) {
  let parts = [];
  for (let at = 0; at + 7 <= log.length; ) {
    if (PIECE - (at % PIECE) < 7) at += PIECE - (at % PIECE);
    if (at + 7 > log.length) break;
    const size = log.readUInt16LE(at + 4);
    const kind = log[at + 6];
    parts.push(log.subarray(at + 7, at + 7 + size));
    at += 7 + size;
    if (kind === 1 || kind === 4 || kind === 0) {
      yield Buffer.concat(parts);
      parts = [];
    }
    if (kind === 0) break;
  }
  if (parts.length) yield Buffer.concat(parts);
}

/** What Chromium packs a large value of IndexedDB into: a mark, then Snappy to the value's end, wherever that is. */
function* values(bytes) {
  for (let at = bytes.indexOf("ff1102", 0, "hex"); at >= 0; at = bytes.indexOf("ff1102", at + 1, "hex")) {
    const value = begunWith(bytes.subarray(at + 3));
    if (value) yield value;
  }
}

/** As much as can be unpacked of bytes that begin with what Snappy packed and go on with something else. */
function begunWith(bytes) {
  try {
    const [length] = varint(bytes, 0);
    if (length < 4 || length > MOST) return undefined;
    for (let end = sizeOf(bytes, length); end; ) return unpacked(bytes.subarray(0, end));
  } catch {
    return undefined;
  }
}

/** Where what was packed ends: the tags are counted until they make up the length. */
function sizeOf(bytes, length) {
  let [, at] = varint(bytes, 0);
  for (let made = 0; made < length; ) {
    const tag = bytes[at++];
    if (tag === undefined) return 0;
    if ((tag & 3) === 0) {
      let size = tag >> 2;
      if (size >= 60) [size, at] = [bytes.readUIntLE(at, size - 59), at + size - 59];
      made += size + 1;
      at += size + 1;
    } else {
      made += (tag & 3) === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
      at += [0, 1, 2, 4][tag & 3];
    }
  }
  return at;
}

function* layers(bytes, name) {
  yield bytes;
  const inner = [];
  try {
    if (/\.log$|MANIFEST/.test(name)) inner.push(...records(bytes));
    else if (bytes.subarray(-8).equals(MAGIC)) inner.push(...blocks(bytes));
  } catch {
    // A file that is cut off is read as far as it goes.
  }
  yield* inner;
  for (const layer of [bytes, ...inner]) yield* values(layer);
}

/** Every file under a folder, with each way of reading it: `{name, layers}`. */
export function* files(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    let bytes;
    try {
      bytes = readFileSync(path);
    } catch {
      continue;
    }
    yield { name: path.slice(folder.length + 1), layers: layers(bytes, entry.name) };
  }
}

/** How a text may be written: as it is, in two bytes a character, and either of them in base64, wherever it begins there. */
export function spellings(text) {
  const plain = [["UTF-8", Buffer.from(text)], ["UTF-16LE", Buffer.from(text, "utf16le")]];
  const based = plain.flatMap(([name, bytes]) => [0, 1, 2].flatMap((shift) => {
    // The first and the last figures also hold bits of what stands beside the text.
    const figures = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").replace(/=+$/, "");
    const sure = figures.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    return [[`${name} in base64`, Buffer.from(sure)], [`${name} in base64url`, Buffer.from(sure.replaceAll("+", "-").replaceAll("/", "_"))],
      [`base64 in UTF-16LE`, Buffer.from(sure, "utf16le")]];
  }));
  return [...plain, ...based];
}
