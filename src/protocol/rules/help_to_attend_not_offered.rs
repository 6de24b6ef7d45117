//! A family that was not offered help to come.
//!
//! **Asks:** practical or financial help to come was offered, or is not needed.
//! **Why:** a bus fare or a sitter can decide whether a parent is there.
//!
//! Source: HANTS-PART-03, The Multi-Agency Planning Meeting and the Child in Need plan; decisions.md 8.

use crate::protocol::meetings::with_family;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::{HelpToAttend, Meeting};

/// See the module.
pub static RULE: Rule = Rule { code: "help-to-attend-not-offered", topic: Topic::Preparation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for meeting in report.meetings(with_family(record, terms)) {
        let question = Meeting::help_to_attend.at(meeting);
        if meeting.help_to_attend.is(HelpToAttend::NotYet) {
            report.unmet(question).saying("not-yet");
        } else {
            report.wants(&meeting.help_to_attend, question);
        }
    }
}
