//! What `drafts.js` asks of the drafts' room: the keys, the newest draft, and each write, with the two slots
//! in the browser's local storage. `drafts.js` has asked whether that store may be used at all.
//!
//! What crosses is JSON text. Random bytes and both clocks are told.

mod acts;
mod copies;
mod find;
mod lock;
mod passphrase;
mod places;
mod slots;

use crate::draft::{Act, Cipher, DataKey, DraftId, Fault, Header, Millis, Opened, Slot, Told, Wrapping};
use crate::draft::{WrappingKey, Writer, expires, seal};
use acts::{acts_json, journal_answer, told};
pub use copies::{copy_way, open_copy, seal_copy};
pub use find::find;
pub use lock::Pause;
pub use passphrase::{new_way, passphrase_wait, shortest_passphrase};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

/// The format of what is sealed: the record as JSON text, with what it is a draft of.
const SCHEMA: u32 = crate::wire::VERSION;

/// The key that wraps the key of each draft, and where it comes from.
#[wasm_bindgen]
pub struct Keys {
    key: WrappingKey,
    wrapping: Wrapping,
}

#[wasm_bindgen]
impl Keys {
    /// From the host's secret for this user, at least 16 bytes; nothing where it is shorter.
    pub fn host(secret: &[u8]) -> Option<Self> {
        let key = WrappingKey::from_secret(secret).ok()?;
        Some(Self { wrapping: Wrapping::Host { kid: key.kid() }, key })
    }

    /// From 32 bytes that a key of this device made, which nobody can read out.
    pub fn device(bytes: &[u8]) -> Option<Self> {
        let key = WrappingKey::of(bytes.try_into().ok()?);
        Some(Self { wrapping: Wrapping::Device { kid: key.kid() }, key })
    }
}

/// One draft that this window writes.
#[wasm_bindgen]
pub struct Draft {
    header: Header,
    key: DataKey,
    writer: Writer,
    slots: bool,
    /// What was sealed last, until it is asked for.
    sealed: String,
}

#[wasm_bindgen]
impl Draft {
    /// The draft that was found, in the turn that was given; nothing where `found` is not what
    /// `found` of what [`find`] answered, or `cipher` is neither `XC20P` nor `A256GCM`. `random` is 56 bytes.
    pub fn open(
        keys: &Keys,
        found: &str,
        epoch: f64,
        slots: bool,
        cipher: &str,
        now: f64,
        random: &[u8],
    ) -> Option<Self> {
        let found: Value = serde_json::from_str(found).ok()?;
        let cipher = Cipher::read(cipher)?;
        let draft = DraftId::read(found.get("did")?.as_str()?)?;
        let older = if found.get("older")?.as_str()? == "b" { Slot::B } else { Slot::A };
        let created = found.get("created").and_then(Value::as_u64).unwrap_or(millis(now));
        let (key, wrapped) = fresh_key(keys, draft, random)?;
        let begun = begun(keys, draft, wrapped, created);
        let header = Header { cipher, epoch: whole(epoch), seen_max: millis(now), ..begun };
        let writer = Writer::new(Opened { epoch: header.epoch, seq: 0, older });
        Some(Self { header, key, writer, slots, sealed: String::new() })
    }

    /// Its id.
    pub fn did(&self) -> String {
        self.header.draft.to_string()
    }

    /// Until when what was written last is kept, in milliseconds since 1970.
    #[expect(clippy::cast_precision_loss, reason = "times are far below 2^53")]
    pub fn until(&self) -> f64 {
        self.header.expires as f64
    }

    /// Whether something was typed that is not in the journal.
    pub fn is_behind(&self) -> bool {
        self.writer.is_behind()
    }

    /// Something happened: `changed`, `woken`, `leaving` or `taken`. Answers with what to do.
    pub fn told(&mut self, at: f64, what: &str) -> String {
        let acts = told(what).map(|told| self.writer.told(millis(at), told));
        acts_json(acts.unwrap_or_default()).to_string()
    }

    /// The journal answered a write: `ok`, `fenced`, `full`, `denied` or `broken`.
    pub fn told_journal(&mut self, at: f64, seq: f64, answer: &str) -> String {
        let told = Told::Journal(whole(seq), journal_answer(answer));
        acts_json(self.writer.told(millis(at), told)).to_string()
    }

