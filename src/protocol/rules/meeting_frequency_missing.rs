//! A group that has not settled how often it must meet.
//!
//! **Asks:** the meeting’s record says how often the group needs to meet: a number, and what it counts.
//! **Why:** needs and risks set the pace, and people must be able to keep it.
//!
//! Source: CALD-PREP-01, Preparation / Timescales.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;

/// See the module.
pub static RULE: Rule = Rule { code: "meeting-frequency-missing", topic: Topic::Preparation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for meeting in report.meetings(in_hand(record, terms)) {
        report.wants(&meeting.frequency_every, Meeting::frequency_every.at(meeting));
        if !meeting.frequency_every.is_blank() {
            report.wants_saying("unit-missing", &meeting.frequency_unit, Meeting::frequency_unit.at(meeting));
        }
    }
}
