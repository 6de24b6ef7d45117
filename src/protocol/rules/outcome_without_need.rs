//! An outcome that answers no need.
//!
//! **Asks:** each outcome still to be reached names the need it answers.
//! **Why:** an outcome without a need may be a service in search of a child.
//!
//! Source: ours; it goes with HANTS-ASM-16 (audit.md 1b).

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::plan::Outcome;

/// See the module.
pub static RULE: Rule = Rule { code: "outcome-without-need", topic: Topic::Outcomes, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for outcome in record.plan.outcomes.iter().filter(|outcome| outcome.is_open()) {
        if outcome.need.is_blank() {
            report.unmet(Outcome::need.at(outcome));
        }
    }
}
