//! An entry of the chronology whose time cannot be read.
//!
//! **Asks:** each entry says when it happened: a day, a month or a year, for certain or about.
//! **Why:** what has no time cannot stand in its place among the others.
//!
//! Source: ours.

use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::chronology::ChronologyEntry;
use crate::record::{Record, When};

/// See the module.
pub static RULE: Rule = Rule { code: "chronology-day-unread", topic: Topic::Chronology, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.chronology.is_empty() {
        report.not_applicable();
    }
    for row in &record.chronology {
        let place = ChronologyEntry::when.at(row);
        if row.when.is_blank() {
            report.unmet(place).saying("blank");
        } else if When::read(&row.when).is_none() {
            report.unmet(place).with("typed", Fact::Words(row.when.trim().to_owned()));
        }
    }
}
