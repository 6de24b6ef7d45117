//! The plan and the record of a meeting are one record, written on two pages at the same time: what one
//! page sends is laid over what is stored, at the places that its document answers for.
//!
//! Somebody is asked only where that would undo what another person changed since the page was opened.

use crate::portal::Portal;
use crate::refusal::Refusal;
use crate::said;
use crate::store::Version;
use std::collections::HashSet;
use team_around::protocol::Scope;
use team_around::record::{Change, Changed, Place, Record, changes};
use team_around::wire::{only_what_it_answers_for, read_text};

/// What was sent, laid over the latest version.
pub struct Laid {
    /// The latest version.
    pub latest: Version,
    /// Its record.
    pub here: Record,
    /// The record to be stored after it.
    pub record: Record,
    /// Whether storing it would undo what somebody changed since the page was opened.
    pub undoes: bool,
    /// What the page changed, and another document answers for, in words.
    pub left_out: Vec<String>,
}

/// Lays a record over the latest. It was sent by a page that follows the version `base`, and that was
/// given the record of the version `opened`.
///
/// # Errors
/// When SQLite fails, or there is no such plan.
pub fn lay(
    portal: &Portal,
    reference: &str,
    (base, opened): (u32, u32),
    sent: &Record,
    scope: Scope,
) -> Result<Laid, Refusal> {
    let read = |number| -> Result<Option<Record>, Refusal> {
        Ok(portal.store.version(reference, number)?.map(|version| read_text(&version.record).record))
    };
    let latest = portal.store.latest(reference)?.ok_or_else(Refusal::not_found)?;
    let here = read_text(&latest.record).record;
    let record = only_what_it_answers_for(&here, sent, scope);
    let undoes = read(base)?.is_none_or(|base| undoes(&base, &here, &record));
    let left_out = read(opened)?.map(|opened| left_out(&opened, sent, scope)).unwrap_or_default();
    Ok(Laid { latest, here, record, undoes, left_out })
}

/// Whether a place that changed until now changes again.
fn undoes(opened: &Record, here: &Record, record: &Record) -> bool {
    let everywhere = |_: &Place| true;
    let theirs = changes(opened, here, &everywhere);
    if theirs.is_empty() {
        return false;
    }
    let mine = changes(here, record, &everywhere);
    let removed = mine.iter().filter(|change| change.what == Changed::Removed);
    let removed: HashSet<&Place> = removed.map(|change| &change.place).collect();
    let mine: HashSet<&Place> = mine.iter().map(|change| &change.place).collect();
    theirs.iter().any(|Change { place, .. }| {
        mine.contains(place) || removed.contains(&Place { key: None, ..place.clone() })
    })
}

/// What differs from what the page was given, at places of another document.
fn left_out(opened: &Record, sent: &Record, scope: Scope) -> Vec<String> {
    let would = only_what_it_answers_for(opened, sent, scope);
    let missing = changes(&would, sent, &|_| true);
    let named = |place: &Place| {
        if sent.section(place).is_some() { said::label(place, sent) } else { said::label(place, opened) }
    };
    missing.iter().map(|change| named(&change.place)).collect()
}
