//! The chronologies of several agencies as one: in order, what was told twice, and the two as one.
//! CALD-CHR-01

use super::chronology::{ChronologyEntry, Significance};
use super::codes::YesNo;
use super::held::Carried;
use super::likeness::Told;
use super::link::{Linked, Links, RowId};
use super::order::in_order;
use super::typed::Typed;
use super::when::When;
use super::{Answer, Record};
use chrono::NaiveDate;
use std::cell::OnceCell;

/// An entry, and when it was.
#[derive(Clone, Copy, Debug)]
pub struct Dated<'a> {
    /// The entry.
    pub entry: &'a ChronologyEntry,
    /// When; `None` where what was typed says no time.
    pub when: Option<When>,
}

/// The entries of a record with their times, in its order.
pub fn dated(record: &Record) -> Vec<Dated<'_>> {
    record.chronology.iter().map(|entry| Dated { entry, when: When::read(&entry.when) }).collect()
}

/// The most pairs that are named at once: a person goes through them one by one.
const OFFERED: usize = 100;
/// How many words are held against words at most, so that no table keeps somebody waiting: a third of a second or so.
const LOOKED_AT: usize = 30_000_000;

/// What happened, the first first. What says no time stands last, in the order of the record.
pub fn chronology_in_order(record: &Record) -> Vec<Dated<'_>> {
    by_time(&dated(record))
}

/// These entries, the first first; those without a time last, in the order in which they came.
pub fn by_time<'a>(entries: &[Dated<'a>]) -> Vec<Dated<'a>> {
    in_order(entries, |one, other| (one.when.is_none(), one.when).cmp(&(other.when.is_none(), other.when)))
}

/// Entries that may tell of one thing: of different agencies, at times that can be one day, in like
/// texts. Offered to a person and never joined without one, nor once somebody has said that they are two.
///
/// Texts are like where they have the same words, one stands within the other, or they share at
/// least three telling words that are six in ten of the shorter's. Each pair is named once, in the
/// order of the record. Of very many the first by time are named: once those are decided, the next are.
pub fn duplicates(record: &Record) -> Vec<(RowId, RowId)> {
    alike(&dated(record))
}

/// Those of these entries that may tell of one thing, as [`duplicates`] has it.
pub fn alike(entries: &[Dated<'_>]) -> Vec<(RowId, RowId)> {
    let events: Vec<Event<'_>> = entries.iter().enumerate().map(|(at, dated)| Event::of(at, dated)).collect();
    let (mut found, mut left) = (Vec::new(), LOOKED_AT);
    // By the first day of each, so that one need only be held against those that begin before it is over.
    let by_day = in_order(&events.iter().collect::<Vec<_>>(), |one, other| one.begins().cmp(&other.begins()));
    for (at, one) in by_day.iter().enumerate() {
        let later = by_day.iter().skip(at + 1).take_while(|other| one.can_meet(other));
        for other in later {
            if found.len() >= OFFERED || left == 0 {
                break;
            }
            left = left.saturating_sub(one.effort(other));
            if one.is_like(other) {
                found.push(if one.at < other.at { (*one, *other) } else { (*other, *one) });
            }
        }
    }
    let pairs = in_order(&found, |one, other| (one.0.at, one.1.at).cmp(&(other.0.at, other.1.at)));
    pairs.into_iter().map(|(one, other)| (one.entry.id.clone(), other.entry.id.clone())).collect()
}

/// An entry as it is held against others.
struct Event<'a> {
    /// Its place among them.
    at: usize,
    entry: &'a ChronologyEntry,
    when: Option<When>,
    /// What was typed where that says no time.
    unread: Told,
    /// Its words, once they are looked at: few can meet another.
    told: OnceCell<Told>,
}

impl<'a> Event<'a> {
    fn of(at: usize, dated: &Dated<'a>) -> Self {
        let Dated { entry, when } = *dated;
        let unread = if when.is_none() { Told::of(&entry.when) } else { Told::default() };
        Self { at, entry, when, unread, told: OnceCell::new() }
    }

