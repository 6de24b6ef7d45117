//! An agenda that goes out beforehand, and not in time.
//!
//! **Asks:** where the agenda goes out beforehand, it is said how many days before, and it is sent by then. The number is the
//! group’s own: the guide gives none. Once the meeting was held, late sending is history.
//! **Why:** an agenda that comes too late helps nobody to prepare.
//!
//! Source: CALD-PREP-05, Preparation / Agenda; decisions.md 1.

use crate::protocol::meetings::{in_hand, was_held};
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::codes::YesNo;
use crate::record::meeting::Meeting;
use chrono::Days;

/// See the module.
pub static RULE: Rule = Rule { code: "agenda-not-in-time", topic: Topic::Preparation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let meetings = in_hand(record, terms).into_iter().filter(|row| row.agenda_in_advance.is(YesNo::Yes));
    for meeting in report.meetings(meetings.collect()) {
        match meeting.agenda_days_before.get() {
            Some(days) if !was_held(meeting, terms) => sending(meeting, days, terms, report),
            Some(_) => {}
            None => _ = report.wants(&meeting.agenda_days_before, Meeting::agenda_days_before.at(meeting)),
        }
    }
}

fn sending(meeting: &Meeting, days: u32, terms: &Terms<'_>, report: &mut Report) {
    let question = Meeting::agenda_sent_on.at(meeting);
    let Some(day) = meeting.on.get() else {
        report.unknown(question).saying("no-day");
        return;
    };
    let Some(last) = day.checked_sub_days(Days::new(days.into())) else {
        report.unknown(Meeting::agenda_days_before.at(meeting));
        return;
    };
    match meeting.agenda_sent_on.get() {
        Some(sent) if sent > last => _ = report.unmet(question).saying("late").by(last, None),
        Some(_) => {}
        None if !meeting.agenda_sent_on.is_blank() => _ = report.unknown(question),
        None if terms.today > last => _ = report.unmet(question).saying("not-sent").by(last, None),
        None => _ = report.due(question, last, None),
    }
}
