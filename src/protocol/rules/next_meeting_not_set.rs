//! A meeting that ended with no day for the next.
//!
//! **Asks:** the day of the next meeting is set at the end of the last, or it is said why not.
//! **Why:** people keep a day that they have agreed to; a later invitation needs time.
//! Source: HANTS-NEXT-01, Reviewing the plan; decisions.md 8 and 9.

use crate::protocol::timescales::{has_ended, last_planning_meeting, next_meeting};
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;

/// See the module.
pub static RULE: Rule = Rule { code: "next-meeting-not-set", topic: Topic::Meetings, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let Some(meeting) = last_planning_meeting(record, terms).filter(|_| !has_ended(record, terms)) else {
        return report.not_applicable();
    };
    if next_meeting(record, terms).is_some() {
        return;
    }
    let question = Meeting::next_on.at(meeting);
    if !meeting.next_on.is_blank() {
        report.unknown(question);
    } else if meeting.next_not_set_reason.is_blank() {
        report.unmet(question);
    }
}
