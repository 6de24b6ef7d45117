//! What came of an import, as numbers and as sentences.

use crate::record::When;
use crate::record::chronology::ChronologyEntry;
use crate::wire::limits;
use crate::words::Words;

/// What came of an import. Rows are counted from 1, the first below the names of the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many entries were added.
    pub added: usize,
    /// How many were there already.
    pub same: usize,
    /// The rows that say nothing of what happened, and were left out.
    pub without_event: Vec<usize>,
    /// The rows that were added though they say no time.
    pub without_date: Vec<usize>,
    /// The rows that were added with a time that is kept as typed, because it could not be read.
    pub unread_dates: Vec<usize>,
    /// The rows that were added whole with an answer longer than the format asks for.
    pub too_long: Vec<usize>,
    /// The rows that were left out because the chronology is full.
    pub no_room: Vec<usize>,
    /// The names of agencies that the record does not have, each once.
    pub unmatched: Vec<String>,
}

impl Imported {
    /// Counts an entry that is added.
    pub(super) fn take(&mut self, row: usize, entry: &ChronologyEntry) {
        self.added += 1;
        if entry.when.is_blank() {
            self.without_date.push(row);
        } else if When::read(&entry.when).is_none() {
            self.unread_dates.push(row);
        }
        let is_long = |text: &str, limit| text.chars().nth(limit).is_some();
        let lines = [&entry.when, &entry.source].iter().any(|text| is_long(text, limits::LINE));
        if lines || [&entry.event, &entry.impact].iter().any(|text| is_long(text, limits::NARRATIVE)) {
            self.too_long.push(row);
        }
    }

    /// What came of it, a sentence for each thing that there is to say.
    pub fn sentences(&self, words: &Words) -> Vec<String> {
        let count = |key: &str, n: usize| words.fill(key, &[("n", &n.to_string())]);
        let mut told = vec![count("import.added", self.added)];
        if self.same > 0 {
            told.push(count("import.same", self.same));
        }
        for (key, rows) in [
            ("import.without-event", &self.without_event),
            ("import.without-date", &self.without_date),
            ("import.unread-dates", &self.unread_dates),
            ("import.too-long", &self.too_long),
            ("import.no-room", &self.no_room),
        ] {
            if !rows.is_empty() {
                told.push(words.fill(key, &[("rows", &numbers(rows))]));
            }
        }
        if !self.unmatched.is_empty() {
            let names: Vec<&str> = self.unmatched.iter().map(String::as_str).collect();
            told.push(words.fill("import.unmatched", &[("names", &words.list(&names))]));
        }
        told
    }
}

/// "3, 7, 12"; of many, the first twenty and how many more there are.
fn numbers(rows: &[usize]) -> String {
    const TOLD: usize = 20;
    let told: Vec<String> = rows.iter().take(TOLD).map(ToString::to_string).collect();
    let more = rows.len().saturating_sub(TOLD);
    if more == 0 { told.join(", ") } else { format!("{}, … (+{more})", told.join(", ")) }
}
