//! Which draft on this device is of this form and this person.

use super::acts::slot_word;
use super::{Keys, slots};
use crate::draft::{Choice, Copy, DraftId, Envelope, Header, Mark, Slot, Source, Unreadable};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

/// The newest draft that the key opens and that is of this subject and user, or a new one.
///
/// `asked` is JSON text `{dids, journal: {did: sealed text}, subject, user, slots}`; `random` is the id
/// of a new draft, 16 bytes. Answers `{did, epoch, older, created?, text?, base?, at?, damaged, newer}`;
/// `others` is what else there is of it, `[{did, at, text}]`, such as the copy of a window that lost its turn.
#[wasm_bindgen]
pub fn find(keys: &Keys, asked: &str, random: &[u8]) -> String {
    let asked: Value = serde_json::from_str(asked).unwrap_or_default();
    let dids = asked.get("dids").and_then(Value::as_array).into_iter().flatten();
    let dids = dids.filter_map(|did| DraftId::read(did.as_str()?));
    let mut found: Vec<Found> = dids.filter_map(|did| Found::read(keys, &asked, did)).collect();
    found.sort_by_key(|found| found.at());
    match found.pop() {
        Some(newest) => newest.json(&found),
        None => {
            let did = random.try_into().map_or_else(|_| String::new(), |id| DraftId::of(id).to_string());
            json!({ "did": did, "epoch": 1, "older": "a" })
        }
    }
    .to_string()
}

/// One draft of this form, with what each place holds of it.
struct Found {
    did: DraftId,
    choice: Choice,
    created: u64,
    held: Value,
}

/// What one place holds.
enum Place {
    Nothing,
    Whole(Box<Header>, Value),
    Damaged,
    Newer,
    Others,
}

impl Found {
    fn read(keys: &Keys, asked: &Value, did: DraftId) -> Option<Self> {
        let journal = asked.get("journal").and_then(|rows| rows.get(did.to_string())?.as_str());
        let slots = asked.get("slots").and_then(Value::as_bool) == Some(true);
        let slot = |slot| if slots { slots::get(did, slot) } else { None };
        let places = [
            (Source::Slot(Slot::A), place(keys, did, slot(Slot::A).as_deref())),
            (Source::Slot(Slot::B), place(keys, did, slot(Slot::B).as_deref())),
            (Source::Journal, place(keys, did, journal)),
        ];
        let [(_, a), (_, b), (_, kept)] = &places;
        let choice = Choice::of(copy(a), copy(b), copy(kept));
        let (source, _) = choice.newest?;
        let (_, Place::Whole(header, held)) = places.into_iter().find(|(at, _)| *at == source)? else {
            return None;
        };
        let same = |key: &str| held.get(key) == asked.get(key);
        (same("subject") && same("user")).then(|| Self { did, choice, created: header.created, held })
    }

    fn at(&self) -> u64 {
        self.choice.newest.map_or(0, |(_, mark)| mark.at)
    }

    fn json(&self, others: &[Self]) -> Value {
        let held = |key: &str| self.held.get(key).cloned().unwrap_or_default();
        let other = |other: &Self| json!({ "did": other.did.to_string(), "at": other.at(), "text": other.held.get("text") });
        json!({
            "did": self.did.to_string(),
            "epoch": self.choice.opened.epoch,
            "older": slot_word(self.choice.opened.older),
            "created": self.created,
            "at": self.at(),
            "text": held("text"),
            "base": held("base"),
            "damaged": !self.choice.damaged.is_empty(),
            "newer": self.choice.newer.is_some(),
            "others": others.iter().map(other).collect::<Value>(),
        })
    }
}

fn place(keys: &Keys, did: DraftId, text: Option<&str>) -> Place {
    let Some(text) = text else { return Place::Nothing };
    let envelope = match Envelope::read(text) {
        Ok(envelope) => envelope,
        Err(Unreadable::Newer { .. }) => return Place::Newer,
        Err(_) => return Place::Damaged,
    };
    let header = envelope.header();
    if header.draft != did {
        return Place::Damaged;
    }
    if header.wrapping.kid() != keys.wrapping.kid() {
        return Place::Others;
    }
    let opened = keys.key.data_key(header).and_then(|key| envelope.open(&key));
    let Ok(opened) = opened else { return Place::Damaged };
    match serde_json::from_str(&opened) {
        Ok(held) => Place::Whole(Box::new(header.clone()), held),
        Err(_) => Place::Damaged,
    }
}

fn copy(place: &Place) -> Copy {
    match place {
        Place::Nothing | Place::Others => Copy::Missing,
        Place::Whole(header, _) => {
            Copy::Whole(Mark { epoch: header.epoch, seq: header.seq, at: header.updated })
        }
        Place::Damaged => Copy::Damaged,
        Place::Newer => Copy::Newer,
    }
}
