//! A risk that no manager or agency was told of.
//!
//! **Asks:** for each risk, the record says which manager or agency was told, and on which day.
//! **Why:** a risk that one person knows of is a risk that nobody acts on when that person is away.
//!
//! Source: HANTS-ASM-18, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::assessment::Risk;

/// See the module.
pub static RULE: Rule = Rule { code: "risk-not-shared-with-manager", topic: Topic::Risk, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.assessment.risks.is_empty() {
        report.not_applicable();
    }
    for risk in &record.assessment.risks {
        if report.wants(&risk.shared_with, Risk::shared_with.at(risk)).is_none() {
            report.wants_saying("day-missing", &risk.shared_on, Risk::shared_on.at(risk));
        }
    }
}
