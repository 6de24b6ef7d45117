//! A visit at which the child was not seen, with none since at which the child was.
//!
//! **Asks:** after a visit at which the child was not seen, the child is seen soon.
//! **Why:** such a visit does not count towards the time between visits.
//! Source: ours (domain.md 1.5.6; decisions.md 10).

use crate::protocol::timescales::{visiting_professionals, visits};
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::codes::YesNo;
use crate::record::visits::{Visit, VisitResult};
use chrono::NaiveDate;

/// See the module.
pub static RULE: Rule = Rule { code: "child-not-seen-at-visit", topic: Topic::Visits, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let clock = match visits(record, terms) {
        Ok(clock) => clock,
        Err(stopped) => return stopped.say(report),
    };
    let workers = visiting_professionals(record);
    let since = |day: NaiveDate| (clock.last..=terms.today).contains(&day) && clock.last_visit_before(day);
    for row in record.visits.iter().filter(|row| row.on.get().is_some_and(since)) {
        if row.by.id().is_some_and(|id| workers.contains(id)) {
            look(row, report);
        }
    }
}

fn look(row: &Visit, report: &mut Report) {
    let question = Visit::child_seen.at(row);
    match (row.result.get(), row.child_seen.get()) {
        (Some(VisitResult::Refused | VisitResult::NobodyHome), _) => {
            report.unmet(Visit::result.at(row)).saying("no-access");
        }
        (Some(VisitResult::Completed), Some(YesNo::No)) => _ = report.unmet(question),
        (Some(VisitResult::Completed), None) => _ = report.unknown(question),
        _ => {}
    }
}
