//! Nobody has said whether the child is asked to the meeting.
//!
//! **Asks:** for each child who is born: asked to all of it, to a part of it, or not, with the reason.
//! **Why:** a meeting about a child is the child’s meeting as far as age and understanding allow.
//!
//! Source: HANTS-INV-03, The Multi-Agency Planning Meeting and the Child in Need plan; decisions.md 8.

use crate::protocol::meetings::with_family;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::attendance::{ChildAtMeeting, Invited};
use crate::record::codes::YesNo;

/// See the module.
pub static RULE: Rule = Rule { code: "child-invitation-not-answered", topic: Topic::Attendance, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for at in report.children_at(record, with_family(record, terms)) {
        let Some(row) = at.wanted(report) else { continue };
        let reason = !row.absence.is_blank() || !row.absence_detail.is_blank();
        match row.invited.get() {
            Some(Invited::Whole | Invited::Part) => {}
            Some(Invited::No) if reason => {}
            Some(Invited::No) => {
                report.unmet(ChildAtMeeting::absence.at(row)).saying("reason-missing");
            }
            Some(Invited::Unsafe) => {
                let question = ChildAtMeeting::absence_detail.at(row);
                report.wants_saying("unsafe-without-reason", &row.absence_detail, question);
            }
            None if row.came() || row.can_attend.is(YesNo::No) && reason => {}
            None => _ = report.wants(&row.invited, ChildAtMeeting::invited.at(row)),
        }
    }
}
