//! An answer that names somebody or something that is not on the record.
//!
//! **Asks:** what an answer names (a person, an outcome, a meeting) is there.
//! **Why:** a row that was taken out leaves others that point at it.
//!
//! Source: ours.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::{Audience, Kind, Record, Target};
use std::collections::HashSet;

/// See the module.
pub static RULE: Rule = Rule { code: "link-to-nothing", topic: Topic::Answers, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let there = rows(record);
    record.each_answer(&mut |place, field, answer| {
        let (Kind::Link(target) | Kind::Links(target)) = field.kind else { return };
        // No page asks what only the system writes, so nobody could put it right.
        if field.audience == Audience::System {
            return;
        }
        let written = answer.written();
        let mut named = written.split(',').filter(|id| !id.is_empty());
        if named.any(|id| !target.homes().iter().any(|home| there.contains(&(*home, id)))) {
            report.unmet(place.clone());
        }
    });
}

fn rows(record: &Record) -> HashSet<(&'static str, &str)> {
    let homes = Target::ALL.iter().flat_map(|target| target.homes());
    let lists = homes.filter_map(|home| Some((*home, record.rows(home)?)));
    lists
        .flat_map(|(home, list)| {
            let rows = (0..list.len()).filter_map(|index| list.row(index)?.row_id());
            rows.map(move |id| (home, id.as_str()))
        })
        .collect()
}
