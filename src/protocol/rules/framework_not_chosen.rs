//! A meeting whose discussion has no framework.
//!
//! **Asks:** each meeting says which framework gives its discussion the headings.
//! **Why:** headings keep people to the child’s needs and risks.
//!
//! Source: CALD-STR-01, How is the discussion of the meeting structured?

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;

/// See the module.
pub static RULE: Rule = Rule { code: "framework-not-chosen", topic: Topic::Discussion, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let meetings = in_hand(record, terms);
    if meetings.is_empty() {
        report.not_applicable();
    }
    for meeting in meetings {
        report.wants(&meeting.framework, Meeting::framework.at(meeting));
    }
}
