//! An analysis that was not explained to those it concerns.
//!
//! **Asks:** the analysis was explained to the family, or that would be unsafe and the record says who decided;
//! and to the professionals who work with them.
//! **Why:** people carry out a plan whose reasons they know.
//!
//! Source: HANTS-ASM-17, Assessments; the answer "unsafe" from domain/audit.md.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::assessment::Assessment;
use crate::record::codes::YesNo;

/// See the module.
pub static RULE: Rule = Rule { code: "analysis-not-explained", topic: Topic::Assessment, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let assessment = &record.assessment;
    report.wants_done(
        (&assessment.explained_to_family, Assessment::explained_to_family.here()),
        (&assessment.explained_unsafe_reason, Assessment::explained_unsafe_reason.here()),
    );
    let place = Assessment::explained_to_professionals.here();
    if assessment.explained_to_professionals.is(YesNo::No) {
        report.unmet(place).saying("professionals-not-told");
    } else {
        report.wants_saying("professionals-not-told", &assessment.explained_to_professionals, place);
    }
}
