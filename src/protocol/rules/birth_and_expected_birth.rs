//! A child with both a date of birth and a day on which the birth is expected.
//!
//! **Asks:** one of the two, not both.
//! **Why:** the census has room for one, and a day expected is wrong once the child is born.
//!
//! Source: ours, after DfE rule 8525Q (domain.md 3.4).

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::child::Child;
use crate::record::{Record, Typed};

/// See the module.
pub static RULE: Rule = Rule { code: "birth-and-expected-birth", topic: Topic::Answers, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for child in &record.children {
        let place = Child::expected_date_of_birth.at(child);
        match (&child.date_of_birth, &child.expected_date_of_birth) {
            (Typed::Blank, _) | (_, Typed::Blank) => {}
            (Typed::Given(_), Typed::Given(_)) => {
                report.unmet(place);
            }
            _ => {
                report.unknown(place);
            }
        }
    }
}
