//! Who wrote what a copy says: whoever put one of its sentences, days or numbers into the plan or the copy does not
//! approve it.
//!
//! It is not enough that the author of a copy has sent the plan since: they may have saved it for another
//! reason, and never have looked. So the versions themselves are asked who brought each sentence.

use crate::store::Version;
use std::collections::HashSet;
use team_around::calendar::civil_date;
use team_around::reading::family::prepared;
use team_around::record::sharing::CopyDecision;
use team_around::record::{Kind, Record, RowId};
use team_around::wire::read_text;
use team_around::words::{Language, Words};

/// What a copy says: the place of a day or a number, and its words.
type Saying = (String, String);

/// A sentence, a day or a number that stands in the copy of `after` and that this person brought, in any version of
/// the plan.
pub fn wrote(versions: &[Version], name: &str, after: &Record, copy: &RowId) -> Option<String> {
    let now = sayings(after, copy)?;
    let mut before: Option<HashSet<Saying>> = None;
    for version in versions {
        let record = read_text(&version.record).record;
        let Some(there) = sayings(&record, copy) else { continue };
        if version.by_name.trim() == name.trim() {
            let brought = match &before {
                Some(before) => there.difference(before).cloned().collect(),
                // The copy is new: what the plan said already is nobody's in particular.
                None => rewordings(&record, copy),
            };
            let mut said: Vec<Saying> = brought.into_iter().filter(|saying| now.contains(saying)).collect();
            // The same one each time: an author who looks for it looks for one thing.
            said.sort_unstable();
            if let Some((_, words)) = said.into_iter().next() {
                return Some(words);
            }
        }
        before = Some(there);
    }
    None
}

/// What a copy says; nothing where the record has no such copy.
fn sayings(record: &Record, copy: &RowId) -> Option<HashSet<Saying>> {
    let made = prepared(record, copy).ok()?;
    let sentences = made.copy.sentences().map(|said| said.words.clone()).filter(|words| !words.is_empty());
    let sentences = sentences.map(|words| (String::new(), words));
    let figures = made
        .goes
        .iter()
        .filter(|place| place.field().is_some_and(|field| matches!(field.kind, Kind::Day | Kind::Number)));
    let figures = figures.filter_map(|place| {
        let written = record.answer(place)?.written();
        // As somebody reads it who is told that they wrote it.
        let day = civil_date(&written).map(|day| Words::of(Language::English).day(day));
        Some((place.to_string(), day.unwrap_or_else(|| written.into_owned())))
    });
    Some(sentences.chain(figures).collect())
}

/// What stands in a copy in other words than the plan's.
fn rewordings(record: &Record, copy: &RowId) -> HashSet<Saying> {
    let own = record.sharing.choices.iter().filter(|row| row.copy.id() == Some(copy));
    let reworded = own.filter(|row| row.decision.is(CopyDecision::Reword));
    reworded.map(|row| (String::new(), row.wording.trim().to_owned())).collect()
}
