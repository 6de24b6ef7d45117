//! Nobody is named to stand for the child’s views, wishes and feelings.
//!
//! **Asks:** for each child who is born, whether or not the child comes, somebody is named. A child who spoke needs nobody else.
//! **Why:** views that nobody is asked to bring are forgotten.
//!
//! Source: CALD-PREP-22, Preparation / How will the voice of the child be represented; domain/audit.md 1a.7; decisions.md 8.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::attendance::ChildAtMeeting;

/// See the module.
pub static RULE: Rule = Rule { code: "child-not-represented", topic: Topic::Attendance, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for at in report.children_at(record, in_hand(record, terms)) {
        let Some(row) = at.wanted(report) else { continue };
        if !row.spoke() {
            report.wants(&row.represented_by, ChildAtMeeting::represented_by.at(row));
        }
    }
}
