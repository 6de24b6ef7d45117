//! An action of which nobody will know whether it helped.
//!
//! **Asks:** every action still to be done says how it will be known that it was done and helped.
//! **Why:** being done is not the same as having helped.
//!
//! Source: Children's Commissioner 2024 (decisions.md 10).

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::plan::Action;

/// See the module.
pub static RULE: Rule = Rule { code: "action-without-measure", topic: Topic::Actions, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for action in record.plan.actions.iter().filter(|action| action.is_open()) {
        if action.measure.is_blank() {
            report.unmet(Action::measure.at(action));
        }
    }
}
