//! A review whose last day has passed, or comes next.
//!
//! **Asks:** the plan is reviewed at least every so often: more often in its first months, less
//! often after them only with a Team Manager's agreement.
//! **Why:** a plan that nobody looks at no longer fits the child. A review held late since then is
//! history.
//! Source: HANTS-REV-01, HANTS-REV-02, Reviewing the plan; decisions.md 1 and 3.

use crate::calendar::Worked;
use crate::protocol::timescales::review;
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "review-overdue", topic: Topic::Reviews, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let clock = match review(record, terms) {
        Ok(clock) => clock,
        Err(stopped) => return stopped.say(report),
    };
    let home = Place::home("meetings");
    if clock.set_too_late(record, terms).is_some() {
        return report.not_applicable();
    }
    let Worked::Known { date, working } = clock.due else {
        report.unknown(home).saying("calendar");
        return;
    };
    let finding = match (clock.overdue, clock.unsettled, clock.undated) {
        (None, _, Some(undated)) => {
            report.unknown(undated).saying("undated");
            return;
        }
        (Some(false) | None, ..) => report.due(home, date, Some(working)),
        (Some(true), Some(question), _) => report.unmet(question).saying("unsettled").by(date, Some(working)),
        (Some(true), None, _) => report.unmet(home).by(date, Some(working)),
    };
    finding.with("interval", Fact::Interval(clock.interval)).with("last", Fact::Day(clock.last));
}
