//! Nothing on what was tried to engage the whole family.
//!
//! **Asks:** the record says what was tried to engage everybody in the family.
//! **Why:** the next person can then try something else, and nobody is called unwilling who was never asked.
//!
//! Source: HANTS-ASM-10, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::assessment::Assessment;

/// See the module.
pub static RULE: Rule = Rule { code: "engagement-attempts-missing", topic: Topic::Assessment, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    report.wants(&record.assessment.engagement_attempts, Assessment::engagement_attempts.here());
}
