//! The last meeting that reviewed the plan.

use super::meetings::just_held;
use super::terms::Terms;
use crate::record::codes::YesNo;
use crate::record::meeting::{Meeting, MeetingStatus};
use crate::record::progress::Progress;
use crate::record::{Record, first_by_id};
use chrono::NaiveDate;

/// The last review, as far as the record tells.
pub enum LastReview<'a> {
    /// The plan was not reviewed yet.
    None,
    /// This review has no day, so which was the last cannot be told.
    Undated(&'a Meeting),
    /// The last one.
    At(&'a Meeting, NaiveDate),
}

/// The last meeting that was held and reviewed the plan. The first meeting makes the plan and is no
/// review of it; first is number 1, or, where it has no number, the earliest that was held.
pub fn last_review(record: &Record) -> LastReview<'_> {
    let reviews = || record.meetings.iter().filter(|meeting| is_review(record, meeting));
    if let Some(undated) = first_by_id(reviews().filter(|meeting| meeting.on.get().is_none())) {
        return LastReview::Undated(undated);
    }
    let dated = reviews().filter_map(|meeting| Some((meeting, meeting.on.get()?)));
    let last = dated.max_by_key(|(meeting, day)| (*day, &meeting.id));
    last.map_or(LastReview::None, |(meeting, day)| LastReview::At(meeting, day))
}

/// The rows of progress found at this meeting.
pub fn progress_at<'a>(record: &'a Record, meeting: &'a Meeting) -> impl Iterator<Item = &'a Progress> {
    record.progress.iter().filter(|row| row.meeting.id() == Some(&meeting.id))
}

/// The recorded progress of which it is asked how and by whom it was measured: that of the last
/// review, and that of each other meeting in hand, because the record of every meeting shows it
/// (audit.md 1a 13). `None` where there is neither.
pub fn measured_progress<'a>(
    record: &'a Record,
    review: Option<&'a Meeting>,
    terms: &Terms<'_>,
) -> Option<Vec<&'a Progress>> {
    let others = just_held(record, terms).into_iter().filter(|one| review.is_none_or(|row| row.id != one.id));
    let meetings = review.into_iter().chain(others);
    let rows: Vec<_> =
        meetings.flat_map(|meeting| progress_at(record, meeting)).filter(|row| row.is_recorded()).collect();
    (review.is_some() || !rows.is_empty()).then_some(rows)
}

fn is_review(record: &Record, meeting: &Meeting) -> bool {
    meeting.status.is(MeetingStatus::Held)
        && meeting.plan_reviewed.is(YesNo::Yes)
        && !meeting.sequence.get().map_or_else(|| is_earliest(record, meeting), |number| number == 1)
}

fn is_earliest(record: &Record, meeting: &Meeting) -> bool {
    let Some(day) = meeting.on.get() else { return false };
    let held = record.meetings.iter().filter(|other| other.status.is(MeetingStatus::Held));
    held.filter_map(|other| other.on.get()).all(|other| other >= day)
}
