//! An action that belongs to a role and not to a person.
//!
//! **Asks:** where an action still to be done names a role, it names the person too.
//! **Why:** a role can be empty, or filled by three people who each think of the others.
//!
//! Source: Children's Commissioner 2024 (decisions.md 10).

use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::plan::Action;

/// See the module.
pub static RULE: Rule = Rule { code: "action-owned-by-role", topic: Topic::Actions, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for action in record.plan.actions.iter().filter(|action| action.is_open()) {
        if action.owner.is_blank() && !action.owner_role.is_blank() {
            let role = Fact::Words(action.owner_role.trim().to_owned());
            report.unmet(Action::owner.at(action)).with("role", role);
        }
    }
}
