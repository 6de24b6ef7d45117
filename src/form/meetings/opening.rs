//! Which row a form is about when it opens: the meeting that is next, or the agency's own report.

use crate::form::pages::Page;
use crate::form::start::{Say, Subject};
use crate::form::state::Form;
use crate::protocol::Scope;
use crate::record::meeting::{Meeting, MeetingKind, MeetingStatus};
use crate::record::report::AgencyReport;
use crate::record::{Link, Record, RowId, RowIds, Typed};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The row that this form is about. Where there is none yet, and something may be written, it is
/// made, and everybody who belongs to the meeting is put on its lists.
pub fn open(
    record: &mut Record,
    scope: Scope,
    subject: &Subject,
    today: NaiveDate,
    writing: Option<&mut RowIds>,
) -> Option<RowId> {
    match scope {
        Scope::Plan => None,
        Scope::Meeting => open_meeting(record, subject, today, writing),
        Scope::Report => open_report(record, subject, writing),
    }
}

fn open_meeting(
    record: &mut Record,
    subject: &Subject,
    today: NaiveDate,
    writing: Option<&mut RowIds>,
) -> Option<RowId> {
    let found = subject.row.clone().filter(|id| record.meeting(id).is_some());
    let found = found.or_else(|| at_hand(record, today).map(|meeting| meeting.id.clone()));
    let Some(ids) = writing else { return found };
    let id = found.unwrap_or_else(|| {
        let id = ids.next_id();
        let status = Typed::Given(MeetingStatus::Planned);
        record.meetings.push(Meeting { id: id.clone(), status, ..Meeting::default() });
        id
    });
    let meeting = record.meeting(&id)?.clone();
    if record.attendance_at(&meeting).next().is_none() {
        record.call_together(&id, ids);
    }
    if reviews(&meeting) && !record.progress.iter().any(|row| row.meeting.id() == Some(&id)) {
        record.ask_for_progress(&id, ids);
    }
    Some(id)
}

/// Whether a meeting of this kind looks at how far things have come.
fn reviews(meeting: &Meeting) -> bool {
    use MeetingKind::{ChildInNeedReview, CoreGroup, TeamAroundTheChild};
    matches!(meeting.kind.get(), Some(ChildInNeedReview | CoreGroup | TeamAroundTheChild))
}

/// The meeting that comes next, or else the last one.
fn at_hand(record: &Record, today: NaiveDate) -> Option<&Meeting> {
    record.meeting_ahead(today).or_else(|| record.meetings.iter().max_by_key(|row| row.on.get()))
}

fn open_report(record: &mut Record, subject: &Subject, writing: Option<&mut RowIds>) -> Option<RowId> {
    let asked = |row: &&AgencyReport| match &subject.row {
        Some(id) => row.id == *id,
        None => {
            subject.agency.as_ref().is_none_or(|agency| row.agency.id() == Some(agency))
                && subject.meeting.as_ref().is_none_or(|meeting| row.meeting.id() == Some(meeting))
        }
    };
    let found = record.reports.iter().rfind(asked).map(|row| row.id.clone());
    let Some(ids) = writing else { return found };
    found.or_else(|| {
        let id = ids.next_id();
        record.reports.push(AgencyReport {
            id: id.clone(),
            agency: subject.agency.as_ref().map(Link::to).unwrap_or_default(),
            meeting: subject.meeting.as_ref().map(Link::to).unwrap_or_default(),
            ..AgencyReport::default()
        });
        Some(id)
    })
}

impl Form {
    /// The meeting that this document is for, and of a report the agency that writes it.
    pub fn subject(self) -> Subject {
        let own = self.own();
        self.record(|record| match self.scope() {
            Scope::Plan => Subject::default(),
            Scope::Meeting => Subject { meeting: own.clone(), row: own, agency: None },
            Scope::Report => {
                let report = record.reports.iter().find(|row| Some(&row.id) == own.as_ref());
                let meeting = report.and_then(|row| row.meeting.id().cloned());
                let agency = report.and_then(|row| row.agency.id().cloned());
                Subject { row: own, meeting, agency }
            }
        })
    }

    /// Prepares the meeting that follows this one, and goes on with that: also where the record of this one was sent.
    pub fn prepare_next(self) {
        let next = self.inner.try_update_value(|inner| {
            let from = inner.own.clone()?;
            let ahead = inner.record.meetings.iter().find(|row| row.follows.id() == Some(&from));
            let known = ahead.map(|row| row.id.clone());
            let is_new = known.is_none();
            let next = known.or_else(|| inner.record.prepare_next(&from, &mut inner.ids))?;
            inner.kept.before = inner.record.clone();
            inner.own = Some(next);
            Some(is_new)
        });
        if let Some(is_new) = next.flatten() {
            self.begin_afresh();
            // One that was prepared before is only gone to.
            if is_new {
                self.tell(Say::Changed);
            }
            self.look();
            self.again(Page::Tasks);
            self.status.set(self.words.label("minutes.next_prepared").to_owned());
        }
    }
}
