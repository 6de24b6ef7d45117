//! Who wrote what a copy says: whoever put one of its sentences into the plan or the copy does not approve it.
//!
//! It is not enough that the author of a copy has sent the plan since: they may have saved it for another
//! reason, and never have looked. So the versions themselves are asked who brought each sentence.

use crate::store::Version;
use std::collections::HashSet;
use team_around::reading::family::prepared;
use team_around::record::sharing::CopyDecision;
use team_around::record::{Record, RowId};
use team_around::wire::read_text;

/// A sentence that stands in the copy of `after` and that this person brought, in any version of the plan.
pub fn wrote(versions: &[Version], name: &str, after: &Record, copy: &RowId) -> Option<String> {
    let now = sentences(after, copy)?;
    let mut before: Option<HashSet<String>> = None;
    for version in versions {
        let record = read_text(&version.record).record;
        let Some(there) = sentences(&record, copy) else { continue };
        if version.by_name.trim() == name.trim() {
            let brought = match &before {
                Some(before) => there.difference(before).cloned().collect(),
                // The copy is new: what the plan said already is nobody's in particular.
                None => rewordings(&record, copy),
            };
            if let Some(sentence) = brought.into_iter().find(|sentence| now.contains(sentence)) {
                return Some(sentence);
            }
        }
        before = Some(there);
    }
    None
}

/// The sentences of a copy; nothing where the record has no such copy.
fn sentences(record: &Record, copy: &RowId) -> Option<HashSet<String>> {
    let made = prepared(record, copy).ok()?.copy;
    Some(made.sentences().map(|said| said.words.clone()).filter(|words| !words.is_empty()).collect())
}

/// What stands in a copy in other words than the plan's.
fn rewordings(record: &Record, copy: &RowId) -> HashSet<String> {
    let own = record.sharing.choices.iter().filter(|row| row.copy.id() == Some(copy));
    let reworded = own.filter(|row| row.decision.is(CopyDecision::Reword));
    reworded.map(|row| row.wording.trim().to_owned()).collect()
}
