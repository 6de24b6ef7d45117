//! Nothing on how the child’s views are brought to the meeting.
//!
//! **Asks:** for each child who is born, whether or not the child comes, it is said how the child’s views are presented. A child
//! who spoke has presented them.
//! **Why:** a drawing or a few words of the child’s own say more than somebody’s summary.
//!
//! Source: CALD-PREP-23, Preparation / How will the voice of the child be represented; decisions.md 8.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::attendance::ChildAtMeeting;

/// See the module.
pub static RULE: Rule = Rule { code: "child-views-presentation-missing", topic: Topic::Attendance, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for at in report.children_at(record, in_hand(record, terms)) {
        let Some(row) = at.wanted(report) else { continue };
        if !row.spoke() {
            report.wants(&row.presented_how, ChildAtMeeting::presented_how.at(row));
        }
    }
}
