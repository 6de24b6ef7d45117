//! People who came to a meeting, and may not know their own part.
//!
//! **Asks:** the record of a meeting says how everybody was told their part, and that each
//! professional who came knows their own.
//! **Why:** who does not know their part cannot do it.
//!
//! Source: CALD-MEET-02, What are the expectations?

use crate::protocol::meetings::{is_professional, just_held};
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::attendance::Attendance;
use crate::record::codes::YesNo;
use crate::record::meeting::Meeting;
use crate::record::{Record, first_by_id};

/// See the module.
pub static RULE: Rule = Rule { code: "roles-not-told", topic: Topic::Meetings, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let meetings = just_held(record, terms);
    if meetings.is_empty() {
        report.not_applicable();
    }
    for meeting in meetings {
        report.wants(&meeting.roles_told_how, Meeting::roles_told_how.at(meeting));
        let came = record.attendance_at(meeting).filter(|row| row.came() && is_professional(record, row));
        look(&came.collect::<Vec<_>>(), report);
    }
}

/// One finding for all who were not asked, and one for each who does not know.
fn look(came: &[&Attendance], report: &mut Report) {
    let open = || came.iter().copied().filter(|row| row.knows_own_part.is_blank());
    if let Some(first) = first_by_id(open()) {
        let count = u32::try_from(open().count()).unwrap_or(u32::MAX);
        let finding = report.unmet(Attendance::knows_own_part.at(first)).saying("unanswered");
        finding.with("count", Fact::Count(count));
    }
    for row in came {
        match row.knows_own_part.get() {
            Some(YesNo::No) => {
                let finding = report.unmet(Attendance::knows_own_part.at(row)).saying("unclear");
                if let Some(person) = row.person.id() {
                    finding.with("who", Fact::Person(person.clone()));
                }
            }
            None if !row.knows_own_part.is_blank() => {
                report.unknown(Attendance::knows_own_part.at(row));
            }
            _ => {}
        }
    }
}
