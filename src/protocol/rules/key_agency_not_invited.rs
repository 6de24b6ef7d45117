//! A key agency that is not asked to a meeting, and nothing on why.
//!
//! **Asks:** each key agency is asked, or the record says why it is left out. A reason settles it.
//! **Why:** the agency that nobody thought of is the one whose knowledge is missing.
//!
//! Source: CALD-PREP-10, Preparation / Who needs to attend; domain/audit.md 1a.5; decisions.md 5.

use crate::protocol::invited::{Part, has_reason, key_agencies, wants_reasons};
use crate::protocol::{Report, Rule, Severity, Terms, Topic};
use crate::record::Record;
use crate::record::attendance::Attendance;

/// See the module.
pub static RULE: Rule = Rule { code: "key-agency-not-invited", topic: Topic::Attendance, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let mut unasked = Vec::new();
    for (meeting, agency, part) in key_agencies(record, terms, report) {
        if has_reason(record, agency, meeting) {
            continue;
        }
        match part {
            Part::Asked => {}
            Part::Open(row) => _ = report.unknown(Attendance::invited.at(row)),
            Part::NotYet | Part::LeftOut => unasked.push((meeting, agency)),
        }
    }
    wants_reasons(record, &unasked, report, Severity::Safety);
}
