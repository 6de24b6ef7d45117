//! What each place on this device holds of one draft, read with this person's key.

use super::{Keys, SCHEMA, slots};
use crate::draft::{Age, Choice, Clocks, Closed, Copy, DraftId, Envelope, Header, IDLE, Mark, Millis};
use crate::draft::{Slot, Source, Unreadable, age, unlock};
use serde_json::Value;

/// What one place holds.
enum Place {
    Nothing,
    Whole(Box<Header>, Value),
    /// Another person's, of another passphrase, or sealed under a key that is gone.
    Sealed(Box<Header>),
    Damaged,
    /// In a sealed form that this code does not know.
    Newer,
}

/// One draft on this device.
pub struct Kept {
    /// Which one.
    pub did: DraftId,
    places: [(Source, Place, Option<String>); 3],
    /// When it was first seen to have expired, or to be unreadable.
    noticed: Option<Millis>,
}

impl Kept {
    /// Reads the two slots, where there are any, and the journal's row `{text, noticed}`.
    pub fn read(keys: &Keys, did: DraftId, row: &Value, with_slots: bool) -> Self {
        let slot = |slot| if with_slots { slots::get(did, slot) } else { None };
        let texts = [
            (Source::Slot(Slot::A), slot(Slot::A)),
            (Source::Slot(Slot::B), slot(Slot::B)),
            (Source::Journal, row.get("text").and_then(Value::as_str).map(str::to_owned)),
        ];
        let places = texts.map(|(source, text)| (source, place(keys, did, text.as_deref()), text));
        Self { did, places, noticed: row.get("noticed").and_then(Value::as_u64) }
    }

    /// Whether anything stands at any place: a row may tell of one that is gone.
    pub fn is_there(&self) -> bool {
        self.places.iter().any(|(_, place, _)| !matches!(place, Place::Nothing))
    }

    /// Which copy is opened, and how it is written from then on.
    pub fn choice(&self) -> Choice {
        let [(_, a, _), (_, b, _), (_, journal, _)] = &self.places;
        Choice::of(copy(a), copy(b), copy(journal))
    }

    /// The newest whole copy.
    pub fn newest(&self) -> Option<(&Header, &Value)> {
        let (newest, _) = self.choice().newest?;
        self.places.iter().find_map(|(source, place, _)| match place {
            Place::Whole(header, held) if *source == newest => Some((&**header, held)),
            _ => None,
        })
    }

    /// What can be read beside the sealed texts, whoever's they are.
    pub fn headers(&self) -> impl Iterator<Item = &Header> {
        self.places.iter().filter_map(|(_, place, _)| match place {
            Place::Whole(header, _) | Place::Sealed(header) => Some(&**header),
            Place::Nothing | Place::Damaged | Place::Newer => None,
        })
    }

    /// The damaged copies, which are put aside before anything is written in their place.
    pub fn damaged(&self) -> impl Iterator<Item = (Source, &str)> {
        self.places.iter().filter_map(|(source, place, text)| match place {
            Place::Damaged => Some((*source, text.as_deref()?)),
            _ => None,
        })
    }

    /// Whether a newer version of the program wrote here: then this one writes nothing.
    pub fn is_newer(&self) -> bool {
        self.choice().newer.is_some() || self.headers().any(|header| header.schema > SCHEMA)
    }

    /// Until when it is kept. What cannot be read at all is kept as long as one that nobody changes, from
    /// when that was noticed.
    pub fn until(&self) -> Option<Millis> {
        let told = self.headers().map(|header| header.expires).max();
        told.or(self.noticed.map(|noticed| noticed.saturating_add(IDLE)))
    }

    /// Whether it is still kept, by this device's clock and the latest time that any draft saw.
    pub fn age(&self, now: Millis, seen: Millis) -> Age {
        let clocks = Clocks { device: now, host: None, seen };
        self.until().map_or(Age::Kept, |until| age(until, self.noticed, clocks))
    }

    /// Whether the time at which this was seen is to be written down.
    pub fn is_unnoticed(&self, age: Age) -> bool {
        self.noticed.is_none() && (age == Age::Hidden || self.until().is_none())
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
    let opened = match unlock(&envelope, &keys.key, &keys.wrapping) {
        Ok(opened) => opened,
        Err(Closed::AnotherKey) => return Place::Sealed(Box::new(header.clone())),
        Err(Closed::Damaged) => return Place::Damaged,
    };
    match serde_json::from_str(&opened) {
        Ok(held) => Place::Whole(Box::new(header.clone()), held),
        Err(_) => Place::Damaged,
    }
}

fn copy(place: &Place) -> Copy {
    match place {
        Place::Nothing | Place::Sealed(_) => Copy::Missing,
        Place::Whole(header, _) => {
            Copy::Whole(Mark { epoch: header.epoch, seq: header.seq, at: header.updated })
        }
        Place::Damaged => Copy::Damaged,
        Place::Newer => Copy::Newer,
    }
}
