//! The record of a meeting that nobody checked.
//!
//! **Asks:** somebody checked the record of a meeting that was held before it goes out.
//! **Why:** the family and every agency will hold it to be what was said.
//!
//! Source: ours.

use crate::protocol::meetings::just_held;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;

/// See the module.
pub static RULE: Rule = Rule { code: "record-not-checked", topic: Topic::Meetings, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let meetings = just_held(record, terms);
    if meetings.is_empty() {
        report.not_applicable();
    }
    for meeting in meetings {
        report.wants(&meeting.record_checked_by, Meeting::record_checked_by.at(meeting));
    }
}
