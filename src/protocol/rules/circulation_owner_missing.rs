//! Papers that nobody sends round.
//!
//! **Asks:** one person sends the papers of the meeting round.
//! **Why:** papers that are everybody’s task reach nobody.
//!
//! Source: CALD-PREP-08, Preparation / Agenda.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;

/// See the module.
pub static RULE: Rule = Rule { code: "circulation-owner-missing", topic: Topic::Preparation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for meeting in report.meetings(in_hand(record, terms)) {
        report.wants(&meeting.circulated_by, Meeting::circulated_by.at(meeting));
    }
}
