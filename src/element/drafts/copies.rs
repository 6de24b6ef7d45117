//! An encrypted copy of a draft, as a file for another device.

use super::{Keys, SCHEMA, begun, fresh_key, millis};
use crate::draft::{Cipher, Closed, DraftId, Envelope, Header, Unreadable, seal, unlock};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

/// A text sealed as a file; `random` is 96 bytes. Nothing where there are fewer, `cipher` is none, or the text
/// is too long.
#[wasm_bindgen]
pub fn seal_copy(keys: &Keys, cipher: &str, text: &str, now: f64, random: &[u8]) -> Option<String> {
    let cipher = Cipher::read(cipher)?;
    let draft = DraftId::of(random.get(..16)?.try_into().ok()?);
    let (key, wrapped) = fresh_key(keys, draft, random.get(16..72)?)?;
    let nonce = random.get(72..)?.get(..cipher.nonce_len())?;
    let header = Header { cipher, seq: 1, ..begun(keys, draft, wrapped, millis(now)) };
    seal(&header, &key, nonce, text).ok()
}

/// How the passphrase of a file is gone through: `{state: "sealed", way}`, or `{state}` with `foreign`, `damaged`
/// or `newer`.
#[wasm_bindgen]
pub fn copy_way(text: &str) -> String {
    match read(text) {
        Ok(envelope) => json!({ "state": "sealed", "way": envelope.header().wrapping.json() }),
        Err(state) => json!({ "state": state }),
    }
    .to_string()
}

/// What a file holds: `{state: "opened", held, at}`, or `{state}` with `wrong` (the passphrase) or one of those
/// that [`copy_way`] answers with.
#[wasm_bindgen]
pub fn open_copy(keys: &Keys, text: &str) -> String {
    opened(keys, text).unwrap_or_else(|state| json!({ "state": state })).to_string()
}

fn opened(keys: &Keys, text: &str) -> Result<Value, &'static str> {
    let envelope = read(text)?;
    let text = unlock(&envelope, &keys.key, &keys.wrapping).map_err(|closed| match closed {
        Closed::AnotherKey => "wrong",
        Closed::Damaged => "damaged",
    })?;
    let held: Value = serde_json::from_str(&text).map_err(|_| "damaged")?;
    Ok(json!({ "state": "opened", "held": held, "at": envelope.header().updated }))
}

/// What a key of the host or of a device sealed is no copy for another device.
fn read(text: &str) -> Result<Envelope, &'static str> {
    let envelope = Envelope::read(text.trim()).map_err(|why| match why {
        Unreadable::NotOurs => "foreign",
        Unreadable::Damaged => "damaged",
        Unreadable::Newer { .. } => "newer",
    })?;
    let header = envelope.header();
    if !header.wrapping.is_passphrase() {
        return Err("foreign");
    }
    if header.schema > SCHEMA { Err("newer") } else { Ok(envelope) }
}
