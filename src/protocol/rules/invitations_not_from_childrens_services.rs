//! Invitations that Children’s Services did not send.
//!
//! **Asks:** somebody of Children’s Services sends the invitations, and agencies are invited. Not asked of a professionals
//! meeting or a team around the child.
//! **Why:** Children’s Services answers for the plan, and for who is asked to make it.
//!
//! Source: HANTS-INV-01, The Multi-Agency Planning Meeting and the Child in Need plan; domain/audit.md 1a.28; decisions.md 8.

use crate::protocol::meetings::{is_professional, with_family};
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::attendance::Attendance;
use crate::record::meeting::{Meeting, MeetingKind};
use crate::record::professionals::AgencyKind;
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "invitations-not-from-childrens-services", topic: Topic::Preparation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let own = |row: &&Meeting| !row.kind.is(MeetingKind::TeamAroundTheChild);
    let meetings = with_family(record, terms).into_iter().filter(own).collect();
    for meeting in report.meetings(meetings) {
        let mut agencies = record.attendance_at(meeting).filter(|row| is_professional(record, row));
        if !agencies.any(Attendance::was_asked) {
            report.unmet(Place::home("attendance")).saying("nobody-invited");
        }
        sender(record, meeting, report);
    }
}

fn sender(record: &Record, meeting: &Meeting, report: &mut Report) {
    let question = Meeting::invitations_sent_by.at(meeting);
    let Some(id) = meeting.invitations_sent_by.id() else {
        report.unmet(question);
        return;
    };
    let person = record.professionals.iter().find(|row| row.id == *id);
    match person.and_then(|row| record.agency_of(row)).map(|agency| agency.kind.get()) {
        Some(Some(AgencyKind::ChildrensServices)) => {}
        Some(Some(_)) => _ = report.unmet(question).saying("other-agency"),
        _ => _ = report.unknown(question),
    }
}
