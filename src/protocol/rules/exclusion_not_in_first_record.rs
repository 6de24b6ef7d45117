//! The reason for leaving a key agency out is not in the first meeting’s record.
//!
//! **Asks:** the reason stands in the record of the first meeting. At a later one the record of any meeting of the series
//! will do, because the agency may have become key since; the finding is then a warning.
//! **Why:** the first record is where everybody looks for how the group was made up.
//!
//! Source: CALD-PREP-12, Preparation / Who needs to attend; domain.md 1.2; decisions.md 8.

use crate::protocol::invited::{Part, key_agencies, reason_stands, reason_stands_in_series, wants_reasons};
use crate::protocol::{Report, Rule, Severity, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::{Meeting, MeetingKind};

/// See the module.
pub static RULE: Rule = Rule { code: "exclusion-not-in-first-record", topic: Topic::Attendance, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let mut agencies = key_agencies(record, terms, report);
    agencies.retain(|(_, _, part)| matches!(part, Part::LeftOut));
    if agencies.is_empty() {
        return report.not_applicable();
    }
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for (meeting, agency, _) in agencies {
        let is_first = is_first(record, meeting);
        if is_first && !reason_stands(record, agency, meeting) {
            first.push((meeting, agency));
        } else if !is_first && !reason_stands_in_series(record, agency, meeting) {
            later.push((meeting, agency));
        }
    }
    wants_reasons(record, &first, report, Severity::Safety);
    wants_reasons(record, &later, report, Severity::Should);
}

fn is_first(record: &Record, meeting: &Meeting) -> bool {
    let alone = meeting.kind.is(MeetingKind::Professionals) && meeting.sequence.is_blank();
    alone || meeting.is_first(record)
}
