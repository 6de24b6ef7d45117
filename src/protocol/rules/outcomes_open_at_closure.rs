//! A case that closes with outcomes still open.
//!
//! **Asks:** when the case closes, every agreed outcome was achieved, or was removed for a stated reason.
//! **Why:** a plan that ends early leaves the need where it was.
//!
//! Source: HANTS-CLO-01, Ending the Child in Need plan / Closure. "Removed" is ours (audit.md 1b).

use crate::protocol::ending_day::not_done;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::ending::EndRoute;
use crate::record::plan::{Outcome, OutcomeStatus, Plan};
use crate::record::{Record, Typed};

/// See the module.
pub static RULE: Rule = Rule { code: "outcomes-open-at-closure", topic: Topic::Ending, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    if !record.ending.route.is(EndRoute::Closure) {
        return report.not_applicable();
    }
    let mut unresolved = record.plan.outcomes.iter().filter(|outcome| !is_resolved(outcome)).peekable();
    if unresolved.peek().is_some() && record.plan.ended_on.get().is_none() {
        report.unknown(Plan::ended_on.here());
        return;
    }
    for outcome in unresolved {
        match outcome.status {
            Typed::Unread(_) => {
                report.unknown(Outcome::status.at(outcome));
            }
            Typed::Given(OutcomeStatus::Removed) => {
                let place = Outcome::removed_reason.at(outcome);
                not_done(report, record, terms, place).saying("removed-without-reason");
            }
            _ => {
                not_done(report, record, terms, Outcome::status.at(outcome));
            }
        }
    }
}

fn is_resolved(outcome: &Outcome) -> bool {
    match outcome.status.given() {
        Some(OutcomeStatus::Achieved) => true,
        Some(OutcomeStatus::Removed) => !outcome.removed_reason.is_blank(),
        _ => false,
    }
}
