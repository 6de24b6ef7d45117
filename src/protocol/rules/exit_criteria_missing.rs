//! A plan that does not say when it will no longer be needed.
//!
//! **Asks:** the plan says how everybody will know that it can end.
//! **Why:** a family that cannot see the end of a plan cannot work towards it.
//!
//! Source: CALD-MEET-05, What are the expectations?

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::plan::Plan;

/// See the module.
pub static RULE: Rule = Rule { code: "exit-criteria-missing", topic: Topic::Ending, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.plan.exit_criteria.is_blank() {
        report.unmet(Plan::exit_criteria.here());
    }
}
