//! A next meeting set for a day after the review is due.
//!
//! **Asks:** the next meeting is set for a day on which the review is still in time. While nobody has said whether a
//! meeting held since then reviewed the plan, that cannot be told.
//! **Why:** the longer interval applies only once a Team Manager has agreed to it, by name, role
//! and date.
//! Source: HANTS-REV-03, Reviewing the plan; decisions.md 3.

use crate::protocol::pack::FigureName;
use crate::protocol::timescales::review;
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::Record;

/// See the module.
pub static RULE: Rule = Rule { code: "review-set-too-late", topic: Topic::Reviews, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let clock = match review(record, terms) {
        Ok(clock) => clock,
        Err(stopped) => return stopped.say(report),
    };
    let (Some(next), Some(due)) = (clock.set_too_late(record, terms), clock.due.date()) else {
        return report.not_applicable();
    };
    if let Some(question) = clock.unsettled {
        report.unknown(question).saying("unsettled");
        return;
    }
    let finding = report.unmet(next.place).by(due, clock.due.working().cloned());
    finding.with("next", Fact::Day(next.on));
    match terms.interval(FigureName::ReviewReduced).filter(|_| clock.may_be_reduced) {
        Some(longer) => finding.saying("needs-agreement").with("longer", Fact::Interval(longer)),
        None => finding,
    };
}
