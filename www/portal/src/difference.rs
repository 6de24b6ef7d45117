//! What two versions of a plan say differently, answer by answer.

use crate::said;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use team_around::record::{Place, Record, State};

/// One answer that differs.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    /// Where, as the element writes it.
    pub place: String,
    /// Where, in words.
    pub label: String,
    /// What the sender wrote; empty where nothing.
    pub yours: String,
    /// What is stored; empty where nothing.
    pub theirs: String,
}

impl Difference {
    /// As the page takes it.
    pub fn json(&self) -> Value {
        let Self { place, label, yours, theirs } = self;
        json!({ "place": place, "label": label, "yours": yours, "theirs": theirs })
    }
}

/// Every answer that differs, in the order of the sender's record, then those that only the stored
/// one has. Rows are found by their ids, so an action that was moved does not differ.
pub fn between(yours: &Record, theirs: &Record) -> Vec<Difference> {
    let mut seen = BTreeSet::new();
    let places = answered(yours).into_iter().chain(answered(theirs));
    let places = places.filter(|place| seen.insert(place.clone()) && !is_the_portals(place));
    places.filter_map(|place| differing(&place, yours, theirs)).collect()
}

/// Places with an answer.
fn answered(record: &Record) -> Vec<Place> {
    let mut places = Vec::new();
    record.each_answer(&mut |place, _, answer| {
        if answer.state() != State::Blank {
            places.push(place.clone());
        }
    });
    places
}

/// The version is ours to count and differs always.
fn is_the_portals(place: &Place) -> bool {
    place.home == "document" && place.key == Some("version")
}

fn differing(place: &Place, yours: &Record, theirs: &Record) -> Option<Difference> {
    let json = |record: &Record| record.answer(place).map(|answer| answer.to_json()).unwrap_or_default();
    if json(yours) == json(theirs) {
        return None;
    }
    let said = |record: &Record| {
        record.answer(place).map(|answer| said::answer(place, answer, record)).unwrap_or_default()
    };
    let named = if yours.section(place).is_some() { yours } else { theirs };
    Some(Difference {
        place: place.to_string(),
        label: said::label(place, named),
        yours: said(yours),
        theirs: said(theirs),
    })
}
