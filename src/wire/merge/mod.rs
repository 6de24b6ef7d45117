//! Bringing together: an agency's report, or another person's copy of a meeting's record, with the record here.
//!
//! What is blank here is taken. What is the same says nothing. Where two answers differ, the one
//! here stays, and a row of `differences` keeps both until a person decides: see [`settle`]. A row
//! that is only here stays, and one that is only there is added. What an agency's later report no
//! longer says becomes a difference too. A row that was prepared for an agency, and in which it wrote
//! nothing, is none. Nothing else that came is dropped without being named in [`Merged::left_out`],
//! and the same file twice changes nothing.

mod admit;
mod answers;
mod naming;
mod refusal;
mod relink;
mod settle;
mod sign;
mod taking;
mod told;
mod untouched;
mod withdrawn;

pub use refusal::Refusal;
pub use settle::{Unsettled, settle};

use super::envelope::Envelope;
use super::hash::hash;
use super::limits;
use super::open::Opened;
use super::problem::{Loss, ProblemKind};
use super::write::write_section;
use crate::record::contribution::Contribution;
use crate::record::{Answer, Place, Record, RowId};
use admit::{Admitted, admit};
use serde_json::{Value, json};
use taking::take;

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// The record with what was taken.
    pub record: Record,
    /// Whether the same content was the last to come from its agency to its meeting, so that nothing was to be done.
    pub already: bool,
    /// Whether something of it stands here now: it was taken, or it was here. Only then is it noted in `contributions`.
    pub stands: bool,
    /// Rows that were added.
    pub added: Vec<Place>,
    /// Answers that were blank here and were taken.
    pub taken: Vec<Place>,
    /// Rows of `differences` that were raised.
    pub differences: Vec<RowId>,
    /// What came and was not taken, because this kind of document does not answer for it or there is
    /// no room for it: a row that is not here, an answer that is another one here, or a section whose
    /// unknown members are others here.
    pub left_out: Vec<Place>,
}

/// Merges an envelope as it was opened.
///
/// # Errors
/// The reasons of [`merge`], and that part of the document could not be read.
pub fn merge_opened(record: &Record, opened: &Opened) -> Result<Merged, Refusal> {
    if opened.problems.iter().any(|problem| problem.what == ProblemKind::NotOurs) {
        return Err(Refusal::NotAContribution);
    }
    if !opened.is_newer() && opened.loss() > Loss::Nothing {
        return Err(Refusal::Losses);
    }
    merge(record, &opened.envelope)
}

/// Merges a contribution (document `report`), or a draft or a submission of a meeting's record
/// (document `meeting`), into this record.
///
/// Of a report only what its agency answers for is taken: its own report to that meeting, progress
/// and views of needs that came with it, and what its own chronology has. Of a meeting's record all
/// that [`Scope::Meeting`](crate::protocol::Scope::Meeting) covers.
///
/// # Errors
/// Why nothing was taken.
pub fn merge(record: &Record, from: &Envelope) -> Result<Merged, Refusal> {
    let admitted = admit(record, from)?;
    let hash = content(from);
    if last(record, &admitted).is_some_and(|row| row.hash.trim() == hash) {
        return Ok(Merged { record: record.clone(), already: true, stands: true, ..Merged::default() });
    }
    let merged = take(record, from, &admitted, &hash);
    if is_too_large(&merged.record) { Err(Refusal::TooLarge) } else { Ok(merged) }
}

/// What was last brought in to the meeting from the same agency.
fn last<'a>(record: &'a Record, from: &Admitted) -> Option<&'a Contribution> {
    let (agency, meeting) = (from.agency.as_ref(), from.meeting.as_ref());
    record.contributions.iter().rfind(|row| row.agency.id() == agency && row.meeting.id() == meeting)
}

/// Whether the record could not be opened again. It is written out only where it might be: no letter
/// takes more than six bytes in JSON, and no name of a question more than 40.
fn is_too_large(record: &Record) -> bool {
    let mut letters = 0;
    record.each_answer(&mut |_, _, answer| match answer.written().len() {
        0 => {}
        length => letters += length + 40,
    });
    record.each_carried(&mut |_, _, value| letters += value.to_string().len());
    letters > limits::BYTES / 8 && Value::Object(write_section(record)).to_string().len() > limits::BYTES
}

/// The hash of what an envelope brings, whoever sends it and whenever.
fn content(from: &Envelope) -> String {
    let json = |answer: &dyn Answer| answer.to_json();
    hash(&json!({
        "document": json(&from.document),
        "meeting": json(&from.meeting),
        "agency": json(&from.agency),
        "record": Value::Object(write_section(&from.record)),
    }))
}
