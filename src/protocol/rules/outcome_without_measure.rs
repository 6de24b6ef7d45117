//! An outcome whose progress nobody can measure.
//!
//! **Asks:** each outcome still to be reached says how progress is measured.
//! **Why:** without a measure a review can only exchange impressions.
//!
//! Source: CALD-PROG-01, How is progress assessed?

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::plan::Outcome;

/// See the module.
pub static RULE: Rule = Rule { code: "outcome-without-measure", topic: Topic::Outcomes, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for outcome in record.plan.outcomes.iter().filter(|outcome| outcome.is_open()) {
        if outcome.measure.is_blank() {
            report.unmet(Outcome::measure.at(outcome));
        }
    }
}
