//! Carrying forward: a review begins with what the last meeting left, and nothing is typed again
//! (WCAG 3.3.7). What was carried names the meeting it came from.

use super::attendance::{Attendance, ChildAtMeeting, Invited};
use super::link::{Link, RowId, RowIds};
use super::meeting::{AgendaItem, Meeting, MeetingKind, MeetingStatus};
use super::plan::OutcomeStatus;
use super::progress::{Progress, Review};
use super::{Place, Record, Text, Typed};
use chrono::NaiveDate;

impl Record {
    /// Puts on a meeting's lists everybody who belongs there and is not on them yet: the family, the
    /// professionals who have not left the group, and each child. The family does not come to a
    /// professionals meeting (decisions.md 8).
    pub fn call_together(&mut self, meeting: &RowId, ids: &mut RowIds) {
        let Some(meeting) = self.meeting(meeting).cloned() else { return };
        let family = !meeting.kind.is(MeetingKind::Professionals);
        let people = self.people.iter().filter(|_| family).map(|row| &row.id);
        let day = meeting.on.get();
        let group = self.professionals.iter().filter(|row| !has_left(row.member_to.get(), day));
        let there = |id: &RowId| self.attendance_at(&meeting).any(|row| row.person.id() == Some(id));
        let missing: Vec<RowId> =
            people.chain(group.map(|row| &row.id)).filter(|id| !there(id)).cloned().collect();
        let children: Vec<RowId> = self
            .children
            .iter()
            .map(|row| &row.id)
            .filter(|id| !self.children_at(&meeting).any(|row| row.child.id() == Some(id)))
            .cloned()
            .collect();
        for person in missing {
            let (person, meeting) = (Link::to(&person), Link::to(&meeting.id));
            self.attendance.push(Attendance { id: ids.next_id(), person, meeting, ..Attendance::default() });
        }
        for child in children {
            let (child, meeting) = (Link::to(&child), Link::to(&meeting.id));
            let row = ChildAtMeeting { id: ids.next_id(), child, meeting, ..ChildAtMeeting::default() };
            self.children_at_meetings.push(row);
        }
    }

    /// Prepares the meeting that follows this one, and answers with its id: the day that was set, the
    /// people, the children's arrangements, the agenda, and a line of progress for each outcome that
    /// is still open. Outcomes and unfinished actions stay in the plan as they are.
    pub fn prepare_next(&mut self, from: &RowId, ids: &mut RowIds) -> Option<RowId> {
        let last = self.meeting(from)?.clone();
        let id = ids.next_id();
        self.meetings.push(following(&last, id.clone()));
        self.carry_people(&last, &id, ids);
        self.carry_agenda(&last, &id, ids);
        self.ask_for_progress(&id, ids);
        self.call_together(&id, ids);
        Some(id)
    }

    /// What a meeting finds of an outcome is how far that has come in the plan: nobody says it twice. Not where a later
    /// meeting found something, nor where the outcome was removed. Answers with the outcome that is another by an answer
    /// at this place.
    pub fn follow_progress(&mut self, place: &Place) -> Option<Place> {
        let here =
            |row: &&Progress| Some(&row.id) == place.row.as_ref() && Progress::status.at(*row) == *place;
        let row = self.progress.iter().find(here)?;
        let (outcome, status) = (row.outcome.id()?.clone(), row.status.get()?);
        let order = |row: &Progress| row.meeting.id().and_then(|id| self.meeting(id)).map(Meeting::order);
        let later = self.progress.iter().any(|other| {
            other.outcome.id() == Some(&outcome) && !other.status.is_blank() && order(other) > order(row)
        });
        let held = self.plan.outcomes.iter_mut().find(|row| row.id == outcome).filter(|_| !later)?;
        if held.status.is(OutcomeStatus::Removed) || held.status.is(status) {
            return None;
        }
        held.status = Typed::Given(status);
        Some(Place::row(held))
    }

