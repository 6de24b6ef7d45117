//! A meeting without an agenda.
//!
//! **Asks:** something is on each meeting’s agenda.
//! **Why:** people can prepare only for what they know will be talked about.
//!
//! Source: CALD-PREP-03, Preparation / Agenda.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::meeting::AgendaItem;
use crate::record::{Place, Record, first_by_id};

/// See the module.
pub static RULE: Rule = Rule { code: "agenda-missing", topic: Topic::Preparation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for meeting in report.meetings(in_hand(record, terms)) {
        let items = || record.agenda.iter().filter(|item| item.meeting.id() == Some(&meeting.id));
        if items().all(|item| item.what.is_blank()) {
            let list = || Place::home("agenda");
            report.unmet(first_by_id(items()).map_or_else(list, |item| AgendaItem::what.at(item)));
        }
    }
}
