// Whose a sealed text is, and what it is of, as this browser alone can tell: marks that its own key makes. They
// name nobody to anyone else, and let what one person kept be found and removed without opening it.

const signed = async (key, of) => {
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(of)));
  return btoa(String.fromCharCode(...bytes.subarray(0, 16)));
};

/** The marks of one form, beside each of its texts in the journal; none where the browser has no key. */
export async function marks(key, { user, subject }) {
  if (!key) return {};
  return { usr: await signed(key, `user\n${user}`), sub: await signed(key, `subject\n${user}\n${subject}`) };
}

/** What stands beside a sealed text in the open; nothing where it is damaged. */
function beside({ did, text }) {
  try {
    return { did, ...JSON.parse(text) };
  } catch {
    return {};
  }
}

/** A text of this form and person that the host's key does not open any more: what its row and its time are. */
export function shut(rows, { sub }, kid) {
  const sealed = rows.filter((row) => sub && row.sub === sub && row.text).map(beside);
  const [newest] = sealed.filter(({ kdf }) => kdf?.n === "host" && kdf.kid !== kid).sort((one, other) => other.updated - one.updated);
  return newest && { did: newest.did, at: newest.updated };
}
