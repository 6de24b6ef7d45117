//! What protects somebody and could not be read.  domain.md 5.3
//!
//! A file may come from anywhere. Where it says from whom somebody must be kept, and says it in a way that nobody can
//! read, that is no leave to tell: there is no copy until somebody has put it right.

use crate::record::sharing::{PreparedCopy, Sharing};
use crate::record::{Place, Record, RowId, Section, State};

/// Where it stands from whom something must be kept: there nothing may be left that is of no kind of its own.
const SECRETS: [&str; 3] = ["people", "children", "network"];

/// The answers on which it depends who learns what.
const PROTECTS: [&str; 4] = ["not_to_meet", "address_restricted", "may_receive_plan", "keep_private_from"];

/// The places of all such answers, for this copy.
pub(super) fn unread(record: &Record, copy: &PreparedCopy) -> Vec<Place> {
    let mut found = Vec::new();
    for home in SECRETS {
        for (place, row) in rows(record, home) {
            found.extend(misfits(&place, row, |_| true));
            found.extend(not_read(&place, row, |key| PROTECTS.contains(&key)));
        }
    }
    for (place, row) in rows(record, "voices") {
        found.extend(misfits(&place, row, |key| PROTECTS.contains(&key)));
        found.extend(not_read(&place, row, |key| PROTECTS.contains(&key)));
    }
    let sharing = Place::home(Sharing::QUESTIONS.home);
    found.extend(record.section(&sharing).into_iter().flat_map(|part| misfits(&sharing, part, |_| true)));
    found.extend(of_copy(record, copy));
    found.extend(of_nobody(record));
    found
}

/// What cannot be read of the copy itself and of what was decided in it; two copies of one id are none.
fn of_copy(record: &Record, copy: &PreparedCopy) -> Vec<Place> {
    let mut found = Vec::new();
    let own = |place: &Place| place.row.as_ref() == Some(&copy.id);
    let copies: Vec<_> = rows(record, "sharing/copies").into_iter().filter(|(place, _)| own(place)).collect();
    for (place, row) in &copies {
        found.extend(misfits(place, *row, |_| true));
        found.extend(not_read(place, *row, |key| matches!(key, "readers" | "children" | "version")));
    }
    found.extend(copies.into_iter().skip(1).map(|(place, _)| place));
    for (place, row) in rows(record, "sharing/choices") {
        let of = row.answer("copy").map(|answer| answer.written()).unwrap_or_default();
        if of.is_empty() || of == copy.id.as_str() {
            found.extend(misfits(&place, row, |_| true));
            found.extend(not_read(&place, row, |key| matches!(key, "copy" | "decision")));
        }
    }
    found
}

/// Where somebody is to be kept from a person who is not in the record.
fn of_nobody(record: &Record) -> Vec<Place> {
    let known = |id: &RowId| {
        record.people.iter().any(|row| row.id == *id) || record.children.iter().any(|row| row.id == *id)
    };
    let people = record.people.iter().map(|row| ("people", &row.id, "not_to_meet", row.not_to_meet.ids()));
    let voices =
        record.voices.iter().map(|row| ("voices", &row.id, "keep_private_from", row.keep_private_from.ids()));
    let gone = people.chain(voices).filter(|(.., ids)| !ids.iter().all(known));
    gone.map(|(home, id, key, _)| Place { home, row: Some(id.clone()), key: Some(key) }).collect()
}

fn rows<'a>(record: &'a Record, home: &'static str) -> Vec<(Place, &'a dyn Section)> {
    let Some(rows) = record.rows(home) else { return Vec::new() };
    let rows = (0..rows.len()).filter_map(|index| rows.row(index));
    rows.map(|row| (Place { home, row: row.row_id().cloned(), key: None }, row)).collect()
}

/// The questions whose value in the file was of a wrong kind, and was kept as it came.
fn misfits(at: &Place, row: &dyn Section, wanted: impl Fn(&str) -> bool) -> Vec<Place> {
    let keys = row.carried().iter().filter_map(|(key, _)| row.shape().field(key)).map(|(_, field)| field.key);
    // Where the question has been answered since, the answer stands.
    let open = |key: &&str| row.answer(key).is_none_or(|answer| answer.state() == State::Blank);
    keys.filter(|key| wanted(key)).filter(open).map(|key| at.at_key(key)).collect()
}

/// The questions whose answer was typed, and says nothing that can be read.
fn not_read(at: &Place, row: &dyn Section, wanted: impl Fn(&str) -> bool) -> Vec<Place> {
    let keys = row.shape().fields.iter().map(|field| field.key).filter(|key| wanted(key));
    let unread = |key: &&str| row.answer(key).is_some_and(|answer| answer.state() == State::Unread);
    keys.filter(unread).map(|key| at.at_key(key)).collect()
}
