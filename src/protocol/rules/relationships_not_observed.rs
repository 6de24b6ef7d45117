//! Nothing on how the child is with family and others who matter.
//!
//! **Asks:** the record says what was observed of the child together with family and others who matter. A child
//! who is not born yet cannot be observed.
//! **Why:** how a child is with people shows what the child may not be able to say.
//!
//! Source: HANTS-ASM-04, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::assessment::Assessment;

/// See the module.
pub static RULE: Rule = Rule { code: "relationships-not-observed", topic: Topic::Assessment, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.all_unborn() {
        return report.not_applicable();
    }
    report.wants(&record.assessment.relationships_observed, Assessment::relationships_observed.here());
}
