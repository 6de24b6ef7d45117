//! A contingency plan that does not say what kind of step it holds.
//!
//! **Asks:** where there is one, the kinds of step it holds are chosen: help from the wider family, where
//! the child lives, a new assessment, statutory action, or another.
//! **Why:** going through the kinds brings up the one that was forgotten.
//!
//! Source: CALD-CONT-05, CALD-CONT-06, CALD-CONT-07, What if progress is not being made?

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::contingency::Contingency;

/// See the module.
pub static RULE: Rule = Rule { code: "contingency-options-not-considered", topic: Topic::Contingency, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.contingency.is_missing() {
        return report.not_applicable();
    }
    if record.contingency.options.is_blank() {
        report.unmet(Contingency::options.here());
    }
}
