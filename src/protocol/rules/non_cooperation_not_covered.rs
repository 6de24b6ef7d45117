//! A plan that does not say what happens if parents do not take part.
//!
//! **Asks:** the contingency says what happens then.
//! **Why:** parents should know it beforehand and not learn it when it happens.
//!
//! Source: CALD-MEET-04, What are the expectations?

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::contingency::Contingency;

/// See the module.
pub static RULE: Rule = Rule { code: "non-cooperation-not-covered", topic: Topic::Contingency, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.contingency.non_cooperation.is_blank() {
        report.unmet(Contingency::non_cooperation.here());
    }
}
