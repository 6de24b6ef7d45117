//! Nobody has said how members are told about the meeting.
//!
//! **Asks:** the record says how members learn of the agenda, the papers and who sees to them.
//! **Why:** an arrangement that people do not know of is none.
//!
//! Source: CALD-PREP-09, Preparation / Agenda.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;

/// See the module.
pub static RULE: Rule = Rule { code: "members-not-told-how", topic: Topic::Preparation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for meeting in report.meetings(in_hand(record, terms)) {
        report.wants(&meeting.members_told_how, Meeting::members_told_how.at(meeting));
    }
}
