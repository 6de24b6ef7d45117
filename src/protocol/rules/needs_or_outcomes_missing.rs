//! A plan that does not say what the child needs and what is to be different.
//!
//! **Asks:** at least one need and at least one outcome are stated.
//! **Why:** nobody can work towards what was never said.
//!
//! Source: HANTS-ASM-16, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::plan::{Need, Outcome};
use crate::record::{Place, Record, first_by_id};

/// See the module.
pub static RULE: Rule = Rule { code: "needs-or-outcomes-missing", topic: Topic::Outcomes, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let plan = &record.plan;
    if plan.needs.iter().all(|need| need.what.is_blank()) {
        let first = first_by_id(&plan.needs).map(|need| Need::what.at(need));
        report.unmet(first.unwrap_or(Place::home("plan/needs"))).saying("needs");
    }
    if plan.outcomes.iter().all(|outcome| outcome.what.is_blank()) {
        let first = first_by_id(&plan.outcomes).map(|outcome| Outcome::what.at(outcome));
        report.unmet(first.unwrap_or(Place::home("plan/outcomes"))).saying("outcomes");
    }
}