    fn carry_people(&mut self, last: &Meeting, to: &RowId, ids: &mut RowIds) {
        let day = last.next_on.get().or(last.on.get());
        let gone = |person: Option<&RowId>| {
            let one = self.professionals.iter().find(|row| Some(&row.id) == person);
            one.is_some_and(|row| has_left(row.member_to.get(), day))
        };
        let people: Vec<Attendance> = self
            .attendance_at(last)
            .filter(|row| is_somebody(row) && !gone(row.person.id()))
            .cloned()
            .collect();
        let children: Vec<ChildAtMeeting> = self.children_at(last).cloned().collect();
        for before in people {
            // Why somebody was not asked to one meeting says nothing of the next, unless asking them is unsafe.
            let invited = before.invited.clone();
            let unsafe_reason = invited.is(Invited::Unsafe).then_some(before.not_invited_reason);
            self.attendance.push(Attendance {
                id: ids.next_id(),
                person: before.person,
                invited: if invited.is(Invited::No) { Typed::Blank } else { invited },
                not_invited_reason: unsafe_reason.unwrap_or_default(),
                meeting: Link::to(to),
                carried_from: Link::to(&last.id),
                ..Attendance::default()
            });
        }
        for before in children {
            self.children_at_meetings.push(ChildAtMeeting {
                id: ids.next_id(),
                child: before.child,
                invited: before
                    .invited
                    .get()
                    .filter(|it| *it != Invited::Unsafe)
                    .map_or(Typed::Blank, Typed::Given),
                needs_support: before.needs_support,
                support: before.support,
                advocate: before.advocate,
                represented_by: before.represented_by,
                meeting: Link::to(to),
                carried_from: Link::to(&last.id),
                ..ChildAtMeeting::default()
            });
        }
    }

    fn carry_agenda(&mut self, last: &Meeting, to: &RowId, ids: &mut RowIds) {
        let here = |row: &&AgendaItem| row.meeting.id() == Some(&last.id) && !row.what.is_blank();
        let items = self.agenda.iter().filter(here);
        let items: Vec<AgendaItem> = items.cloned().collect();
        for item in items {
            self.agenda.push(AgendaItem { id: ids.next_id(), meeting: Link::to(to), ..item });
        }
    }

    /// A line of progress at this meeting for each open outcome that has none there, and one for the
    /// review itself.
    pub fn ask_for_progress(&mut self, meeting: &RowId, ids: &mut RowIds) {
        let here = |row: &&Progress| row.meeting.id() == Some(meeting);
        let open = self.plan.outcomes.iter().filter(|outcome| outcome.is_open());
        let asked: Vec<RowId> = open
            .map(|outcome| &outcome.id)
            .filter(|id| !self.progress.iter().filter(here).any(|row| row.outcome.id() == Some(id)))
            .cloned()
            .collect();
        for outcome in asked {
            let (outcome, meeting) = (Link::to(&outcome), Link::to(meeting));
            self.progress.push(Progress { id: ids.next_id(), outcome, meeting, ..Progress::default() });
        }
        if !self.reviews.iter().any(|row| row.meeting.id() == Some(meeting)) {
            self.reviews.push(Review { id: ids.next_id(), meeting: Link::to(meeting), ..Review::default() });
        }
    }
}

/// The meeting after this one, with what seldom changes. The purpose is said anew each time.
fn following(last: &Meeting, id: RowId) -> Meeting {
    let kind = match last.kind.get() {
        Some(MeetingKind::ChildInNeedPlanning) => Typed::Given(MeetingKind::ChildInNeedReview),
        _ => last.kind.clone(),
    };
    Meeting {
        id,
        kind,
        kind_detail: last.kind_detail.clone(),
        sequence: last.sequence.get().map_or(Typed::Blank, |number| Typed::Given(number.saturating_add(1))),
        status: Typed::Given(MeetingStatus::Planned),
        on: last.next_on.clone(),
        at_time: Text::default(),
        format: last.format.clone(),
        venue: last.venue.clone(),
        venue_accessible: last.venue_accessible.clone(),
        venue_access_detail: last.venue_access_detail.clone(),
        frequency_every: last.frequency_every.clone(),
        frequency_unit: last.frequency_unit.clone(),
        frequency_realistic: last.frequency_realistic.clone(),
        agenda_owner: last.agenda_owner.clone(),
        agenda_in_advance: last.agenda_in_advance.clone(),
        agenda_days_before: last.agenda_days_before.clone(),
        recorded_how: last.recorded_how.clone(),
        recorder: last.recorder.clone(),
        circulated_by: last.circulated_by.clone(),
        members_told_how: last.members_told_how.clone(),
        chair: last.chair.clone(),
        chair_designated: last.chair_designated.clone(),
        framework: last.framework.clone(),
        disagreement_route: last.disagreement_route.clone(),
        follows: Link::to(&last.id),
        ..Meeting::default()
    }
}

fn is_somebody(row: &Attendance) -> bool {
    !row.person.is_blank()
}

fn has_left(member_to: Option<NaiveDate>, day: Option<NaiveDate>) -> bool {
    matches!((member_to, day), (Some(to), Some(day)) if to < day)
}
