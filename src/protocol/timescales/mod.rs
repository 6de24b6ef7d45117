//! Exact timescales: when the plan is next to be reviewed, visited, sent and announced.
//!
//! Each is a pure function of the record and the terms, and is what the rules, the form's strip and
//! the command all read. Figures and readings are the packs'. An event dated after today, or before
//! the plan's start, does not count: the first has not happened, the second belongs to an earlier
//! plan (domain.md 1.5.2). Domain.md 1.5; decisions.md 1 to 9.
//!
//! Never here: a figure, a sentence, or a day guessed where its input is missing.

mod distribution;
mod events;
mod notice;
mod review;
mod visits;

pub use distribution::{CopyState, Distribution, Recipient, distribution, distribution_of};
pub use events::{
    chaired_meetings, first_planning_meeting, has_come, has_left, held_meetings, is_planning,
    last_planning_meeting, made_a_plan, visiting_professionals,
};
pub use notice::{NoticeClock, notice};
pub use review::{Next, ReviewClock, next_meeting, review};
pub use visits::{LateGap, VisitClock, is_longer, plan_limit, stated_limit, visiting_schedules, visits};

use super::pack::FigureName;
use super::rule::Report;
use super::terms::Terms;
use crate::calendar::Interval;
use crate::record::Record;
use crate::record::plan::Plan;
use chrono::NaiveDate;

/// Why a timescale has nothing to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The day from which the plan counts is not given, or could not be read.
    NoStart,
    /// The plan's end has come.
    Ended,
    /// Nothing has happened yet, or nothing is asked, that would start it; or no pack has its figure.
    NothingToCount,
}

impl Stopped {
    /// Reports it: unknown at the plan's start where that is what is missing, otherwise not applicable.
    pub fn say(self, report: &mut Report) {
        match self {
            Self::NoStart => _ = report.unknown(Plan::start.here()),
            Self::Ended | Self::NothingToCount => report.not_applicable(),
        }
    }
}

/// All timescales of one record on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Timescales {
    /// The day from which the plan counts.
    pub plan_start: Option<NaiveDate>,
    /// The first day on which the plan is no longer in its first period.
    pub boundary: Option<NaiveDate>,
    /// Whether the plan's end has come.
    pub ended: bool,
    /// The next review.
    pub review: Result<ReviewClock, Stopped>,
    /// The next visit, and visits that came late.
    pub visits: Result<VisitClock, Stopped>,
    /// Sending the plan of the last meeting that agreed or reviewed one; for another meeting see
    /// [`distribution_of`].
    pub distribution: Result<Distribution, Stopped>,
    /// Notice of the next meeting.
    pub notice: Result<NoticeClock, Stopped>,
}

/// All timescales of this record on the day of these terms.
pub fn timescales(record: &Record, terms: &Terms<'_>) -> Timescales {
    let plan_start = record.plan.start.get();
    Timescales {
        plan_start,
        boundary: plan_start.and_then(|start| boundary(start, terms)),
        ended: has_ended(record, terms),
        review: review(record, terms),
        visits: visits(record, terms),
        distribution: distribution(record, terms),
        notice: notice(record, terms),
    }
}

/// Whether the plan's end has come (decisions.md 9).
pub fn has_ended(record: &Record, terms: &Terms<'_>) -> bool {
    has_come(&record.plan.ended_on, terms)
}

/// The first day on which a plan that began on this day is "6 months or longer" (domain.md 1.5.2).
pub fn boundary(start: NaiveDate, terms: &Terms<'_>) -> Option<NaiveDate> {
    terms.due(start, FigureName::FirstPeriod)?.date()
}

/// The plan's start, where the plan has one and has not ended.
fn running(record: &Record, terms: &Terms<'_>) -> Result<NaiveDate, Stopped> {
    if has_ended(record, terms) {
        return Err(Stopped::Ended);
    }
    record.plan.start.get().ok_or(Stopped::NoStart)
}

/// Whether what is counted from `anchor` with the first period's interval belongs to the time after
/// the boundary (domain.md 1.5.3, decision 2).
fn is_past_boundary(anchor: NaiveDate, first: Interval, start: NaiveDate, terms: &Terms<'_>) -> bool {
    use super::pack::ReadingName::IntervalSelectedBy;
    let by_due_date = terms.reads(IntervalSelectedBy, "due-date");
    let judged = if by_due_date { first.after(anchor, terms.calendar).date() } else { Some(anchor) };
    matches!((judged, boundary(start, terms)), (Some(day), Some(boundary)) if day >= boundary)
}
