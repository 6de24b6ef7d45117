//! An assessment without the child having been seen.
//!
//! **Asks:** the child was seen, and the record says on which day it was last. A child who is not born yet cannot
//! be.
//! **Why:** what adults say about a child does not stand in for seeing the child.
//!
//! Source: HANTS-ASM-03, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::assessment::Assessment;
use crate::record::codes::YesNo;

/// See the module.
pub static RULE: Rule = Rule { code: "child-not-seen", topic: Topic::Assessment, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.all_unborn() {
        return report.not_applicable();
    }
    let assessment = &record.assessment;
    let seen = Assessment::child_seen.here();
    match assessment.child_seen.get() {
        Some(YesNo::Yes) => {
            let place = Assessment::child_last_seen_on.here();
            report.wants_saying("day-missing", &assessment.child_last_seen_on, place);
        }
        Some(YesNo::No) => {
            report.unmet(seen).saying("not-seen");
        }
        None => {
            report.wants(&assessment.child_seen, seen);
        }
    }
}
