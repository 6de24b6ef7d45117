//! A child who is not there, and nothing on how the child’s views are found out.
//!
//! **Asks:** where a child does not come, and at a professionals meeting, it is said how the child’s views are found out.
//! **Why:** being absent must not mean being unheard.
//!
//! Source: CALD-PREP-21, Preparation / How will the voice of the child be represented; decisions.md 8.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::attendance::ChildAtMeeting;
use crate::record::meeting::MeetingKind;

/// See the module.
pub static RULE: Rule = Rule { code: "absent-child-views-not-planned", topic: Topic::Attendance, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let mut applies = false;
    for at in report.children_at(record, in_hand(record, terms)) {
        let professionals = at.meeting.kind.is(MeetingKind::Professionals);
        if professionals && !at.meeting.family_views_how.is_blank() {
            applies = true;
        } else if professionals || at.row.is_some_and(ChildAtMeeting::stays_away) {
            applies = true;
            if let Some(row) = at.wanted(report) {
                let question = ChildAtMeeting::views_found_out_how.at(row);
                report.wants(&row.views_found_out_how, question);
            }
        }
    }
    if !applies {
        report.not_applicable();
    }
}
