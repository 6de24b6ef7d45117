//! Which rows count: meetings held, professionals who visit, days that have come.

use crate::protocol::Terms;
use crate::record::codes::YesNo;
use crate::record::meeting::{Meeting, MeetingKind, MeetingStatus};
use crate::record::professionals::{Professional, ProfessionalRole};
use crate::record::{Day, Record, RowId};
use std::collections::HashSet;

/// Whether the day was given and is today or earlier.
pub fn has_come(day: &Day, terms: &Terms<'_>) -> bool {
    day.get().is_some_and(|day| day <= terms.today)
}

/// Whether it is a meeting of the group about the plan. A professionals meeting is not
/// (decisions.md 8), nor one that has a procedure of its own; nor, where planning meetings, reviews or core groups
/// were held, any other meeting of whoever it may concern.
pub fn is_planning(record: &Record, meeting: &Meeting) -> bool {
    use MeetingKind::{
        ChildInNeedPlanning, ChildInNeedReview, CoreGroup, Generic, Professionals, TeamAroundTheChild,
    };
    let is_of_a_plan =
        |row: &Meeting| matches!(row.kind.get(), Some(ChildInNeedPlanning | ChildInNeedReview | CoreGroup));
    let of_a_plan = |row: &Meeting| row.status.is(MeetingStatus::Held) && is_of_a_plan(row);
    match meeting.kind.get() {
        Some(Generic | TeamAroundTheChild) => !record.meetings.iter().any(of_a_plan),
        kind => !kind.is_some_and(|kind| kind == Professionals || kind.has_own_procedure()),
    }
}

/// Whether the meeting agreed or reviewed the plan, so that the plan is to be sent.
pub fn made_a_plan(meeting: &Meeting) -> bool {
    meeting.plan_agreed.is(YesNo::Yes) || meeting.plan_reviewed.is(YesNo::Yes)
}

/// Planning and review meetings that were held, on whatever day.
pub(super) fn held(record: &Record) -> impl Iterator<Item = &Meeting> {
    record.meetings.iter().filter(|row| row.status.is(MeetingStatus::Held) && is_planning(record, row))
}

/// Planning and review meetings that were held today or earlier.
pub fn held_meetings<'a>(record: &'a Record, terms: &Terms<'_>) -> Vec<&'a Meeting> {
    held(record).filter(|row| has_come(&row.on, terms)).collect()
}

/// The last planning or review meeting that was held.
pub fn last_planning_meeting<'a>(record: &'a Record, terms: &Terms<'_>) -> Option<&'a Meeting> {
    held(record).filter(|row| has_come(&row.on, terms)).max_by_key(|row| row.order())
}

/// The meetings whose chair matters: the last that was held, and those planned for today or later.
/// A team-around-the-child meeting is not chaired by Children's Services.
pub fn chaired_meetings<'a>(record: &'a Record, terms: &Terms<'_>) -> impl Iterator<Item = &'a Meeting> {
    let today = terms.today;
    let last = last_planning_meeting(record, terms).map(|row| &row.id);
    let planned = move |row: &Meeting| {
        row.status.is(MeetingStatus::Planned) && row.on.get().is_none_or(|day| day >= today)
    };
    let ours = |row: &&Meeting| is_planning(record, row) && !row.kind.is(MeetingKind::TeamAroundTheChild);
    record.meetings.iter().filter(ours).filter(move |row| planned(row) || last == Some(&row.id))
}

/// The meeting whose day the form proposes as the plan's start: the first held at which the plan was
/// agreed, or else the first planning meeting held (domain.md 1.5.2).
pub fn first_planning_meeting<'a>(record: &'a Record, terms: &Terms<'_>) -> Option<&'a Meeting> {
    let came = || held(record).filter(|row| has_come(&row.on, terms));
    let agreed = came().filter(|row| row.plan_agreed.is(YesNo::Yes)).min_by_key(|row| row.order());
    let planning = || came().filter(|row| row.kind.is(MeetingKind::ChildInNeedPlanning));
    agreed.or_else(|| planning().min_by_key(|row| row.order()))
}

/// Whether this professional has left the group before today.
pub fn has_left(professional: &Professional, terms: &Terms<'_>) -> bool {
    professional.member_to.get().is_some_and(|day| day < terms.today)
}

/// Whether this role's visits are the ones that the protocol counts (domain.md 1.5.6).
pub(super) fn visits_for_the_plan(professional: &Professional) -> bool {
    professional.role.is(ProfessionalRole::SocialWorker)
        || professional.role.is(ProfessionalRole::FamilySupportWorker)
}

/// The social workers and family support workers of the record, whether or not they have left.
pub fn visiting_professionals(record: &Record) -> HashSet<&RowId> {
    record.professionals.iter().filter(|row| visits_for_the_plan(row)).map(|row| &row.id).collect()
}
