//! Nobody has said whether the agenda goes out beforehand.
//!
//! **Asks:** either answer is given: it is sent out beforehand, or it need not be.
//! **Why:** some people cannot take part unless they have read it first.
//!
//! Source: CALD-PREP-04, Preparation / Agenda.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;

/// See the module.
pub static RULE: Rule = Rule { code: "agenda-sending-not-answered", topic: Topic::Preparation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for meeting in report.meetings(in_hand(record, terms)) {
        report.wants(&meeting.agenda_in_advance, Meeting::agenda_in_advance.at(meeting));
    }
}
