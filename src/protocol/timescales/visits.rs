//! When the child is next to be visited, and which visits came late.  domain.md 1.5.6; HANTS-VIS-02 to 04

use super::events::{has_left, visiting_professionals};
use super::{Stopped, boundary, is_past_boundary, running};
use crate::calendar::{Interval, Worked};
use crate::protocol::Terms;
use crate::protocol::compose::{rough_length, unit};
use crate::protocol::pack::{FigureName, ReadingName};
use crate::record::codes::YesNo;
use crate::record::visits::{Visit, VisitFormat, VisitResult, VisitSchedule};
use crate::record::{Place, Record, RowId, in_order};
use chrono::NaiveDate;
use std::collections::HashSet;

/// Visits of the social worker or the family support worker.
#[derive(Clone, Debug, PartialEq)]
pub struct VisitClock {
    /// The day of the last visit that counts, or the plan's start where there is none.
    pub last: NaiveDate,
    /// That visit.
    pub visit: Option<RowId>,
    /// The longest time to the next one: the protocol's or, where it is shorter, the plan's own.
    pub limit: Interval,
    /// The last day in time for the next one.
    pub due: Worked,
    /// Whether that day has passed; `None` where it cannot be told.
    pub overdue: Option<bool>,
    /// Visits that came late, the earliest first. The gap that is open now is not among them.
    pub late: Vec<LateGap>,
    /// A question on a later visit that must be answered before that visit can count.
    pub unsettled: Option<Place>,
    /// The date of a visit that would count if its day were known.
    pub undated: Option<Place>,
}

impl VisitClock {
    /// Whether the last visit that counts, if any, was made before this day.
    pub fn last_visit_before(&self, day: NaiveDate) -> bool {
        self.visit.is_none() || self.last < day
    }

    /// The gap that a visit on this day ends, where it is too long.
    fn late_at(&self, day: NaiveDate, row: &Visit) -> Option<LateGap> {
        let due = self.due.date().filter(|due| day > *due)?;
        Some(LateGap { from: self.last, to: day, visit: row.id.clone(), limit: self.limit, due })
    }
}

/// A visit that came later than it should have.
#[derive(Clone, Debug, PartialEq)]
pub struct LateGap {
    /// The visit before, or the plan's start.
    pub from: NaiveDate,
    /// The day it was made.
    pub to: NaiveDate,
    /// The visit that came late.
    pub visit: RowId,
    /// The limit in force on the earlier day.
    pub limit: Interval,
    /// The last day that would have been in time.
    pub due: NaiveDate,
}

/// The next visit, and those that came late.
///
/// # Errors
///
/// Why there is nothing to tell.
pub fn visits(record: &Record, terms: &Terms<'_>) -> Result<VisitClock, Stopped> {
    let start = running(record, terms)?;
    let workers = visiting_professionals(record);
    let own = stated_limit(record, terms).map(|(interval, _)| interval);
    let mut clock = Open { own, start, terms }.after(start).ok_or(Stopped::NothingToCount)?;
    for (day, row) in made(record, terms, start, &workers) {
        let mut next = Open { own, start, terms }.after(day).ok_or(Stopped::NothingToCount)?;
        let late = clock.late_at(day, row);
        next.late = clock.late;
        next.late.extend(late);
        next.visit = Some(row.id.clone());
        clock = next;
    }
    let undated = record.visits.iter().filter(|row| row.on.get().is_none() && counts(row, &workers, terms));
    clock.undated = undated.min_by_key(|row| &row.id).map(|row| Visit::on.at(row));
    clock.overdue = clock.overdue.filter(|passed| !passed || clock.undated.is_none());
    clock.unsettled = unsettled(record, terms, clock.last, &workers);
    Ok(clock)
}

/// The first unanswered question on the latest visit since then that may yet count.
fn unsettled(
    record: &Record,
    terms: &Terms<'_>,
    after: NaiveDate,
    workers: &HashSet<&RowId>,
) -> Option<Place> {
    let since = |row: &&Visit| row.on.get().is_some_and(|day| day > after && day <= terms.today);
    let open =
        record.visits.iter().filter(since).filter_map(|row| Some((row, missing(row, workers, terms)?)));
    open.max_by_key(|(row, _)| (row.on.get(), &row.id)).map(|(_, place)| place)
}

/// The visits that count, the earliest first, with their days.
fn made<'a>(
    record: &'a Record,
    terms: &Terms<'_>,
    start: NaiveDate,
    workers: &HashSet<&RowId>,
) -> Vec<(NaiveDate, &'a Visit)> {
    let days = record.visits.iter().filter_map(|row| Some((row.on.get()?, row)));
    let in_plan = days.filter(|(day, _)| (start..=terms.today).contains(day));
    let made: Vec<_> = in_plan.filter(|(_, row)| counts(row, workers, terms)).collect();
    in_order(&made, |(day, row), (other_day, other)| (day, &row.id).cmp(&(other_day, &other.id)))
}

