//! What one reader would be given, and all that they would not: for whoever prepares and whoever approves.

use super::allowed::{Gate, Sentence};
use super::copy::{FamilyCopy, Version};
use super::encounters::encounters;
use super::left_out::{LeftOut, Why};
use super::parts::parts;
use super::refusal::Refusal;
use super::scanned::{Leak, leaks};
use super::scope::Reader;
use super::seal::seal;
use super::unread::unread;
use crate::record::sharing::{CopyVersion, PreparedCopy};
use crate::record::{Audience, Place, Record, RowId, State, language_tag, straight};
use std::collections::HashSet;

/// The lists of the copies themselves.
const OF_COPIES: [&str; 2] = ["sharing/copies", "sharing/choices"];

/// A copy before it goes out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prepared {
    /// Exactly what the reader would see.
    pub copy: FamilyCopy,
    /// Its sentences, with the places that they come from.
    pub sentences: Vec<Sentence>,
    /// The places of all that goes out: those sentences, and facts such as a day or who does it.
    pub goes: Vec<Place>,
    /// Of these, what its reader and its children are called: no copy goes without it.
    pub names: Vec<Place>,
    /// Everything in the record that was answered and is not in it, and why: in the order of the record.
    pub left_out: Vec<LeftOut>,
    /// What in it would give somebody away.
    pub leaks: Vec<Leak>,
    /// The places of answers on which it depends who learns what, and which cannot be read: then nothing goes out.
    pub unread: Vec<Place>,
    /// Why it cannot go out even if it were approved.
    pub refused: Vec<Refusal>,
    /// What an approval names: what the reader would see, and what was allowed in it.
    pub seal: String,
}

/// Makes the copy that a row of `sharing/copies` describes. It is made as far as it can be even where it
/// must not go out, so that whoever prepares it sees what is missing.
pub fn prepare(record: &Record, copy: &PreparedCopy) -> Prepared {
    let (reader, mut refused) = Reader::of(record, copy);
    let unread = unread(record, copy);
    if !unread.is_empty() {
        refused.insert(0, Refusal::Unread);
    }
    let mut gate = Gate::new(record, &reader);
    let parts = if refused.is_empty() { parts(&mut gate) } else { Vec::new() };
    let called_by: Vec<String> = reader.ids.iter().map(|id| called(record, id)).collect();
    let made = FamilyCopy {
        id: copy.id.to_string(),
        reader: called_by.join(", "),
        children: reader.children.iter().map(|id| called(record, id)).collect(),
        version: if copy.version.is(CopyVersion::Child) { Version::Child } else { Version::Adult },
        language: language_tag(&copy.language),
        as_at: copy.prepared_on.get(),
        expires_on: copy.expires_on.get(),
        approval: None,
        parts,
    };
    let Gate { sentences, mut goes, left: mut left_out, .. } = gate;
    let named = |id: &RowId| Some(Sentence { place: name_place(record, id)?, words: called(record, id) });
    let named: Vec<Sentence> = reader.children.iter().chain(&reader.ids).filter_map(named).collect();
    let names: Vec<Place> = named.iter().map(|name| name.place.clone()).collect();
    goes.extend(names.iter().cloned());
    rest(record, &goes, &mut left_out, reader.short);
    let mut leaks = leaks(record, &reader, &made, &[named, sentences.clone()].concat());
    leaks.extend(encounters(record, &reader, &goes));
    if made.parts.is_empty() && refused.is_empty() {
        refused.push(Refusal::Empty);
    }
    if leaks.iter().any(Leak::stops) {
        refused.push(Refusal::Leaks);
    }
    let seal = seal(record, &copy.id, &made, &leaks);
    Prepared { seal, copy: made, sentences, goes, names, left_out, leaks, unread, refused }
}

/// What somebody of the family is called: a child as the child likes it.
pub(super) fn called(record: &Record, id: &RowId) -> String {
    let child = record.children.iter().find(|child| child.id == *id);
    let liked = child.map(|child| child.preferred_name.trim()).filter(|name| !name.is_empty());
    straight(liked.unwrap_or_else(|| record.name_of(id)))
}

/// Where the name stands by which somebody of the family is called.
fn name_place(record: &Record, id: &RowId) -> Option<Place> {
    let child = record.children.iter().find(|child| child.id == *id);
    let (home, key) = match child {
        Some(child) if child.preferred_name.is_blank() => ("children", "name"),
        Some(_) => ("children", "preferred_name"),
        None => ("people", "name"),
    };
    let place = Place { home, row: Some(id.clone()), key: Some(key) };
    record.answer(&place).is_some().then_some(place)
}

/// Every answer that neither goes out nor is left out already: a question that nobody has listed is here.
/// What is said of the copies themselves is no part of the plan.
fn rest(record: &Record, goes: &[Place], left: &mut Vec<LeftOut>, short: bool) {
    let known = goes.iter().chain(left.iter().map(|left| &left.place));
    let done: HashSet<String> = known.map(Place::to_string).collect();
    record.each_answer(&mut |place, field, answer| {
        let row = Place { key: None, ..place.clone() };
        let of_a_row = place.row.is_some() && done.contains(&row.to_string());
        let is_blank = answer.state() == State::Blank;
        if is_blank || of_a_row || OF_COPIES.contains(&place.home) || done.contains(&place.to_string()) {
            return;
        }
        let why = match field.audience {
            Audience::System => return,
            Audience::Restricted => Why::Restricted,
            Audience::Professionals => Why::Professionals,
            Audience::Family if short => Why::Short,
            Audience::Family => Why::NoPlace,
        };
        left.push(LeftOut::new(place.clone(), why));
    });
}

/// Whether two people are one, as far as their names say.
pub(super) fn same_name(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    !one.trim().is_empty() && plain(one) == plain(other)
}
