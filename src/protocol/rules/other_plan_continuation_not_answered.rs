//! Another plan, and nothing on whether it goes on.
//!
//! **Asks:** for each other plan, the record says whether it goes on beside this one.
//! **Why:** this plan goes before others at a lower level, and people must know which of them still hold.
//!
//! Source: HANTS-PREC-01, The Multi-Agency Planning Meeting and the Child in Need plan.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::plan::OtherPlan;

/// See the module.
pub static RULE: Rule =
    Rule { code: "other-plan-continuation-not-answered", topic: Topic::OtherPlans, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.plan.other_plans.is_empty() {
        report.not_applicable();
    }
    for plan in &record.plan.other_plans {
        report.wants(&plan.continues, OtherPlan::continues.at(plan));
    }
}
