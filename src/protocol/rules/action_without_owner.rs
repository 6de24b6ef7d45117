//! An action that nobody owns.
//!
//! **Asks:** every action names the person who will do it.
//! **Why:** a family and an agency must be able to see whom to ask.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::plan::Action;

/// See the module.
pub static RULE: Rule = Rule { code: "action-without-owner", topic: Topic::Actions, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for action in &record.plan.actions {
        if action.owner.is_blank() && action.owner_role.is_blank() {
            report.unmet(Action::owner.at(action));
        }
    }
}
