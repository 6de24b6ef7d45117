//! Deciding where two answers differ.

use super::naming::TOLD;
use crate::protocol::Scope;
use crate::record::contribution::{Difference, DifferenceDecision};
use crate::record::{Kind, Place, Record, RowId, Typed};

/// Why a difference cannot be settled so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsettled {
    /// The record has no such difference.
    NoDifference,
    /// The row that it is about is no longer there.
    NoAnswer,
    /// Both cannot be kept where the answer is a day, a number, a choice or a link, or was taken back.
    NotBoth,
    /// The answer was changed after it had been decided: deciding again would lose that.
    ChangedSince,
    /// It is about an answer that no report and no copy of a meeting's record answers for.
    NotTaken,
}

impl Unsettled {
    /// Where its sentence stands in `words/`.
    pub fn words_key(self) -> &'static str {
        match self {
            Self::NoDifference => "merging.unsettled.no-difference",
            Self::NoAnswer => "merging.unsettled.no-answer",
            Self::NotBoth => "merging.unsettled.not-both",
            Self::ChangedSince => "merging.unsettled.changed-since",
            Self::NotTaken => "merging.unsettled.not-taken",
        }
    }
}

/// Settles a difference: keeps the answer here, takes the one that came in, or keeps both (words
/// alone: sentences with a blank line between them, a short answer with a stroke). Both texts stay
/// in the row, so that it can be decided otherwise later.
///
/// # Errors
/// Why it cannot be settled so. The record is then as it was.
pub fn settle(
    record: &mut Record,
    difference: &RowId,
    decision: DifferenceDecision,
    decided_by: &str,
) -> Result<(), Unsettled> {
    let rows = record.differences.iter();
    let index = rows.clone().position(|row| row.id == *difference).ok_or(Unsettled::NoDifference)?;
    let row = record.differences.get(index).ok_or(Unsettled::NoDifference)?.clone();
    let place = Place::read(row.place.trim()).ok_or(Unsettled::NoAnswer)?;
    if !Scope::Meeting.takes(place.home) || TOLD.contains(&place.home) {
        return Err(Unsettled::NotTaken);
    }
    let answer = record.answer_mut(&place).ok_or(Unsettled::NoAnswer)?;
    let kind = answer.kind();
    let is_text = matches!(kind, Kind::Line | Kind::Narrative) && !row.theirs.is_blank();
    if decision == DifferenceDecision::KeepBoth && !is_text {
        return Err(Unsettled::NotBoth);
    }
    let now = answer.written().into_owned();
    let ours = match row.decision.get() {
        None => now.clone(),
        Some(before) if outcome(&row.ours, &row, before, kind) == now => row.ours.to_string(),
        Some(_) => return Err(Unsettled::ChangedSince),
    };
    if decision != DifferenceDecision::KeepOurs || ours != now {
        answer.write(&outcome(&ours, &row, decision, kind));
    }
    if let Some(row) = record.differences.get_mut(index) {
        row.ours = ours.as_str().into();
        row.decision = Typed::Given(decision);
        row.decided_by = decided_by.into();
    }
    Ok(())
}

/// What the answer is after a decision.
fn outcome(ours: &str, row: &Difference, decision: DifferenceDecision, kind: Kind) -> String {
    let between = if matches!(kind, Kind::Line) { " / " } else { "\n\n" };
    match decision {
        DifferenceDecision::KeepOurs => ours.to_owned(),
        DifferenceDecision::TakeTheirs => row.theirs.to_string(),
        DifferenceDecision::KeepBoth => format!("{ours}{between}{}", row.theirs.0),
    }
}
