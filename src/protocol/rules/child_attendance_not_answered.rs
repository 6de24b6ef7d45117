//! Nobody has said whether the child comes to the meeting.
//!
//! **Asks:** for each child who is born, whether the child can come, or is asked to. Either answers it.
//! **Why:** a child who is not thought of is not there.
//!
//! Source: CALD-PREP-19, Preparation / How will the voice of the child be represented; decisions.md 8.

use crate::protocol::meetings::with_family;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::attendance::ChildAtMeeting;

/// See the module.
pub static RULE: Rule = Rule { code: "child-attendance-not-answered", topic: Topic::Attendance, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for at in report.children_at(record, with_family(record, terms)) {
        let Some(row) = at.wanted(report) else { continue };
        let said = row.invited.given().is_some() || row.attended.given().is_some();
        if row.can_attend.given().is_some() || said {
            continue;
        }
        if row.can_attend.is_blank() {
            report.wants(&row.invited, ChildAtMeeting::invited.at(row));
        } else {
            report.unknown(ChildAtMeeting::can_attend.at(row));
        }
    }
}
