//! A record without a child.
//!
//! **Asks:** at least one child is on the record.
//! **Why:** everything else is about that child.
//!
//! Source: ours.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "child-missing", topic: Topic::Child, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.children.is_empty() {
        report.unmet(Place::home("children"));
    }
}
