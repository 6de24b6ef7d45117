//! A key family member who was not asked for their views.
//!
//! **Asks:** each key family member was asked, or the record says why not: each parent and each partner of one,
//! wherever they live and with or without parental responsibility, and anybody marked as key family.
//! **Why:** the parent who lives elsewhere is the one most often forgotten.
//!
//! Source: HANTS-ASM-09, Assessments; domain/audit.md 1a.22, and the answer "unsafe" from there.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::codes::DoneOrUnsafe;
use crate::record::people::Person;
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "family-views-not-sought", topic: Topic::Family, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.people.is_empty() {
        report.unknown(Place::home("people"));
    }
    for person in &record.people {
        if person.is_key_family() {
            asked(person, report);
        } else if person.relationship.given().is_none() && person.key_family.given().is_none() {
            report.unknown(Person::relationship.at(person));
        }
    }
}

fn asked(person: &Person, report: &mut Report) {
    let reason = &person.views_not_sought_reason;
    if person.views_sought.is(DoneOrUnsafe::NotYet) && !reason.is_blank() {
        return;
    }
    let sought = (&person.views_sought, Person::views_sought.at(person));
    report.wants_done(sought, (reason, Person::views_not_sought_reason.at(person)));
}
