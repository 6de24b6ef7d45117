//! A parent without a record of what they were told and agreed to about sharing information.
//!
//! **Asks:** for each mother and father, wherever they live and with or without parental responsibility, there is
//! a record: signed and on which day, refused, withdrawn, or not asked or not appropriate and why.
//! **Why:** the group must know what each parent was told before it shares what they said.
//!
//! Source: HANTS-INFO-02, Information sharing; domain/audit.md 1a.23. A step-parent is not counted as a parent.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::consent::{Consent, ConsentStatus};
use crate::record::people::Person;
use crate::record::{Place, Record, RowId, first_by_id};

/// See the module.
pub static RULE: Rule = Rule { code: "parent-without-consent-record", topic: Topic::Sharing, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.people.is_empty() {
        report.unknown(Place::home("people"));
    } else if !record.people.iter().any(|person| person.is_parent()) {
        report.not_applicable();
    }
    for person in &record.people {
        if person.is_parent() {
            wants_record(&person.id, record, report);
        } else if person.relationship.given().is_none() {
            report.unknown(Person::relationship.at(person));
        }
    }
}

/// Asks for a record of this person's agreement. Where there are several, one that is complete is enough.
pub(super) fn wants_record(person: &RowId, record: &Record, report: &mut Report) {
    if record.consents_of(person).any(Consent::is_complete) {
        return;
    }
    match first_by_id(record.consents_of(person)) {
        Some(consent) => wants_rest(consent, report),
        None => _ = report.unmet(Place::home("consents")),
    }
}

fn wants_rest(consent: &Consent, report: &mut Report) {
    match consent.status.get() {
        Some(ConsentStatus::Signed) => {
            report.wants_saying("day-missing", &consent.signed_on, Consent::signed_on.at(consent));
        }
        Some(_) => {
            let place = Consent::status_reason.at(consent);
            report.wants_saying("reason-missing", &consent.status_reason, place);
        }
        None => {
            report.wants(&consent.status, Consent::status.at(consent));
        }
    }
}
