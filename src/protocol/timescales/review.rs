//! When the plan is next to be reviewed.  domain.md 1.5.3; HANTS-REV-01 to 03

use super::events::{held, is_planning, last_planning_meeting};
use super::{Stopped, is_past_boundary, running};
use crate::calendar::{Interval, Worked};
use crate::protocol::Terms;
use crate::protocol::pack::{FigureName, ReadingName};
use crate::record::codes::YesNo;
use crate::record::meeting::{Meeting, MeetingStatus};
use crate::record::signoff::{Agreement, AgreementKind};
use crate::record::{Place, Record, RowId};
use chrono::NaiveDate;

/// The next review of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct ReviewClock {
    /// The day of the last review that counts, or the plan's start where there is none.
    pub last: NaiveDate,
    /// The meeting that was that review.
    pub meeting: Option<RowId>,
    /// The interval in force.
    pub interval: Interval,
    /// The last day in time, and how it was counted.
    pub due: Worked,
    /// The last working day that is not later; `None` where the calendar does not know it.
    pub last_working_day: Option<NaiveDate>,
    /// Whether that day has passed; `None` where it cannot be told.
    pub overdue: Option<bool>,
    /// Whether the longer interval applies.
    pub reduced: bool,
    /// The Team Manager's agreement by which it applies.
    pub agreement: Option<RowId>,
    /// Whether an agreement dated on or before the due day would make the longer interval apply.
    pub may_be_reduced: bool,
    /// A question on a later meeting that must be answered before that meeting can count.
    pub unsettled: Option<Place>,
    /// The date of a review that would count if its day were known.
    pub undated: Option<Place>,
}

impl ReviewClock {
    /// The next meeting, where it is set for a day after the last day in time and that day has not
    /// passed yet.
    pub fn set_too_late(&self, record: &Record, terms: &Terms<'_>) -> Option<Next> {
        let due = self.due.date().filter(|_| self.overdue == Some(false))?;
        next_meeting(record, terms).filter(|next| next.on > due)
    }
}

/// The next review of the plan.
///
/// # Errors
///
/// Why there is none to tell.
pub fn review(record: &Record, terms: &Terms<'_>) -> Result<ReviewClock, Stopped> {
    let start = running(record, terms)?;
    let first = terms.interval(FigureName::Review).ok_or(Stopped::NothingToCount)?;
    let counts = |day: NaiveDate| (start..=terms.today).contains(&day);
    let reviews = || held(record).filter(|row| row.plan_reviewed.is(YesNo::Yes));
    let last = reviews().filter(|row| row.on.get().is_some_and(counts)).max_by_key(|row| row.order());
    let from = last.and_then(|row| row.on.get()).unwrap_or(start);
    let term = Term::of(record, terms, first, start, from);
    let undated = reviews().filter(|row| row.on.get().is_none()).min_by_key(|row| &row.id);
    let undated = undated.map(|row| Meeting::on.at(row));
    let due = term.interval.after(from, terms.calendar);
    let passed = due.date().map(|day| terms.today > day);
    Ok(ReviewClock {
        last: from,
        meeting: last.map(|row| row.id.clone()),
        interval: term.interval,
        last_working_day: due.date().and_then(|day| terms.calendar.last_working_day_on_or_before(day).ok()),
        due,
        overdue: passed.filter(|passed| !passed || undated.is_none()),
        reduced: term.reduced,
        agreement: term.agreement,
        may_be_reduced: term.may_be_reduced,
        unsettled: unsettled(record, terms, from),
        undated,
    })
}

/// Which interval applies, and why.
struct Term {
    interval: Interval,
    reduced: bool,
    agreement: Option<RowId>,
    may_be_reduced: bool,
}

