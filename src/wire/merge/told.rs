//! What came of a merge, in sentences: what was added and filled in is named, and what was not taken.

use super::Merged;
use crate::record::{Place, Record};
use crate::words::Words;

/// How many rows or answers are named in one sentence; how many more there are is counted.
const NAMED: usize = 10;
/// How many answers of one row are named.
const FEW: usize = 2;

impl Merged {
    /// What came of it, a sentence for each kind. `from` is the record that came in: it names the
    /// rows that are not here.
    pub fn sentences(&self, words: &Words, from: &Record) -> Vec<String> {
        if self.already {
            return vec![words.label("merging.already").to_owned()];
        }
        let name = |places: &[Place]| places.iter().map(|place| self.name(words, place, from)).collect();
        let line = |key: &str, names: Vec<String>, most: usize| {
            (!names.is_empty()).then(|| words.fill(key, &[("what", &at_most(words, &names, most))]))
        };
        let differ = u32::try_from(self.differences.len()).unwrap_or(u32::MAX);
        let differ =
            (differ > 0).then(|| words.fill("merging.differ", &[("count", &words.count("answer", differ))]));
        let nothing = (!self.stands).then(|| words.label("merging.nothing_taken").to_owned());
        let told = [
            nothing,
            line("merging.added", name(&self.added), NAMED),
            line("merging.taken", self.by_row(words, from), NAMED),
            differ,
            line("merging.left_out", name(&self.left_out), usize::MAX),
        ];
        let told: Vec<String> = told.into_iter().flatten().collect();
        if told.is_empty() { vec![words.label("merging.nothing_new").to_owned()] } else { told }
    }

    /// What was filled in: each answer by its name, and of a row with many how many there are.
    fn by_row(&self, words: &Words, from: &Record) -> Vec<String> {
        let mut rows: Vec<(Place, Vec<&Place>)> = Vec::new();
        for place in &self.taken {
            match rows.iter_mut().find(|(row, _)| *row == whole(place)) {
                Some((_, answers)) => answers.push(place),
                None => rows.push((whole(place), vec![place])),
            }
        }
        let told = rows.into_iter().flat_map(|(row, answers)| {
            if answers.len() <= FEW || row.row.is_none() {
                return answers.into_iter().map(|place| self.name(words, place, from)).collect();
            }
            let count = words.count("answer", u32::try_from(answers.len()).unwrap_or(u32::MAX));
            vec![format!("{}: {count}", self.name(words, &row, from))]
        });
        told.collect()
    }

    /// What a place is called; a row that is not here has the name that it has in what came in.
    fn name(&self, words: &Words, place: &Place, from: &Record) -> String {
        let has_row = |record: &Record| place.row.is_none() || record.section(&whole(place)).is_some();
        match (has_row(&self.record), has_row(from)) {
            (true, _) => words.place(place, &self.record),
            (false, true) if place.home == "differences" => words.place(&list(place), from),
            (false, true) => words.place(place, from),
            (false, false) => words.place(&list(place), from),
        }
    }
}

fn whole(place: &Place) -> Place {
    Place { key: None, ..place.clone() }
}

fn list(place: &Place) -> Place {
    Place::home(place.home)
}

/// The names one after another; where there are more than so many, how many more.
fn at_most(words: &Words, names: &[String], most: usize) -> String {
    let shown = names.iter().take(most).map(String::as_str).collect::<Vec<_>>().join("; ");
    match names.len().saturating_sub(most) {
        0 => shown,
        more => words.fill("merging.and_more", &[("what", &shown), ("n", &more.to_string())]),
    }
}
