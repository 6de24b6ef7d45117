//! Too little notice of the next meeting.
//!
//! **Asks:** where the day of the next meeting was not set in the last one, people have notice of
//! it in time.
//! **Why:** people must be able to come and to prepare. A meeting called because the risk has
//! changed is in order.
//! Source: HANTS-NEXT-02, Reviewing the plan; decisions.md 4, 8 and 9.

use crate::protocol::timescales::{NoticeClock, notice};
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;

/// See the module.
pub static RULE: Rule = Rule { code: "notice-too-short", topic: Topic::Meetings, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let clock = match notice(record, terms) {
        Ok(clock) => clock,
        Err(stopped) => return stopped.say(report),
    };
    if clock.next_on.is_none_or(|next| next < terms.today) {
        return report.not_applicable();
    }
    if !clock.urgent {
        look(&clock, report);
    }
}

fn look(clock: &NoticeClock, report: &mut Report) {
    let sending = clock.sending.clone();
    if clock.unread {
        report.unknown(sending);
        return;
    }
    if clock.sent.is_none() && clock.unsaid {
        report.unknown(sending.at_key(Meeting::next_set_in_meeting.key));
        return;
    }
    match (clock.in_time, clock.sent, clock.send_by) {
        (None, ..) => _ = report.unknown(sending).saying("calendar"),
        (Some(true), Some(_), _) => {}
        (Some(true), None, Some(last)) => _ = report.due(sending, last, clock.earliest.working().cloned()),
        (Some(true), None, None) => _ = report.unknown(sending).saying("calendar"),
        (Some(false), ..) => {
            let offered = clock.earliest_working_day.or(clock.earliest.date());
            let finding = report.unmet(clock.day.clone());
            finding.working = clock.earliest.working().cloned();
            match offered {
                Some(day) => finding.saying("offered").with("earliest", Fact::Day(day)),
                None => finding,
            };
        }
    }
}
