//! An assessment that leaves out part of what it rests on.
//!
//! **Asks:** family history, earlier services and circumstances now are each written down.
//! **Why:** a plan made from one of the three alone repeats what did not help before.
//!
//! Source: HANTS-ASM-01, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::assessment::Assessment;

/// See the module.
pub static RULE: Rule = Rule { code: "assessment-basis-incomplete", topic: Topic::Assessment, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let assessment = &record.assessment;
    report.wants(&assessment.history, Assessment::history.here());
    report.wants(&assessment.previous_services, Assessment::previous_services.here());
    report.wants(&assessment.current_circumstances, Assessment::current_circumstances.here());
}
