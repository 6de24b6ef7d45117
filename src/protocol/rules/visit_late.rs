//! A visit that was made later than it should have been.
//!
//! **Asks:** no two visits lie further apart than the limit in force on the earlier day.
//! **Why:** the protocol is about the time between visits, so a gap that is over still tells something.
//! Source: HANTS-VIS-02, HANTS-VIS-04, Reviewing the plan; decisions.md 1.

use crate::protocol::timescales::visits;
use crate::protocol::{Fact, Report, Rule, Severity, Terms, Topic};
use crate::record::visits::Visit;
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "visit-late", topic: Topic::Visits, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let clock = match visits(record, terms) {
        Ok(clock) => clock,
        Err(stopped) => return stopped.say(report),
    };
    for late in clock.late {
        let row = Place { home: Visit::QUESTIONS.home, row: Some(late.visit), key: None };
        let finding = report.unmet(row.at_key(Visit::on.key)).at_most(Severity::Should).by(late.due, None);
        finding.with("from", Fact::Day(late.from)).with("to", Fact::Day(late.to));
        finding.with("limit", Fact::Interval(late.limit));
    }
}
