//! No word on a Family Group Conference.
//!
//! **Asks:** the contingency says where a Family Group Conference stands; "not considered" is an answer.
//! **Why:** the wider family can offer help early, if somebody asks them.
//!
//! Source: CALD-CONT-04, What if progress is not being made?, footnote 4.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::contingency::Contingency;

/// See the module.
pub static RULE: Rule =
    Rule { code: "family-group-conference-not-answered", topic: Topic::Contingency, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.contingency.family_group_conference.is_blank() {
        report.unmet(Contingency::family_group_conference.here());
    }
}
