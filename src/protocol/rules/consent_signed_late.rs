//! A form about sharing information that was signed after the assessment began.
//!
//! **Asks:** each parent or child who signed had signed by the day on which the assessment began; that day itself
//! is in time.
//! **Why:** what people say in an assessment is shared from its first day.
//!
//! Source: HANTS-INFO-04, Information sharing; domain.md 1.5.7.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::assessment::Assessment;
use crate::record::consent::{Consent, ConsentStatus};
use crate::record::{Record, RowId, first_by_id};
use chrono::NaiveDate;

/// See the module.
pub static RULE: Rule = Rule { code: "consent-signed-late", topic: Topic::Sharing, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let parents = record.people.iter().filter(|person| person.is_parent()).map(|person| &person.id);
    let asked = parents.chain(record.children.iter().map(|child| &child.id));
    let signed: Vec<Vec<&Consent>> =
        asked.map(|id| signed_by(id, record)).filter(|consents| !consents.is_empty()).collect();
    if signed.is_empty() {
        return report.not_applicable();
    }
    let Some(began) = record.assessment.started_on.get() else {
        report.unknown(Assessment::started_on.here());
        return;
    };
    for consents in signed {
        first_in_time(&consents, began, report);
    }
}

fn signed_by<'a>(person: &RowId, record: &'a Record) -> Vec<&'a Consent> {
    let signed =
        |consent: &&Consent| consent.status.is(ConsentStatus::Signed) || !consent.signed_on.is_blank();
    record.consents_of(person).filter(signed).collect()
}

/// A form that was signed again later does not make the first one late.
fn first_in_time(consents: &[&Consent], began: NaiveDate, report: &mut Report) {
    if consents.iter().any(|consent| consent.signed_on.get().is_some_and(|day| day <= began)) {
        return;
    }
    let undated = first_by_id(consents.iter().copied().filter(|consent| consent.signed_on.get().is_none()));
    if let Some(consent) = undated {
        report.unknown(Consent::signed_on.at(consent));
    } else if let Some(consent) = consents.iter().min_by_key(|one| (one.signed_on.get(), &one.id)) {
        report.unmet(Consent::signed_on.at(consent)).by(began, None);
    }
}