    /// Seals a text for one write and puts it into its slot; answers with the journal's row and with what
    /// is to be done next: `{row: {did, epoch, seq}, acts}`. The row's text is [`Draft::sealed`]. `nonce` is 24
    /// random bytes.
    pub fn seal(&mut self, seq: f64, slot: &str, text: &str, now: f64, nonce: &[u8], at: f64) -> String {
        self.stamp(whole(seq), millis(now));
        let nonce = nonce.get(..self.header.cipher.nonce_len()).unwrap_or_default();
        let Ok(sealed) = seal(&self.header, &self.key, nonce, text) else {
            let told = Told::Journal(self.header.seq, journal_answer("broken"));
            return json!({ "acts": acts_json(self.writer.told(millis(at), told)) }).to_string();
        };
        let acts = slots::read(slot).map(|slot| self.put(slot, &sealed, millis(at)));
        let row = json!({ "did": self.header.draft.to_string(), "epoch": self.header.epoch, "seq": self.header.seq });
        self.sealed = sealed;
        json!({ "row": row, "acts": acts_json(acts.unwrap_or_default()) }).to_string()
    }

    /// The text that was sealed last, once: a long one is not written into JSON to be read out of it again.
    pub fn sealed(&mut self) -> String {
        std::mem::take(&mut self.sealed)
    }
}

impl Draft {
    /// The header of the next write. What somebody still writes is not taken from under their hands: past
    /// its longest time it counts as begun again.
    fn stamp(&mut self, seq: u64, now: Millis) {
        let header = &mut self.header;
        header.seq = seq;
        header.updated = now;
        header.seen_max = header.seen_max.max(now);
        if expires(header.created, now) <= now {
            header.created = now;
        }
        header.expires = expires(header.created, now);
    }

    /// Puts a sealed text into a slot. Where there is no room, the room that was kept free is given up.
    fn put(&mut self, slot: Slot, sealed: &str, at: Millis) -> Vec<Act> {
        let (draft, seq) = (self.header.draft, self.header.seq);
        let answer = |allowed| if allowed { slots::put(draft, slot, sealed) } else { Err(Fault::Denied) };
        let mut acts = self.writer.told(at, Told::Slot(slot, seq, answer(self.slots)));
        if acts.contains(&Act::FreeRoom) {
            slots::free_room();
            acts = self.writer.told(at, Told::Slot(slot, seq, answer(self.slots)));
        }
        acts
    }
}

/// Keeps some room free in the slots' store, if there is a good deal, for when it is full.
#[wasm_bindgen]
pub fn keep_room() {
    slots::keep_room();
}

/// Takes a draft out of both slots, where there are any.
#[wasm_bindgen]
pub fn forget(did: &str, slots: bool) {
    if let Some(draft) = DraftId::read(did).filter(|_| slots) {
        slots::forget(draft);
    }
}

/// The id of a new draft, from 16 random bytes; empty where there are not so many.
#[wasm_bindgen]
pub fn new_id(random: &[u8]) -> String {
    random.try_into().map_or_else(|_| String::new(), |id| DraftId::of(id).to_string())
}

/// What a JSON text says, in short: the same whatever the order of its members.
#[wasm_bindgen]
pub fn digest(json: &str) -> String {
    serde_json::from_str(json).map_or_else(|_| String::new(), |value: Value| crate::wire::hash(&value))
}

/// A key of its own for each turn: 32 random bytes, wrapped with 24 more.
fn fresh_key(keys: &Keys, draft: DraftId, random: &[u8]) -> Option<(DataKey, Vec<u8>)> {
    let key = DataKey::of(random.get(..32)?.try_into().ok()?);
    let wrapped = keys.key.wrap(&key, draft, random.get(32..56)?.try_into().ok()?);
    Some((key, wrapped))
}

/// The header of a draft that was begun then, in the first turn and before the first write.
fn begun(keys: &Keys, draft: DraftId, wrapped: Vec<u8>, created: Millis) -> Header {
    Header {
        draft,
        cipher: Cipher::XChaCha20Poly1305,
        wrapping: keys.wrapping.clone(),
        wrapped,
        schema: SCHEMA,
        app: env!("CARGO_PKG_VERSION").to_owned(),
        epoch: 1,
        seq: 0,
        created,
        updated: created,
        expires: expires(created, created),
        seen_max: created,
    }
}

/// A time of the browser's.
fn millis(time: f64) -> Millis {
    whole(time)
}

/// A number of the browser's as a whole one.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is below 0 becomes 0")]
fn whole(number: f64) -> u64 {
    number as u64
}
