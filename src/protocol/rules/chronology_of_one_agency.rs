//! A chronology to which fewer than two agencies have given anything.
//!
//! **Asks:** where there is a chronology, and more than one agency, its entries come from two or more.
//! **Why:** what one agency alone knows makes a pattern only beside what another knows.
//!
//! Source: CALD-CHR-01, How is the discussion of the meeting structured?

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::{Place, Record, RowId};
use std::collections::HashSet;

/// See the module.
pub static RULE: Rule = Rule { code: "chronology-of-one-agency", topic: Topic::Chronology, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.chronology.is_empty() || record.agencies.len() < 2 {
        return report.not_applicable();
    }
    let of: HashSet<&RowId> = record.chronology.iter().flat_map(|row| row.agencies.ids()).collect();
    if of.len() < 2 {
        report.unmet(Place::home("chronology"));
    }
}
