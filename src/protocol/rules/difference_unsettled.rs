//! Two answers to one question, of which nobody has chosen.
//!
//! **Asks:** where what came in differs from what was here, somebody decides which to keep.
//! **Why:** until then the record says two things.
//!
//! Source: ours.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::contribution::Difference;

/// See the module.
pub static RULE: Rule = Rule { code: "difference-unsettled", topic: Topic::Answers, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.differences.is_empty() {
        report.not_applicable();
    }
    for row in &record.differences {
        report.wants(&row.decision, Difference::decision.at(row));
    }
}
