//! A plan that does not tell parents what they can do and what help they will get.
//!
//! **Asks:** the plan says in plain words what parents and carers can do, and what help they can expect.
//! **Why:** a parent who is unsure of either cannot do their part.
//!
//! Source: HANTS-ASM-08, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::plan::Plan;

/// See the module.
pub static RULE: Rule = Rule { code: "parent-summary-missing", topic: Topic::Family, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    report.wants(&record.plan.parent_summary, Plan::parent_summary.here());
}
