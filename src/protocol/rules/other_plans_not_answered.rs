//! Nobody has said whether other plans or assessments go on beside this one.
//!
//! **Asks:** the record says whether there are other plans or assessments, and names them where there are.
//! **Why:** a family with several plans is asked for the same thing twice, or for two things that clash.
//!
//! Source: HANTS-LAW-02, Policy and Legal context; domain/audit.md 1a.18: the document puts the duty on the
//! protocol, the question on one record is ours.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::codes::YesNo;
use crate::record::plan::Plan;
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "other-plans-not-answered", topic: Topic::OtherPlans, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if !record.plan.other_plans.is_empty() {
        return;
    }
    if record.plan.has_other_plans.is(YesNo::Yes) {
        report.unmet(Place::home("plan/other_plans")).saying("plans-missing");
    } else {
        report.wants(&record.plan.has_other_plans, Plan::has_other_plans.here());
    }
}