    /// What puts those that can meet behind each other.
    fn begins(&self) -> (Option<NaiveDate>, &str) {
        (self.when.map(|when| when.begins()), self.unread.words())
    }

    /// What says no time can only meet what was typed in the same words.
    fn can_meet(&self, other: &Self) -> bool {
        match (self.when, other.when) {
            (Some(when), Some(other)) => when.can_meet(&other),
            (None, None) => !self.entry.when.is_blank() && self.unread.is_same(&other.unread),
            _ => false,
        }
    }

    /// How many words are held against words where the two are compared.
    fn effort(&self, other: &Self) -> usize {
        if are_of_two(self.entry, other.entry) { 1 + self.told().count() * other.told().count() } else { 1 }
    }

    fn is_like(&self, other: &Self) -> bool {
        are_of_two(self.entry, other.entry)
            && !are_apart(self.entry, other.entry)
            && self.told().is_like(other.told())
    }

    fn told(&self) -> &Told {
        self.told.get_or_init(|| Told::of(&self.entry.event))
    }
}

/// Whether no agency has both; of two that name none, whether they came from two sources.
fn are_of_two(one: &ChronologyEntry, other: &ChronologyEntry) -> bool {
    let none = one.agencies.is_blank() && other.agencies.is_blank();
    let apart = !one.agencies.ids().iter().any(|agency| other.agencies.has(agency));
    if none { one.source.trim() != other.source.trim() } else { apart }
}

/// Whether somebody said that these are two events.
fn are_apart(one: &ChronologyEntry, other: &ChronologyEntry) -> bool {
    one.apart_from.has(&other.id) || other.apart_from.has(&one.id)
}

/// Writes down that two entries are two events, though they read alike; whether there were two.
pub fn keep_apart(record: &mut Record, one: &RowId, other: &RowId) -> bool {
    let is_there = |id: &RowId| record.chronology.iter().any(|entry| entry.id == *id);
    if one == other || !is_there(other) {
        return false;
    }
    let entry = record.chronology.iter_mut().find(|entry| entry.id == *one);
    entry.map(|entry| entry.apart_from = union(&entry.apart_from, &Links::to(&[other]))).is_some()
}

/// Makes one entry of two, for a person who said that they tell of one thing; whether there were two.
///
/// The first stays, with both agencies, both texts, sources and impacts, each text after the name of
/// its agency where they differ, and the more exact of the two times; another time is named among
/// the sources. What the two say it was for the child is left for a person to settle where they
/// differ, and it is about somebody else where either says so. Events that either was kept apart from stay apart from it.
pub fn join(record: &mut Record, keep: &RowId, other: &RowId) -> bool {
    let find = |id: &RowId| record.chronology.iter().position(|entry| entry.id == *id);
    let (Some(kept), Some(gone)) = (find(keep), find(other)) else { return false };
    let names = [kept, gone].map(|at| record.chronology.get(at).map(|entry| agency_of(record, entry)));
    let (Some(mut one), [Some(name), Some(other_name)]) = (record.chronology.get(kept).cloned(), names)
    else {
        return false;
    };
    if kept == gone {
        return false;
    }
    let mut other = record.chronology.remove(gone);
    let apart = record.chronology.iter().filter(|entry| entry.id != *keep && are_apart(entry, &other));
    let apart = apart.map(|entry| &entry.id);
    other.apart_from = Links::to(&apart.collect::<Vec<_>>());
    merge(&mut one, other, &name, &other_name);
    let at = if gone < kept { kept - 1 } else { kept };
    record.chronology.get_mut(at).map(|place| *place = one).is_some()
}

/// The name of an entry's agency; empty where it has none, several, or one without a name.
fn agency_of(record: &Record, entry: &ChronologyEntry) -> String {
    let [id] = entry.agencies.ids() else { return String::new() };
    record.agency(id).map_or_else(String::new, |agency| agency.name.trim().to_owned())
}