impl Term {
    fn of(record: &Record, terms: &Terms<'_>, first: Interval, start: NaiveDate, from: NaiveDate) -> Self {
        let shorter = Self { interval: first, reduced: false, agreement: None, may_be_reduced: false };
        let Some(longer) = terms.interval(FigureName::ReviewReduced) else { return shorter };
        if !is_past_boundary(from, first, start, terms) {
            return shorter;
        }
        let replaced = first.after(from, terms.calendar).date();
        let agreed = |row: &&Agreement| is_agreed(row, start, replaced);
        let agreement = record.agreements.iter().filter(agreed).min_by_key(|row| (row.on.get(), &row.id));
        if agreement.is_some() || terms.reads(ReadingName::ReducedWithoutAgreement, "yes") {
            let agreement = agreement.map(|row| row.id.clone());
            return Self { interval: longer, reduced: true, agreement, may_be_reduced: false };
        }
        Self { may_be_reduced: true, ..shorter }
    }
}

/// A Team Manager's agreement by a named person, of this plan, no later than the day that it replaces.
fn is_agreed(row: &Agreement, start: NaiveDate, replaced: Option<NaiveDate>) -> bool {
    let in_time = matches!((row.on.get(), replaced), (Some(on), Some(last)) if (start..=last).contains(&on));
    let named = !row.name.is_blank() && !row.role.is_blank();
    row.kind.is(AgreementKind::ThreeMonthlyReview) && named && in_time
}

/// The first unanswered question on the latest meeting since then that may have been a review.
fn unsettled(record: &Record, terms: &Terms<'_>, after: NaiveDate) -> Option<Place> {
    let since = |row: &&Meeting| row.on.get().is_some_and(|day| day > after && day <= terms.today);
    let rows = record.meetings.iter().filter(|row| is_planning(record, row)).filter(since);
    let open = rows.filter_map(|row| Some((row, missing(row)?)));
    open.max_by_key(|(row, _)| row.order()).map(|(_, place)| place)
}

fn missing(row: &Meeting) -> Option<Place> {
    let said = row.status.get().is_some_and(|status| status != MeetingStatus::Planned);
    if !said {
        return Some(Meeting::status.at(row));
    }
    let open = row.status.is(MeetingStatus::Held) && row.plan_reviewed.get().is_none();
    open.then(|| Meeting::plan_reviewed.at(row))
}

/// The day set for the next planning or review meeting, and where it was said.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// The day.
    pub on: NaiveDate,
    /// The question that says it.
    pub place: Place,
}

/// The next meeting after the last that was held: the earliest of the day that meeting set and the days of planned
/// meetings. Where the next one is prepared already, its own day holds: it may have been moved since.
pub fn next_meeting(record: &Record, terms: &Terms<'_>) -> Option<Next> {
    let last = last_planning_meeting(record, terms);
    let is_moved = last.and_then(|last| prepared_after(record, last)).is_some();
    let set = last.filter(|_| !is_moved);
    let set = set.and_then(|row| Some(Next { on: row.next_on.get()?, place: Meeting::next_on.at(row) }));
    let planned = planned_after(record, last.and_then(|row| row.on.get()));
    let later = planned.filter_map(|row| Some(Next { on: row.on.get()?, place: Meeting::on.at(row) }));
    set.into_iter().chain(later).min_by(|a, b| (a.on, &a.place).cmp(&(b.on, &b.place)))
}

/// The meetings about the plan that are planned for a day after this one.
fn planned_after(record: &Record, day: Option<NaiveDate>) -> impl Iterator<Item = &Meeting> {
    let later = move |row: &&Meeting| row.on.get().is_some_and(|on| day.is_none_or(|day| on > day));
    let planned = record.meetings.iter().filter(|row| row.status.is(MeetingStatus::Planned));
    planned.filter(later).filter(|row| is_planning(record, row))
}

/// The meeting that was prepared from this one, once it has a day.
pub(super) fn prepared_after<'a>(record: &'a Record, last: &Meeting) -> Option<&'a Meeting> {
    planned_after(record, last.on.get()).find(|row| row.follows.id() == Some(&last.id))
}
