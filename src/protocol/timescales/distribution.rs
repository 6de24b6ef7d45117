//! Sending the agreed plan after a meeting.  domain.md 1.5.4; HANTS-DIST-01 to 03; decisions.md 2

use super::Stopped;
use super::events::{has_come, held, made_a_plan};
use crate::calendar::Worked;
use crate::protocol::Terms;
use crate::protocol::pack::FigureName;
use crate::record::distribution::{CopyStatus, PlanCopy};
use crate::record::meeting::Meeting;
use crate::record::people::{MayReceive, Person};
use crate::record::professionals::{ExitRoute, Professional};
use crate::record::{Place, Record, RowId};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Sending the plan of one meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// The meeting.
    pub meeting: RowId,
    /// The day it took place.
    pub held_on: NaiveDate,
    /// The last day in time, and how it was counted.
    pub deadline: Worked,
    /// Whether few working days are left, today being one on which it is in time.
    pub soon: Option<bool>,
    /// Whether the last day has passed.
    pub passed: Option<bool>,
    /// Family members who may receive the plan, members of the group, and the children.
    pub recipients: Vec<Recipient>,
    /// Family members for whom nobody has decided whether they may receive it.
    pub undecided: Vec<RowId>,
}

/// Somebody who is to have a copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipient {
    /// Who.
    pub who: RowId,
    /// Whether it is a child, whose copy is a duty of its own (HANTS-DIST-02).
    pub is_child: bool,
    /// What became of the copy.
    pub copy: CopyState,
    /// The row that says so, if any.
    pub row: Option<Place>,
}

/// What became of one copy. Later ones settle more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CopyState {
    /// It was not sent.
    NotYet,
    /// It was withheld or is not appropriate, and nobody said why and who decided.
    Unexplained,
    /// It was sent; the day is not known.
    SentUndated,
    /// It was withheld or is not appropriate, with a reason.
    Withheld,
    /// It was sent on this day.
    Sent(NaiveDate),
}

impl Distribution {
    /// Family members and members of the group who have no copy yet.
    pub fn outstanding(&self) -> impl Iterator<Item = &Recipient> {
        self.recipients.iter().filter(|row| !row.is_child && row.copy <= CopyState::Unexplained)
    }

    /// Whether the last day has passed and a family member or member of the group has no copy.
    pub fn overdue(&self) -> Option<bool> {
        Some(self.passed? && self.outstanding().next().is_some())
    }
}

/// Sending the plan of the last meeting that agreed or reviewed one.
///
/// # Errors
///
/// Why there is nothing to send.
pub fn distribution(record: &Record, terms: &Terms<'_>) -> Result<Distribution, Stopped> {
    let came = held(record).filter(|row| made_a_plan(row) && has_come(&row.on, terms));
    let last = came.max_by_key(|row| row.order()).ok_or(Stopped::NothingToCount)?;
    distribution_of(record, last, terms).ok_or(Stopped::NothingToCount)
}

/// Sending the plan of this meeting; `None` where its day is not known or no pack has the figure.
pub fn distribution_of(record: &Record, meeting: &Meeting, terms: &Terms<'_>) -> Option<Distribution> {
    let held_on = meeting.on.get()?;
    let deadline = terms.due(held_on, FigureName::Distribution)?;
    let passed = deadline.date().map(|day| terms.today > day);
    let copies = copies(record, meeting, held_on, terms);
    let state = |who: &RowId, is_child| {
        let found = copies.get(who);
        let copy = found.map_or(CopyState::NotYet, |(state, _)| *state);
        Recipient { who: who.clone(), is_child, copy, row: found.map(|(_, row)| Place::row(*row)) }
    };
    let family = record.people.iter().filter(|row| may_receive(row) == Some(true)).map(|row| &row.id);
    let members = record.professionals.iter();
    let members = members.filter(|row| is_member(record, row, held_on)).map(|row| &row.id);
    let undecided = record.people.iter().filter(|row| may_receive(row).is_none()).map(|row| row.id.clone());
    let grown = family.chain(members).map(|who| state(who, false));
    let born = record.children.iter().filter(|child| !child.is_unborn());
    let children = born.map(|row| state(&row.id, true));
    Some(Distribution {
        meeting: meeting.id.clone(),
        held_on,
        soon: soon(&deadline, terms),
        deadline,
        passed,
        recipients: grown.chain(children).collect(),
        undecided: undecided.collect(),
    })
}

/// Whether this family member may have the plan; `None` where nobody has decided.
fn may_receive(row: &Person) -> Option<bool> {
    row.may_receive_plan.get().map(|may| may != MayReceive::Nothing)
}

/// Whether at most the stated number of working days is left, from tomorrow up to and with the last.
fn soon(deadline: &Worked, terms: &Terms<'_>) -> Option<bool> {
    let last = deadline.date()?;
    let few = terms.number(FigureName::DistributionSoon).unwrap_or(0);
    let left = terms.calendar.working_days_between(terms.today, last).ok()?;
    Some(terms.today <= last && left <= few)
}

/// A member on the day of the meeting. Who left without the chair's agreement or a written notice
/// remains one (decisions.md 6), unless a colleague of the same agency is there in their place.
fn is_member(record: &Record, row: &Professional, held_on: NaiveDate) -> bool {
    let joined = row.member_from.get().is_none_or(|from| from <= held_on);
    let in_order = row.exit_route.is(ExitRoute::ChairAgreed)
        || row.exit_route.is(ExitRoute::WroteToChair)
        || record.is_replaced(row, held_on);
    let left = in_order && row.member_to.get().is_some_and(|to| to < held_on);
    joined && !left
}

/// The copy of each recipient that settles most, the first that was sent before later ones.
fn copies<'a>(
    record: &'a Record,
    meeting: &Meeting,
    held_on: NaiveDate,
    terms: &Terms<'_>,
) -> HashMap<&'a RowId, (CopyState, &'a PlanCopy)> {
    let mut best: HashMap<&RowId, (CopyState, &PlanCopy)> = HashMap::new();
    for row in record.distribution.copies.iter().filter(|row| row.meeting.id() == Some(&meeting.id)) {
        let Some(who) = row.recipient.id() else { continue };
        let state = copy_state(row, held_on, terms);
        let found = best.entry(who).or_insert((state, row));
        if settles_more((state, row), *found) {
            *found = (state, row);
        }
    }
    best
}

fn settles_more(new: (CopyState, &PlanCopy), old: (CopyState, &PlanCopy)) -> bool {
    match (new.0, old.0) {
        (CopyState::Sent(new), CopyState::Sent(old)) if new != old => new < old,
        (a, b) if a == b => new.1.id < old.1.id,
        (a, b) => a > b,
    }
}

/// A day before the meeting or after today is not the day on which this meeting's plan was sent.
fn copy_state(row: &PlanCopy, held_on: NaiveDate, terms: &Terms<'_>) -> CopyState {
    let day = row.sent_on.get();
    match (row.status.get(), day) {
        (Some(CopyStatus::Sent) | None, Some(day)) if (held_on..=terms.today).contains(&day) => {
            CopyState::Sent(day)
        }
        (Some(CopyStatus::Sent), None) => CopyState::SentUndated,
        (Some(CopyStatus::Withheld | CopyStatus::NotAppropriate), _) if row.reason.is_blank() => {
            CopyState::Unexplained
        }
        (Some(CopyStatus::Withheld | CopyStatus::NotAppropriate), _) => CopyState::Withheld,
        _ => CopyState::NotYet,
    }
}
