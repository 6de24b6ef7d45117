//! Nothing agreed on what happens where members disagree.
//!
//! **Asks:** each meeting says what happens where some members do not agree with a decision.
//! **Why:** it is easier to agree on that before anybody disagrees.
//!
//! Source: CALD-MEET-06, What are the expectations?; audit.md 1a 8.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;

/// See the module.
pub static RULE: Rule = Rule { code: "disagreement-route-missing", topic: Topic::Decisions, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let meetings = in_hand(record, terms);
    if meetings.is_empty() {
        report.not_applicable();
    }
    for meeting in meetings {
        report.wants(&meeting.disagreement_route, Meeting::disagreement_route.at(meeting));
    }
}
