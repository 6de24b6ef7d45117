//! A risk that the parents were not told of.
//!
//! **Asks:** for each risk, the parents were told, or telling them would be unsafe and the record says who
//! decided.
//! **Why:** parents can lower only a risk that they know about.
//!
//! Source: HANTS-ASM-07, Assessments; the answer "unsafe" from domain/audit.md.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::assessment::Risk;

/// See the module.
pub static RULE: Rule = Rule { code: "risk-not-shared-with-parents", topic: Topic::Risk, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.assessment.risks.is_empty() {
        report.not_applicable();
    }
    for risk in &record.assessment.risks {
        report.wants_done(
            (&risk.shared_with_parents, Risk::shared_with_parents.at(risk)),
            (&risk.unsafe_reason, Risk::unsafe_reason.at(risk)),
        );
    }
}