fn merge(one: &mut ChronologyEntry, other: ChronologyEntry, name: &str, other_name: &str) {
    one.event.0 = both(&one.event, &other.event, name, other_name);
    one.impact.0 = both(&one.impact, &other.impact, name, other_name);
    one.source.0 = sources(one, &other, name, other_name);
    if is_less_exact(one, &other) {
        one.when = other.when;
    }
    if one.children.is_blank() || other.children.is_blank() {
        one.children = Links::default();
    } else {
        one.children = union(&one.children, &other.children);
    }
    one.agencies = union(&one.agencies, &other.agencies);
    one.apart_from = union(&one.apart_from, &other.apart_from);
    one.significance = settled(&one.significance, &other.significance);
    if one.third_party.is_blank() || other.third_party.is(YesNo::Yes) {
        one.third_party = other.third_party;
    }
    carry(&mut one.carried, other.carried, &other.id);
}

/// Whether the other's time is the more exact.
fn is_less_exact(one: &ChronologyEntry, other: &ChronologyEntry) -> bool {
    let spread = |when: &str| When::read(when).map_or(i64::MAX, |when| when.spread());
    one.when.is_blank() || spread(&other.when) < spread(&one.when)
}

/// Both texts, or the one that says all.
fn both(one: &str, other: &str, name: &str, other_name: &str) -> String {
    let (bare, other_bare) = (one.trim(), other.trim());
    match (bare.contains(other_bare), other_bare.contains(bare)) {
        (true, _) => one.to_owned(),
        (_, true) => other.to_owned(),
        _ => format!("{}\n\n{}", named(bare, name), named(other_bare, other_name)),
    }
}

/// A text after the name of its agency.
fn named(text: &str, name: &str) -> String {
    let is_named = name.is_empty() || text.strip_prefix(name).is_some_and(|rest| rest.starts_with(':'));
    if is_named { text.to_owned() } else { format!("{name}: {text}") }
}

/// Both sources, and the time that does not stay where it is another.
fn sources(one: &ChronologyEntry, other: &ChronologyEntry, name: &str, other_name: &str) -> String {
    let (when, other_when) = (When::read(&one.when), When::read(&other.when));
    let is_same = if when.is_some() { when == other_when } else { one.when.trim() == other.when.trim() };
    let (left, of) = if is_less_exact(one, other) { (&one.when, name) } else { (&other.when, other_name) };
    let left = if is_same || left.is_blank() { String::new() } else { named(left.trim(), of) };
    let mut sources: Vec<&str> = Vec::new();
    for source in [one.source.trim(), other.source.trim(), &left] {
        let is_there = sources.iter().any(|known| known.split("; ").any(|part| part == source));
        if !source.is_empty() && !is_there {
            sources.push(source);
        }
    }
    sources.join("; ")
}

fn union<L: Linked>(one: &Links<L>, other: &Links<L>) -> Links<L> {
    let more = other.ids().iter().filter(|id| !one.has(id));
    Links::to(&one.ids().iter().chain(more).collect::<Vec<_>>())
}

/// What both say it was, what one of them says, or both in words for a person to choose.
fn settled(one: &Typed<Significance>, other: &Typed<Significance>) -> Typed<Significance> {
    let written = |answer: &dyn Answer| answer.written().into_owned();
    let (said, other_said) = (written(one), written(other));
    let is_said = said.split(", ").any(|part| part == other_said);
    match (one, other) {
        (Typed::Blank, _) => other.clone(),
        (_, other) if other.is_blank() || is_said => one.clone(),
        _ => Typed::Unread(format!("{said}, {other_said}")),
    }
}

/// What this version does not know stays too, under a name of its own where both have it.
fn carry(kept: &mut Carried, more: Carried, from: &RowId) {
    for (key, value) in more {
        match kept.iter().find(|(known, _)| *known == key).map(|(_, known)| *known == value) {
            Some(true) => {}
            Some(false) => kept.push((format!("{key}_{from}"), value)),
            None => kept.push((key, value)),
        }
    }
}
