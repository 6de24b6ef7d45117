//! A key agency that is left out, without a reason.
//!
//! **Asks:** where it was decided not to ask a key agency, or the meeting was held without asking it, the reason is given.
//! **Why:** who was left out, and why, must be open to question later.
//!
//! Source: CALD-PREP-11, Preparation / Who needs to attend.

use crate::protocol::invited::{Part, has_reason, key_agencies, wants_reasons};
use crate::protocol::{Report, Rule, Severity, Terms, Topic};
use crate::record::Record;

/// See the module.
pub static RULE: Rule = Rule { code: "exclusion-without-reason", topic: Topic::Attendance, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let mut agencies = key_agencies(record, terms, report);
    agencies.retain(|(_, _, part)| matches!(part, Part::LeftOut));
    if agencies.is_empty() {
        return report.not_applicable();
    }
    let without = agencies.iter().filter(|(meeting, agency, _)| !has_reason(record, agency, meeting));
    let without: Vec<_> = without.map(|(meeting, agency, _)| (*meeting, *agency)).collect();
    wants_reasons(record, &without, report, Severity::Safety);
}
