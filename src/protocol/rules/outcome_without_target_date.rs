//! An outcome without a day by which it will be reached.
//!
//! **Asks:** each outcome still to be reached says by when.
//! **Why:** without a day nobody notices drift.
//!
//! Source: HANTS-PLAN-02, The Multi-Agency Planning Meeting and the Child in Need plan;
//! CALD-PROG-02, How is progress assessed?

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::plan::Outcome;
use crate::record::{Record, Typed};

/// See the module.
pub static RULE: Rule = Rule { code: "outcome-without-target-date", topic: Topic::Outcomes, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for outcome in record.plan.outcomes.iter().filter(|outcome| outcome.is_open()) {
        match outcome.target_date {
            Typed::Given(_) => {}
            Typed::Unread(_) => {
                report.unknown(Outcome::target_date.at(outcome));
            }
            Typed::Blank => {
                report.unmet(Outcome::target_date.at(outcome));
            }
        }
    }
}
