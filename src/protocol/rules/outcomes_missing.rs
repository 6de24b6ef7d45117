//! A plan without outcomes.
//!
//! **Asks:** the plan states at least one outcome.
//! **Why:** an outcome is what everybody works towards, and how all will know that help is enough.
//!
//! Source: HANTS-PLAN-01, The Multi-Agency Planning Meeting and the Child in Need plan.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::plan::Outcome;
use crate::record::{Place, Record, first_by_id};

/// See the module.
pub static RULE: Rule = Rule { code: "outcomes-missing", topic: Topic::Outcomes, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let outcomes = &record.plan.outcomes;
    if outcomes.iter().all(|outcome| outcome.what.is_blank()) {
        let first = first_by_id(outcomes).map(|outcome| Outcome::what.at(outcome));
        report.unmet(first.unwrap_or(Place::home("plan/outcomes")));
    }
}
