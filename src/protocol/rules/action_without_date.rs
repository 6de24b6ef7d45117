//! An action without a day by which it is done.
//!
//! **Asks:** every action still to be done has a day; one that is done again and again has the day on
//! which it ends ("every two weeks until 1 June").
//! **Why:** nearly three quarters of the actions that the Children's Commissioner read had none.
//!
//! Source: Children's Commissioner 2024 (decisions.md 10; domain.md 4.1).

use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::plan::Action;
use crate::record::{Record, Typed};

/// See the module.
pub static RULE: Rule = Rule { code: "action-without-date", topic: Topic::Actions, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for action in record.plan.actions.iter().filter(|action| action.is_open()) {
        let place = Action::due.at(action);
        match &action.due {
            Typed::Given(_) => {}
            Typed::Unread(typed) => {
                let typed = Fact::Words(typed.trim().to_owned());
                report.unmet(place).saying("not-a-date").about(Topic::Answers).with("typed", typed);
            }
            Typed::Blank if action.repeats_every.is_blank() => {
                report.unmet(place);
            }
            Typed::Blank => {
                report.unmet(place).saying("no-end");
            }
        }
    }
}
