//! A professional of whom the plan does not say how often they visit.
//!
//! **Asks:** for every professional the plan says how often they visit; "does not visit" is an answer.
//! **Why:** a family should know who comes and how often.
//! Once the plan has ended nobody asks.
//! Source: HANTS-VIS-01, Reviewing the plan; decisions.md 9.

use crate::protocol::timescales::{has_ended, has_left};
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::codes::YesNo;
use crate::record::visits::VisitSchedule;
use crate::record::{Place, Record, RowId};
use std::collections::HashSet;

/// See the module.
pub static RULE: Rule = Rule { code: "visit-frequency-missing", topic: Topic::Visits, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let present = record.professionals.iter().filter(|row| !has_left(row, terms));
    let present: HashSet<&RowId> = present.map(|row| &row.id).collect();
    if present.is_empty() || has_ended(record, terms) {
        return report.not_applicable();
    }
    let rows = || record.visit_schedules.iter().filter_map(|row| Some((row, row.professional.id()?)));
    let answered: HashSet<&RowId> = rows().filter(|(row, _)| is_answered(row)).map(|(_, id)| id).collect();
    let mut begun = HashSet::new();
    for (row, who) in rows().filter(|(_, id)| present.contains(id) && !answered.contains(id)) {
        begun.insert(who);
        look(row, who, report);
    }
    let missing = present.iter().filter(|id| !answered.contains(*id) && !begun.contains(*id)).count();
    if missing > 0 {
        let count = Fact::Count(u32::try_from(missing).unwrap_or(u32::MAX));
        report.unmet(Place::home("visit_schedules")).with("count", count);
    }
}

fn is_answered(row: &VisitSchedule) -> bool {
    let stated = row.every.get().is_some_and(|every| every > 0) && row.unit.get().is_some();
    row.visits.is(YesNo::No) || stated
}

/// A row that was begun: at its first question that is open.
fn look(row: &VisitSchedule, who: &RowId, report: &mut Report) {
    if row.every.get().is_none() && !row.every.is_blank() {
        report.unknown(VisitSchedule::every.at(row)).with("who", Fact::Person(who.clone()));
        return;
    }
    let stated = row.every.get().is_some_and(|every| every > 0);
    let open = match row.visits.get() {
        _ if stated => VisitSchedule::unit,
        None => VisitSchedule::visits,
        Some(_) => VisitSchedule::every,
    };
    report.unmet(open.at(row)).saying("begun").with("who", Fact::Person(who.clone()));
}
