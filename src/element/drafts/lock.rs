//! What `lock.js` asks: when a form locks, and the record that waits, sealed, for it to be opened again.

use super::{Keys, begun, fresh_key, millis};
use crate::draft::lock::{Act, Lock, Now, Told, pause};
use crate::draft::{DraftId, Envelope, Header, seal};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

/// The lock of one form. `page` and `wall` are what both clocks say, in milliseconds.
#[wasm_bindgen]
pub struct Pause {
    lock: Lock,
}

#[wasm_bindgen]
impl Pause {
    /// `after` is the attribute: minutes, or `off`.
    pub fn begin(after: &str, page: f64, wall: f64) -> Self {
        Self { lock: Lock::new(pause(after), now(page, wall)) }
    }

    /// Something happened: `active`, `active-elsewhere`, `woken`, `hidden`, `resumed`, `paused-elsewhere`,
    /// `asked-elsewhere`, `asked` or `unlocked`. Answers with what to do.
    pub fn told(&mut self, page: f64, wall: f64, what: &str) -> String {
        let acts = told(what).map(|told| self.lock.told(now(page, wall), told)).unwrap_or_default();
        acts.into_iter().map(act_json).collect::<Value>().to_string()
    }
}

#[wasm_bindgen]
impl Keys {
    /// Seals a text in this window's memory, apart from any draft; nothing where it cannot be. `random`
    /// is 96 bytes.
    pub fn seal(&self, text: &str, now: f64, random: &[u8]) -> Option<String> {
        let draft = DraftId::of(random.get(..16)?.try_into().ok()?);
        let (key, wrapped) = fresh_key(self, draft, random.get(16..72)?)?;
        let header = Header { seq: 1, ..begun(self, draft, wrapped, millis(now)) };
        seal(&header, &key, random.get(72..96)?, text).ok()
    }

    /// What was sealed; nothing where another key did it.
    pub fn unseal(&self, sealed: &str) -> Option<String> {
        let envelope = Envelope::read(sealed).ok()?;
        let key = self.key.data_key(envelope.header()).ok()?;
        envelope.open(&key).ok().map(|text| text.to_string())
    }
}

fn now(page: f64, wall: f64) -> Now {
    Now { page: millis(page), wall: millis(wall) }
}

fn told(what: &str) -> Option<Told> {
    match what {
        "active" => Some(Told::Active),
        "active-elsewhere" => Some(Told::ActiveElsewhere),
        "woken" => Some(Told::Woken),
        "hidden" => Some(Told::Hidden),
        "resumed" => Some(Told::Resumed),
        "paused-elsewhere" => Some(Told::PausedElsewhere),
        "asked-elsewhere" => Some(Told::AskedElsewhere),
        "asked" => Some(Told::Asked),
        "unlocked" => Some(Told::Unlocked),
        _ => None,
    }
}

fn act_json(act: Act) -> Value {
    match act {
        Act::Wake(at) => json!({ "do": "wake", "at": at }),
        Act::Warn(seconds) => json!({ "do": "warn", "seconds": seconds }),
        Act::Unwarn => json!({ "do": "unwarn" }),
        Act::Flush => json!({ "do": "flush" }),
        Act::Lock => json!({ "do": "lock" }),
        Act::TellActive => json!({ "do": "tell", "what": "active" }),
        Act::TellPaused => json!({ "do": "tell", "what": "paused" }),
        Act::TellAsked => json!({ "do": "tell", "what": "asked" }),
    }
}
