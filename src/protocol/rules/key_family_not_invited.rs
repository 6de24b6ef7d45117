//! A key family member who is not asked to the meeting.
//!
//! **Asks:** each parent and partner of one, and anybody marked as key family, is asked, or it is said why not, or who decided
//! that asking would be unsafe. With or without parental responsibility.
//! **Why:** the parent who lives elsewhere is the one most often forgotten.
//!
//! Source: HANTS-INV-04, The Multi-Agency Planning Meeting and the Child in Need plan; domain/audit.md 1a.22; decisions.md 8.

use crate::protocol::meetings::with_family;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::attendance::{Attendance, Invited};
use crate::record::{Place, Record, first_by_id};

/// See the module.
pub static RULE: Rule = Rule { code: "key-family-not-invited", topic: Topic::Attendance, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let mut unlisted: Vec<&str> = Vec::new();
    let meetings = report.meetings(with_family(record, terms));
    if record.people.is_empty() && !meetings.is_empty() {
        report.unknown(Place::home("attendance"));
    }
    for meeting in meetings {
        for person in record.people.iter().filter(|person| person.is_key_family()) {
            let rows = record.attendance_at(meeting).filter(|row| row.person.id() == Some(&person.id));
            match first_by_id(rows) {
                Some(row) => look(row, report),
                None => unlisted.push(person.name.trim()),
            }
        }
    }
    if !unlisted.is_empty() {
        report.unmet(Place::home("attendance")).saying("unlisted").naming(unlisted);
    }
}

fn look(row: &Attendance, report: &mut Report) {
    let reason = Attendance::not_invited_reason.at(row);
    match row.invited.get() {
        _ if row.was_asked() => {}
        Some(Invited::Unsafe) => report.wants_saying("unsafe-without-reason", &row.not_invited_reason, reason),
        Some(_) => report.wants_saying("reason-missing", &row.not_invited_reason, reason),
        None => _ = report.wants(&row.invited, Attendance::invited.at(row)),
    }
}
