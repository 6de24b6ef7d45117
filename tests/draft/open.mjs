// Opens a sealed draft from the written form alone.
//
//   node open.mjs <file> <wrapping key, 64 hexadecimal figures>
//   node open.mjs <file> --secret <a host's secret, hexadecimal>
//   node open.mjs <file> --passphrase <a passphrase>

import { readFileSync } from "node:fs";
import { open, ofPassphrase, ofSecret } from "./written.mjs";

const [file, key, secret] = process.argv.slice(2);
const BY = {
  "--secret": () => ofSecret(Buffer.from(secret, "hex")),
  "--passphrase": (draft) => ofPassphrase(secret, draft.kdf),
};
try {
  const draft = JSON.parse(readFileSync(file, "utf8"));
  process.stdout.write(open(draft, (BY[key] ?? (() => Buffer.from(key, "hex")))(draft)));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
