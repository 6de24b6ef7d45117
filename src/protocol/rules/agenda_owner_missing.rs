//! An agenda that is nobody’s.
//!
//! **Asks:** one person sets the agenda.
//! **Why:** whoever wants something talked about must know whom to ask.
//!
//! Source: CALD-PREP-06, Preparation / Agenda.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;

/// See the module.
pub static RULE: Rule = Rule { code: "agenda-owner-missing", topic: Topic::Preparation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for meeting in report.meetings(in_hand(record, terms)) {
        report.wants(&meeting.agenda_owner, Meeting::agenda_owner.at(meeting));
    }
}
