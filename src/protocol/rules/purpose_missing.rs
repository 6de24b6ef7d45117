//! A meeting without a purpose.
//!
//! **Asks:** each meeting says what it is for.
//! **Why:** people can prepare for a purpose, and tell afterwards whether it was met.
//!
//! Source: CALD-MEET-03, What are the expectations?

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;

/// See the module.
pub static RULE: Rule = Rule { code: "purpose-missing", topic: Topic::Meetings, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let meetings = in_hand(record, terms);
    if meetings.is_empty() {
        report.not_applicable();
    }
    for meeting in meetings {
        report.wants(&meeting.purpose, Meeting::purpose.at(meeting));
    }
}
