//! Visits planned too far apart.
//!
//! **Asks:** the plan has the social worker or the family support worker visit at least as often as
//! the protocol says.
//! **Why:** the first months of a plan are when a child most needs to be seen.
//! Source: HANTS-VIS-02, HANTS-VIS-04, Reviewing the plan; decisions.md 3.

use crate::protocol::timescales::{Stopped, has_ended, has_left, is_longer, plan_limit};
use crate::protocol::timescales::{stated_limit, visiting_professionals, visiting_schedules};
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::codes::YesNo;
use crate::record::visits::VisitSchedule;
use std::collections::HashSet;

/// See the module.
pub static RULE: Rule = Rule { code: "visit-interval-too-long", topic: Topic::Visits, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    if has_ended(record, terms) {
        return report.not_applicable();
    }
    let Some((planned, row)) = stated_limit(record, terms) else {
        return look_for_nobody(record, terms, report);
    };
    let Some(start) = record.plan.start.get() else { return Stopped::NoStart.say(report) };
    let Some(limit) = plan_limit(terms.today, start, terms) else { return report.not_applicable() };
    if is_longer(planned, limit) {
        let finding = report.unmet(VisitSchedule::every.at(row));
        finding.with("planned", Fact::Interval(planned)).with("limit", Fact::Interval(limit));
    }
}

/// Where each of them is said not to visit, nobody does whom the protocol names.
fn look_for_nobody(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let rows = visiting_schedules(record, terms);
    let no = rows.iter().filter(|row| row.visits.is(YesNo::No));
    let no: HashSet<_> = no.filter_map(|row| row.professional.id()).collect();
    let workers = visiting_professionals(record);
    let present = record.professionals.iter().filter(|row| !has_left(row, terms));
    let mut present = present.map(|row| &row.id).filter(|id| workers.contains(id));
    match rows.iter().min_by_key(|row| &row.id) {
        Some(row) if present.all(|id| no.contains(id)) => {
            report.unmet(VisitSchedule::visits.at(row)).saying("nobody");
        }
        _ => report.not_applicable(),
    }
}
