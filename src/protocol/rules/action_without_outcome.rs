//! An action that leads to no outcome.
//!
//! **Asks:** every action still to be done names the outcome it leads to.
//! **Why:** an action that leads nowhere costs a family time and proves nothing.
//!
//! Source: Children's Commissioner 2024 (decisions.md 10).

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::plan::Action;

/// See the module.
pub static RULE: Rule = Rule { code: "action-without-outcome", topic: Topic::Actions, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for action in record.plan.actions.iter().filter(|action| action.is_open()) {
        if action.outcome.is_blank() {
            report.unmet(Action::outcome.at(action));
        }
    }
}
