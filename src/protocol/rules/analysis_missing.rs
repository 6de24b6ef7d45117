//! Information that was gathered and not analysed.
//!
//! **Asks:** the record says what the information, put together, means.
//! **Why:** a list of facts does not say what a child needs.
//!
//! Source: HANTS-ASM-15, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::assessment::Assessment;

/// See the module.
pub static RULE: Rule = Rule { code: "analysis-missing", topic: Topic::Assessment, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    report.wants(&record.assessment.analysis, Assessment::analysis.here());
}
