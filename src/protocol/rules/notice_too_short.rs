//! Too little notice of the next meeting.
//!
//! **Asks:** where the day of the next meeting was not set in the last one, people have notice of
//! it in time.
//! **Why:** people must be able to come and to prepare. A meeting called because the risk has
//! changed is in order.
//! Source: HANTS-NEXT-02, Reviewing the plan; decisions.md 4, 8 and 9.

use crate::protocol::timescales::{NoticeClock, last_planning_meeting, notice};
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
    let Some(meeting) = last_planning_meeting(record, terms) else { return report.not_applicable() };
    if clock.next_on.is_none_or(|next| next < terms.today) {
        return report.not_applicable();
    }
    if !clock.urgent {
        look(&clock, meeting, report);
    }
}

fn look(clock: &NoticeClock, meeting: &Meeting, report: &mut Report) {
    let sending = Meeting::notice_sent_on.at(meeting);
    if clock.sent.is_none() && !meeting.notice_sent_on.is_blank() {
        report.unknown(sending);
        return;
    }
    if clock.sent.is_none() && meeting.next_set_in_meeting.get().is_none() {
        report.unknown(Meeting::next_set_in_meeting.at(meeting));
        return;
    }
    match (clock.in_time, clock.sent, clock.send_by) {
        (None, ..) => _ = report.unknown(sending).saying("calendar"),
        (Some(true), Some(_), _) => {}
        (Some(true), None, Some(last)) => _ = report.due(sending, last, clock.earliest.working().cloned()),
        (Some(true), None, None) => _ = report.unknown(sending).saying("calendar"),
        (Some(false), ..) => {
            let offered = clock.earliest_working_day.or(clock.earliest.date());
            let finding = report.unmet(Meeting::next_on.at(meeting));
            finding.working = clock.earliest.working().cloned();
            match offered {
                Some(day) => finding.saying("offered").with("earliest", Fact::Day(day)),
                None => finding,
            };
        }
    }
}
