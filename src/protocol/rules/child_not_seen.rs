//! An assessment without each child having been seen.
//!
//! **Asks:** each child was seen, and the record says on which day it was last. A child who is not born yet cannot
//! be.
//! **Why:** what adults say about a child does not stand in for seeing the child, nor does a brother or sister.
//!
//! Source: HANTS-ASM-03, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::child::Child;
use crate::record::codes::YesNo;
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "child-not-seen", topic: Topic::Assessment, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.children.is_empty() {
        report.unknown(Place::home("children"));
    } else if record.all_unborn() {
        report.not_applicable();
    }
    for child in record.children.iter().filter(|child| !child.is_unborn()) {
        let seen = Child::seen.at(child);
        match child.seen.get() {
            Some(YesNo::Yes) => {
                report.wants_saying("day-missing", &child.last_seen_on, Child::last_seen_on.at(child));
            }
            Some(YesNo::No) => {
                report.unmet(seen).saying("not-seen");
            }
            None => {
                report.wants(&child.seen, seen);
            }
        }
    }
}
