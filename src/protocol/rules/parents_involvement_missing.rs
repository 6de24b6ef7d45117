//! Nothing on how parents and carers were involved.
//!
//! **Asks:** the record says how parents and carers were involved and kept informed, and how they took part in
//! finding services.
//! **Why:** a plan made without the parents rests on people who did not agree to it.
//!
//! Source: HANTS-ASM-06, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::assessment::Assessment;

/// See the module.
pub static RULE: Rule = Rule { code: "parents-involvement-missing", topic: Topic::Assessment, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    report.wants(&record.assessment.parents_involvement, Assessment::parents_involvement.here());
}
