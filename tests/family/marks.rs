//! A mark of its own in every answer: a word, a day or a number that stands nowhere else in the record.

use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use team_around::record::{Kind, Place, Record, State};
use team_around::words::{Language, Words};

/// The question that an answer answers, and its row where it stands in one.
pub type Name = (String, String);

/// Every word begins so, and so begins nothing else.
const WORD: &str = "zq";
/// No vowel, so that no word is one of a language; neither of the two letters of [`WORD`], so that words that
/// stand beside each other are told apart without the space; and no pair that a font draws as one.
const LETTERS: &[u8; 16] = b"bcdghjklmnprstvw";
const LONG: usize = 10;
/// Days that no other text names.
const DAYS: NaiveDate = NaiveDate::from_ymd_opt(2031, 1, 1).unwrap();
/// The copies are prepared before anything else of their records happens, so that there is a next meeting.
const PREPARED: NaiveDate = NaiveDate::from_ymd_opt(2026, 2, 2).unwrap();
const NUMBERS: usize = 7_040_000;

/// The marks of a record: what each is written as, and whose it is.
#[derive(Default)]
pub struct Marks {
    of: BTreeMap<String, Name>,
}

impl Marks {
    /// Puts a mark into each answer of a record that holds words, a day or a number.
    pub fn into(record: &mut Record) -> Self {
        let mut marks = Self::default();
        let mut places = Vec::new();
        let mut number = 0;
        record.each_answer(&mut |place, field, answer| {
            // Blank ones are counted too, so that a place has the same mark in every record of one shape.
            number += 1;
            // The place of a choice is a place, and stays one.
            if answer.state() != State::Blank && (place.home, field.key) != ("sharing/choices", "place") {
                places.push((number, place.clone(), name(place, field.of), field.kind));
            }
        });
        for (number, place, name, kind) in places {
            let days = u64::try_from(number).unwrap();
            let mark = match kind {
                Kind::Line | Kind::Narrative => word(&name),
                Kind::Day if name.0 == "family-copy.prepared_on" => day(PREPARED, days % 20),
                Kind::Day => day(DAYS, days),
                Kind::Number => (NUMBERS + number).to_string(),
                _ => continue,
            };
            record.answer_mut(&place).unwrap().write(&mark);
            let other = marks.of.insert(mark, name.clone());
            assert!(other.is_none(), "{name:?} and {other:?} have one mark");
        }
        marks
    }

    /// All that have a mark.
    pub fn all(&self) -> BTreeSet<Name> {
        self.of.values().cloned().collect()
    }

    /// The ways in which the mark of each may be written, for a search elsewhere.
    pub fn forms(&self) -> impl Iterator<Item = (&Name, Vec<String>)> {
        self.of.iter().map(|(mark, name)| (name, forms(mark)))
    }

    /// Whose marks stand in a text. What looks like a mark and is none is found as one of nobody's.
    pub fn found(&self, text: &str) -> BTreeSet<Name> {
        let words = text.match_indices(WORD).map(|(at, _)| text.get(at..at + LONG).unwrap_or_default());
        let nobody = |word: &str| (word.to_owned(), String::new());
        let mut found: BTreeSet<Name> =
            words.map(|word| self.of.get(word).cloned().unwrap_or_else(|| nobody(word))).collect();
        let others = self.of.iter().filter(|(mark, _)| !mark.starts_with(WORD));
        let there = others.filter(|(mark, _)| forms(mark).iter().any(|form| text.contains(form)));
        found.extend(there.map(|(_, name)| name.clone()));
        found
    }
}

fn name(place: &Place, of: &str) -> Name {
    let row = place.row.as_ref().map(ToString::to_string);
    (format!("{of}.{}", place.key.unwrap_or_default()), row.unwrap_or_default())
}

/// A mark is as it stands in a file; a day is also written in words.
fn forms(mark: &str) -> Vec<String> {
    let spoken = mark.parse().ok().map(|day| Words::of(Language::English).full_day(day));
    std::iter::once(mark.to_owned()).chain(spoken).collect()
}

fn day(from: NaiveDate, number: u64) -> String {
    (from + Days::new(number)).to_string()
}

/// The same name has the same word in every record (FNV-1a).
fn word((question, row): &Name) -> String {
    let mixed = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    let hash = question.as_bytes().iter().chain(b" ").chain(row.as_bytes()).fold(0x811C_9DC5, mixed);
    let letters = (0..8).map(|at| char::from(LETTERS[(hash >> (4 * at)) as usize & 15]));
    WORD.chars().chain(letters).collect()
}
