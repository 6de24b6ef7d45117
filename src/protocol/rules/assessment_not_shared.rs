//! A completed assessment that the family has not been shown.
//!
//! **Asks:** once the assessment is completed, it was shared with the family and the day is recorded, or it was
//! kept back as unsafe and the record says who decided.
//! **Why:** a family can put right, and act on, only what it has been told.
//!
//! Source: HANTS-PROC-02, Process; the answer "unsafe" from domain/audit.md.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::assessment::Assessment;
use crate::record::{Record, Typed};

/// See the module.
pub static RULE: Rule = Rule { code: "assessment-not-shared", topic: Topic::Assessment, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let assessment = &record.assessment;
    match &assessment.completed_on {
        Typed::Given(day) if *day <= terms.today => {}
        Typed::Unread(_) => {
            report.unknown(Assessment::completed_on.here());
            return;
        }
        _ => return report.not_applicable(),
    }
    let shared = (&assessment.shared_with_family, Assessment::shared_with_family.here());
    let reason = (&assessment.shared_unsafe_reason, Assessment::shared_unsafe_reason.here());
    if report.wants_done(shared, reason) {
        let place = Assessment::shared_with_family_on.here();
        report.wants_saying("day-missing", &assessment.shared_with_family_on, place);
    }
}
