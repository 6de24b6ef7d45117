//! A closure outside a meeting that the Team Manager did not agree to beforehand.
//!
//! **Asks:** the Team Manager is named, the tasks that remain are listed, and the agreement was given
//! before the day the last of them was done. Whether the same day will do is a pack's reading.
//! **Why:** agreeing afterwards is not deciding.
//!
//! Source: HANTS-CLO-03, Ending the Child in Need plan / Closure; decisions.md 9.

use crate::protocol::ending_day::not_answered;
use crate::protocol::pack::ReadingName;
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::ending::{ClosureRoute, EndRoute, Ending};
use crate::record::{Record, Typed};
use chrono::NaiveDate;

/// See the module.
pub static RULE: Rule = Rule { code: "closure-agreement-not-in-advance", topic: Topic::Ending, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let ending = &record.ending;
    if !ending.route.is(EndRoute::Closure) || !ending.closure_route.is(ClosureRoute::TeamManager) {
        return report.not_applicable();
    }
    not_answered(report, record, terms, (&ending.team_manager, Ending::team_manager.here(), "manager"));
    not_answered(report, record, terms, (&ending.tasks, Ending::tasks.here(), "tasks"));
    not_answered(report, record, terms, (&ending.agreed_on, Ending::agreed_on.here(), "agreement"));
    match (ending.agreed_on.get(), &ending.last_task_done_on) {
        (Some(agreed), Typed::Given(done)) if !in_advance(terms, agreed, *done) => {
            let finding = report.unmet(Ending::agreed_on.here());
            finding.with("agreed", Fact::Day(agreed)).with("done", Fact::Day(*done));
        }
        (_, Typed::Unread(_)) => {
            report.unknown(Ending::last_task_done_on.here());
        }
        (_, Typed::Blank) if record.plan.ended_on.get().is_some_and(|end| end <= terms.today) => {
            report.unmet(Ending::last_task_done_on.here()).saying("tasks-not-done");
        }
        _ => {}
    }
}

fn in_advance(terms: &Terms<'_>, agreed: NaiveDate, done: NaiveDate) -> bool {
    agreed < done || agreed == done && terms.reads(ReadingName::ClosureAgreement, "same-day")
}
