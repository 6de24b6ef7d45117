//! An action that nobody owns.
//!
//! **Asks:** every action still to be done names the person who will do it.
//! **Why:** a family and an agency must be able to see whom to ask.
//!
//! Source: Children's Commissioner 2024 (decisions.md 10).

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::plan::Action;

/// See the module.
pub static RULE: Rule = Rule { code: "action-without-owner", topic: Topic::Actions, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for action in record.plan.actions.iter().filter(|action| action.is_open()) {
        if action.owner.is_blank() && action.owner_role.is_blank() {
            report.unmet(Action::owner.at(action));
        }
    }
}
