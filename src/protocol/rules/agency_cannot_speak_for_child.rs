//! A child who is not there, and an agency that knows the child but cannot speak of the child’s wishes.
//!
//! **Asks:** where a child does not come, each agency in contact with the child has somebody there or coming who can say what
//! the child wishes and feels.
//! **Why:** what one worker heard from the child must not be lost because the child stayed at home.
//!
//! Source: HANTS-PART-04, The Multi-Agency Planning Meeting and the Child in Need plan; domain/audit.md 1a.29; decisions.md 8.

use crate::protocol::meetings::{was_held, with_family};
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::attendance::{Attendance, ChildAtMeeting};
use crate::record::codes::YesNo;
use crate::record::meeting::Meeting;
use crate::record::professionals::Agency;
use crate::record::{Place, Record, first_by_id};

/// See the module.
pub static RULE: Rule = Rule { code: "agency-cannot-speak-for-child", topic: Topic::Voice, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let absent = |row: &&Meeting| {
        let mut born = record.children.iter().filter(|child| !child.is_unborn());
        born.any(|child| record.child_at(child, row).is_some_and(ChildAtMeeting::stays_away))
    };
    let meetings = with_family(record, terms).into_iter().filter(absent).collect();
    let (mut unspoken, mut was_unspoken): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    let meetings = report.meetings(meetings);
    for agency in record.agencies.iter().filter(|_| !meetings.is_empty()) {
        match agency.in_contact_with_child.get() {
            Some(YesNo::Yes) => {
                for meeting in &meetings {
                    let held = was_held(meeting, terms);
                    let names = if held { &mut was_unspoken } else { &mut unspoken };
                    look(record, (agency, meeting), held, names, report);
                }
            }
            Some(YesNo::No) => {}
            None => {
                let question = Agency::in_contact_with_child.at(agency);
                report.unknown(question).about(Topic::Attendance);
            }
        }
    }
    if !unspoken.is_empty() {
        report.unmet(Place::home("attendance")).saying("nobody").naming(unspoken);
    }
    if !was_unspoken.is_empty() {
        report.unmet(Place::home("attendance")).saying("nobody-held").naming(was_unspoken);
    }
}

fn look<'a>(
    record: &Record,
    (agency, meeting): (&'a Agency, &Meeting),
    held: bool,
    unspoken: &mut Vec<&'a str>,
    report: &mut Report,
) {
    let rows: Vec<&Attendance> = record.attendance_of(agency, meeting).filter(|row| row.comes(held)).collect();
    if rows.iter().any(|row| row.can_represent_child.is(YesNo::Yes)) {
        return;
    }
    let open = first_by_id(rows.iter().copied().filter(|row| row.can_represent_child.given().is_none()));
    match (open, first_by_id(rows)) {
        (Some(row), _) => _ = report.wants(&row.can_represent_child, Attendance::can_represent_child.at(row)),
        (None, Some(row)) => {
            let says = if held { "cannot-held" } else { "cannot" };
            report.unmet(Attendance::can_represent_child.at(row)).saying(says);
        }
        (None, None) => unspoken.push(agency.name.trim()),
    }
}
