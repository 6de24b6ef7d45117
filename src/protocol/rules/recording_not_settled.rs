//! Nobody has settled how the meeting is recorded, and by whom.
//!
//! **Asks:** the record says how discussion and decisions are written down, and who does it.
//! **Why:** what nobody writes down cannot be held against the plan later.
//!
//! Source: CALD-PREP-07, Preparation / Agenda, and footnote 1.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;

/// See the module.
pub static RULE: Rule = Rule { code: "recording-not-settled", topic: Topic::Preparation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for meeting in report.meetings(in_hand(record, terms)) {
        report.wants(&meeting.recorded_how, Meeting::recorded_how.at(meeting));
        report.wants_saying("recorder-missing", &meeting.recorder, Meeting::recorder.at(meeting));
    }
}
