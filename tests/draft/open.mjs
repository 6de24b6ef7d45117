// Opens a sealed draft from the written form alone.
//
//   node open.mjs <file> <wrapping key, 64 hexadecimal figures>
//   node open.mjs <file> --secret <a host's secret, hexadecimal>

import { readFileSync } from "node:fs";
import { open, ofSecret } from "./written.mjs";

const [file, key, secret] = process.argv.slice(2);
const wrapping = key === "--secret" ? ofSecret(Buffer.from(secret, "hex")) : Buffer.from(key, "hex");
try {
  process.stdout.write(open(JSON.parse(readFileSync(file, "utf8")), wrapping));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
