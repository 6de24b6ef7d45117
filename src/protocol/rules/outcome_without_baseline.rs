//! An outcome that does not say how things are now.
//!
//! **Asks:** each outcome still to be reached says where things stand.
//! **Why:** progress can be seen only from a starting point.
//!
//! Source: ours; it goes with CALD-PROG-01 (audit.md 1b).

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::plan::Outcome;

/// See the module.
pub static RULE: Rule = Rule { code: "outcome-without-baseline", topic: Topic::Outcomes, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for outcome in record.plan.outcomes.iter().filter(|outcome| outcome.is_open()) {
        if outcome.baseline.is_blank() {
            report.unmet(Outcome::baseline.at(outcome));
        }
    }
}
