//! Trials of the rules on the family, the wider network and the risks that people are told of.

use crate::trial::{on, row, says};
use team_around::record::codes::{DoneOrUnsafe, YesNo};
use team_around::record::people::{Person, Relationship};
use team_around::record::{Record, Typed};

const TODAY: &str = "2026-03-02";

#[test]
fn network_missing() {
    let mut record = Record::default();
    assert_eq!(says("network-missing", &record, TODAY), ["unmet network"]);
    record.network.push(row("n1"));
    assert_eq!(says("network-missing", &record, TODAY), ["unmet network/n1/contact [contact-missing]"]);
    record.network[0].contact = "01632 960001".into();
    assert_eq!(says("network-missing", &record, TODAY), ["met"]);
}

#[test]
fn risk_not_shared_with_parents() {
    let says = |record: &Record| says("risk-not-shared-with-parents", record, TODAY);
    let mut record = Record::default();
    assert_eq!(says(&record), ["not applicable"]);
    record.assessment.risks = vec![row("r1"), row("r2")];
    record.assessment.risks[0].shared_with_parents = Typed::Given(DoneOrUnsafe::Done);
    assert_eq!(says(&record), ["unmet assessment/risks/r2/shared_with_parents"]);
    record.assessment.risks[1].shared_with_parents = Typed::Given(DoneOrUnsafe::Unsafe);
    assert_eq!(says(&record), ["unmet assessment/risks/r2/unsafe_reason [unsafe-without-reason]"]);
    record.assessment.risks[1].unsafe_reason = "Strategy discussion of 20 February.".into();
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn risk_not_shared_with_manager() {
    let says = |record: &Record| says("risk-not-shared-with-manager", record, TODAY);
    let mut record = Record::default();
    assert_eq!(says(&record), ["not applicable"]);
    record.assessment.risks = vec![row("r1")];
    assert_eq!(says(&record), ["unmet assessment/risks/r1/shared_with"]);
    record.assessment.risks[0].shared_with = "Team Manager".into();
    assert_eq!(says(&record), ["unmet assessment/risks/r1/shared_on [day-missing]"]);
    record.assessment.risks[0].shared_on = on("2026-02-20");
    assert_eq!(says(&record), ["met"]);
}

#[test]
fn parent_summary_missing() {
    let mut record = Record::default();
    assert_eq!(says("parent-summary-missing", &record, TODAY), ["unmet plan/parent_summary"]);
    record.plan.parent_summary = "You take Mair to school. We pay for the bus.".into();
    assert_eq!(says("parent-summary-missing", &record, TODAY), ["met"]);
}

#[test]
fn family_views_of_everybody_who_counts() {
    let says = |record: &Record| says("family-views-not-sought", record, TODAY);
    let mut record = Record::default();
    assert_eq!(says(&record), ["unknown people"]);
    let relationships = [
        ("dad", Relationship::Father),
        ("partner", Relationship::PartnerOfParent),
        ("step", Relationship::StepParent),
        ("gran", Relationship::Grandparent),
        ("aunt", Relationship::OtherRelative),
    ];
    for (name, relationship) in relationships {
        let mut person: Person = row(name);
        person.relationship = Typed::Given(relationship);
        record.people.push(person);
    }
    record.people[0].in_household = Typed::Given(YesNo::No);
    record.people[0].parental_responsibility = Typed::Unread("?".to_owned());
    record.people[3].key_family = Typed::Given(YesNo::Yes);
    record.people.push(row("new"));
    assert_eq!(
        says(&record),
        [
            "unmet people/dad/views_sought",
            "unmet people/partner/views_sought",
            "unmet people/step/views_sought",
            "unmet people/gran/views_sought",
            "unknown people/new/relationship"
        ]
    );
}

#[test]
fn family_views_sought_or_unsafe() {
    let says = |record: &Record| says("family-views-not-sought", record, TODAY);
    let mut record = Record::default();
    record.people.push(row("mum"));
    record.people[0].relationship = Typed::Given(Relationship::Mother);
    record.people[0].views_sought = Typed::Given(DoneOrUnsafe::Unsafe);
    assert_eq!(says(&record), ["unmet people/mum/views_not_sought_reason [unsafe-without-reason]"]);
    record.people[0].views_not_sought_reason = "Team Manager: her partner reads her post.".into();
    assert_eq!(says(&record), ["met"]);
    record.people[0].views_sought = Typed::Given(DoneOrUnsafe::NotYet);
    assert_eq!(says(&record), ["met"], "not asked, and the record says why");
    record.people[0].views_not_sought_reason = "".into();
    assert_eq!(says(&record), ["unmet people/mum/views_sought"]);
    record.people[0].views_sought = Typed::Given(DoneOrUnsafe::Done);
    assert_eq!(says(&record), ["met"]);
}
