//! A visit whose last day has passed, or comes next.
//!
//! **Asks:** the social worker or the family support worker sees the child, in person, at least as
//! often as the protocol and the plan say.
//! **Why:** a child who is not seen cannot be known to be safe.
//! Source: HANTS-VIS-02, HANTS-VIS-03, HANTS-VIS-04, Reviewing the plan; decisions.md 3.

use crate::calendar::Worked;
use crate::protocol::timescales::visits;
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "visit-overdue", topic: Topic::Visits, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let clock = match visits(record, terms) {
        Ok(clock) => clock,
        Err(stopped) => return stopped.say(report),
    };
    let home = Place::home("visits");
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
    finding.with("interval", Fact::Interval(clock.limit)).with("last", Fact::Day(clock.last));
}
