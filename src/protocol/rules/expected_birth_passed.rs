//! A day on which a birth was expected that has passed, and no date of birth.
//!
//! **Asks:** once that day has passed, the child has a date of birth.
//! **Why:** until then the child counts as not born, and nobody is asked whether the child was seen or heard.
//!
//! Source: ours.

use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::child::Child;

/// See the module.
pub static RULE: Rule = Rule { code: "expected-birth-passed", topic: Topic::Child, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let mut applies = false;
    for child in record.children.iter().filter(|child| !child.expected_date_of_birth.is_blank()) {
        applies = true;
        match child.expected_date_of_birth.get() {
            Some(expected) if expected < terms.today => {
                if let Some(finding) = report.wants(&child.date_of_birth, Child::date_of_birth.at(child)) {
                    finding.with("expected", Fact::Day(expected));
                }
            }
            None if child.date_of_birth.get().is_none() => {
                report.unknown(Child::expected_date_of_birth.at(child));
            }
            _ => {}
        }
    }
    if !applies {
        report.not_applicable();
    }
}
