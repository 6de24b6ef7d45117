//! A council's number for a child that the census would refuse.
//!
//! **Asks:** it has at most 20 characters, all of them letters and figures.
//! **Why:** a return with another one is sent back.
//!
//! Source: ours, after DfE rules 1570 and 1580 (domain.md 3.4).

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::child::Child;

/// See the module.
pub static RULE: Rule = Rule { code: "la-child-id-unsound", topic: Topic::Answers, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for child in &record.children {
        let id = child.la_child_id.trim();
        if id.len() > 20 || !id.chars().all(|c| c.is_ascii_alphanumeric()) {
            report.unmet(Child::la_child_id.at(child));
        }
    }
}