/// What an open gap is measured with.
struct Open<'a> {
    own: Option<Interval>,
    start: NaiveDate,
    terms: &'a Terms<'a>,
}

impl Open<'_> {
    /// The clock after an event on this day.
    fn after(&self, last: NaiveDate) -> Option<VisitClock> {
        let limit = limit_after(last, self.start, self.terms)?;
        let own = self.own.filter(|own| rough_length(*own) < rough_length(limit));
        let limit = own.unwrap_or(limit);
        let due = limit.after(last, self.terms.calendar);
        let overdue = due.date().map(|day| self.terms.today > day);
        let late = Vec::new();
        Some(VisitClock { last, visit: None, limit, due, overdue, late, unsettled: None, undated: None })
    }
}

/// The protocol's longest time from a visit on this day to the next.
fn limit_after(from: NaiveDate, start: NaiveDate, terms: &Terms<'_>) -> Option<Interval> {
    let first = terms.interval(FigureName::Visit)?;
    let past = is_past_boundary(from, first, start, terms);
    Some(terms.interval(FigureName::VisitReduced).filter(|_| past).unwrap_or(first))
}

/// The longest time between visits that a plan may state on this day.
pub fn plan_limit(day: NaiveDate, start: NaiveDate, terms: &Terms<'_>) -> Option<Interval> {
    let past = boundary(start, terms).is_some_and(|boundary| day >= boundary);
    let reduced = terms.interval(FigureName::VisitReduced).filter(|_| past);
    reduced.or_else(|| terms.interval(FigureName::Visit))
}

/// What the plan says of visits by social workers and family support workers who have not left.
pub fn visiting_schedules<'a>(record: &'a Record, terms: &Terms<'_>) -> Vec<&'a VisitSchedule> {
    let workers = visiting_professionals(record);
    let present =
        record.professionals.iter().filter(|row| workers.contains(&row.id) && !has_left(row, terms));
    let present: HashSet<&RowId> = present.map(|row| &row.id).collect();
    let theirs = |row: &&VisitSchedule| row.professional.id().is_some_and(|id| present.contains(id));
    record.visit_schedules.iter().filter(theirs).collect()
}

/// The shortest interval among these, with its row.
pub fn stated_limit<'a>(record: &'a Record, terms: &Terms<'_>) -> Option<(Interval, &'a VisitSchedule)> {
    let rows = visiting_schedules(record, terms).into_iter();
    let stated = rows.filter_map(|row| Some((stated(row)?, row)));
    stated.min_by_key(|(interval, row)| (rough_length(*interval), &row.id))
}

/// Whether the first length of time is the longer, five working days weighing as much as a week.
pub fn is_longer(one: Interval, other: Interval) -> bool {
    rough_length(one) > rough_length(other)
}

fn stated(row: &VisitSchedule) -> Option<Interval> {
    let every = row.every.get().filter(|every| *every > 0 && !row.visits.is(YesNo::No))?;
    Some(Interval::new(every, unit(row.unit.get()?)))
}

/// Completed, in person unless the packs say otherwise, by one of the two roles, and the child was seen.
fn counts(row: &Visit, workers: &HashSet<&RowId>, terms: &Terms<'_>) -> bool {
    let by = row.by.id().is_some_and(|id| workers.contains(id));
    let format = row.format.is(VisitFormat::InPerson) || terms.reads(ReadingName::VirtualVisits, "yes");
    by && format && row.result.is(VisitResult::Completed) && row.child_seen.is(YesNo::Yes)
}

/// The first unanswered question that keeps a visit from counting, where no answer given does.
fn missing(row: &Visit, workers: &HashSet<&RowId>, terms: &Terms<'_>) -> Option<Place> {
    let any_format = terms.reads(ReadingName::VirtualVisits, "yes").then_some(true);
    let answers = [
        (row.result.get().map(|result| result == VisitResult::Completed), Visit::result),
        (row.by.id().map(|id| workers.contains(id)), Visit::by),
        (any_format.or(row.format.get().map(|format| format == VisitFormat::InPerson)), Visit::format),
        (row.child_seen.get().map(|seen| seen == YesNo::Yes), Visit::child_seen),
    ];
    if answers.iter().any(|(lets, _)| *lets == Some(false)) {
        return None;
    }
    answers.iter().find(|(lets, _)| lets.is_none()).map(|(_, ask)| ask.at(row))
}
