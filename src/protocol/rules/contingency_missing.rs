//! A plan without a contingency plan.
//!
//! **Asks:** something is said about what happens if things do not change in time.
//! **Why:** a plan that waits for ever leaves a child where they are.
//!
//! Source: CALD-CONT-01, What if progress is not being made?

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "contingency-missing", topic: Topic::Contingency, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.contingency.is_missing() {
        report.unmet(Place::home("contingency"));
    }
}
