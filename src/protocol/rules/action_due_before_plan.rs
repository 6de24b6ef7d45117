//! An action that was due before the plan started.
//!
//! **Asks:** the day by which an action still to be done is due is not before the plan's first day; it may be that
//! day.
//! **Why:** it is a slip of the pen, or was carried over from an earlier plan and nobody looked at it again.
//!
//! Source: ours.

use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::plan::{Action, Plan};

/// See the module.
pub static RULE: Rule = Rule { code: "action-due-before-plan", topic: Topic::Actions, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let open = record.plan.actions.iter().filter(|action| action.is_open());
    let mut dated = open.filter(|action| !action.due.is_blank()).peekable();
    if dated.peek().is_none() {
        return report.not_applicable();
    }
    let Some(start) = record.plan.start.get() else {
        report.unknown(Plan::start.here());
        return;
    };
    for action in dated {
        match action.due.get() {
            Some(due) if due < start => {
                report.unmet(Action::due.at(action)).with("start", Fact::Day(start));
            }
            Some(_) => {}
            None => {
                report.unknown(Action::due.at(action));
            }
        }
    }
}
