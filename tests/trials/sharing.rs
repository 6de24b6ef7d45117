//! Trials of the rules on sharing information.

use crate::trial::{id, on, row, says};
use team_around::record::consent::{Consent, ConsentStatus};
use team_around::record::people::{Person, Relationship};
use team_around::record::{Link, Record, Typed};

const TODAY: &str = "2026-03-02";

fn person(name: &str, relationship: Relationship) -> Person {
    let mut person: Person = row(name);
    person.relationship = Typed::Given(relationship);
    person
}

fn consent(name: &str, of: &str, status: ConsentStatus) -> Consent {
    let mut consent: Consent = row(name);
    consent.person = Link::to(&id(of));
    consent.status = Typed::Given(status);
    consent
}

#[test]
fn parent_without_consent_record() {
    let says = |record: &Record| says("parent-without-consent-record", record, TODAY);
    let mut record = Record::default();
    assert_eq!(says(&record), ["unknown people"]);
    record.people = vec![person("gran", Relationship::Grandparent), person("step", Relationship::StepParent)];
    assert_eq!(says(&record), ["not applicable"], "no parent among them");
    record.people.push(person("mum", Relationship::Mother));
    record.people.push(person("dad", Relationship::Father));
    record.consents = vec![consent("k1", "mum", ConsentStatus::Refused)];
    assert_eq!(says(&record), ["unmet consents"], "a refusal is a record; the father has none");
    record.consents.push(consent("k2", "dad", ConsentStatus::Signed));
    assert_eq!(says(&record), ["unmet consents/k2/signed_on [day-missing]"]);
    record.consents[1].signed_on = Typed::Unread("31/02/2026".to_owned());
    assert_eq!(says(&record), ["unknown consents/k2/signed_on"]);
    record.consents[1].signed_on = on("2026-01-12");
    assert_eq!(says(&record), ["met"]);
    record.people.push(row("new"));
    assert_eq!(says(&record), ["unknown people/new/relationship"]);
}

#[test]
fn child_without_consent_record() {
    let says = |record: &Record| says("child-without-consent-record", record, TODAY);
    let mut record = Record::default();
    assert_eq!(says(&record), ["unknown children"]);
    record.children.push(row("c1"));
    record.children[0].expected_date_of_birth = on("2026-06-01");
    assert_eq!(says(&record), ["not applicable"], "not born yet");
    record.children[0].expected_date_of_birth = Typed::Blank;
    assert_eq!(says(&record), ["unmet consents"]);
    record.consents = vec![row("k1")];
    record.consents[0].person = Link::to(&id("c1"));
    assert_eq!(says(&record), ["unmet consents/k1/status"]);
    for status in [ConsentStatus::NotAppropriate, ConsentStatus::NotAsked] {
        record.consents = vec![consent("k1", "c1", status)];
        assert_eq!(says(&record), ["unmet consents/k1/status_reason [reason-missing]"]);
        record.consents[0].status_reason = "Aged two.".into();
        assert_eq!(says(&record), ["met"]);
    }
    record.consents.push(consent("k2", "c1", ConsentStatus::Signed));
    assert_eq!(says(&record), ["met"], "one complete record is enough");
    record.consents = vec![consent("k1", "c1", ConsentStatus::Refused)];
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn consent_signed_late() {
    let says = |record: &Record| says("consent-signed-late", record, TODAY);
    let people = vec![person("mum", Relationship::Mother), person("gran", Relationship::Grandparent)];
    let consents =
        vec![consent("k0", "gran", ConsentStatus::Signed), consent("k1", "mum", ConsentStatus::Refused)];
    let mut record = Record { people, consents, ..Record::default() };
    assert_eq!(says(&record), ["not applicable"], "no parent or child signed");
    record.consents[1] = consent("k1", "mum", ConsentStatus::Signed);
    record.consents[1].signed_on = on("2026-01-12");
    assert_eq!(says(&record), ["unknown assessment/started_on"]);
    record.assessment.started_on = on("2026-01-12");
    assert_eq!(says(&record), ["met"], "the same day is in time");
    record.assessment.started_on = on("2026-01-11");
    assert_eq!(says(&record), ["unmet 2026-01-11 consents/k1/signed_on"], "a day late");
    record.consents.push(consent("k2", "mum", ConsentStatus::Signed));
    assert_eq!(says(&record), ["unknown consents/k2/signed_on"]);
    record.consents[2].signed_on = on("2026-01-09");
    assert_eq!(says(&record), ["met"], "signed in time, and again later");
}
