//! A date of birth that has not come yet.
//!
//! **Asks:** nobody was born after today.
//! **Why:** it is a slip of the pen, and ages are counted from it.
//!
//! Source: ours.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::child::Child;
use crate::record::people::Person;

/// See the module.
pub static RULE: Rule = Rule { code: "birth-in-the-future", topic: Topic::Answers, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for child in &record.children {
        if child.date_of_birth.get().is_some_and(|born| born > terms.today) {
            report.unmet(Child::date_of_birth.at(child));
        }
    }
    for person in &record.people {
        if person.date_of_birth.get().is_some_and(|born| born > terms.today) {
            report.unmet(Person::date_of_birth.at(person));
        }
    }
}
