//! Who approves a copy is somebody else than who prepared it, and than who allowed something in it.  domain.md 5.3

use crate::family::{approve, copy, day, decide, record};
use team_around::reading::family::{Refusal, may_be_one, release};
use team_around::record::sharing::{CopyDecision, PreparedCopy};

#[test]
fn one_name_in_two_ways_is_one_person() {
    for other in [
        "Okafor, Ada",
        "A. Okafor",
        "ada",
        "Ada Okafor.",
        "Ada\u{200B} Okafor",
        "АDA OKAFOR",
        "Ms Ada  Okafor",
        "OKAFOR A",
        "Áda Okafor",
        "Ada Okafor (lead)",
    ] {
        assert!(may_be_one("Ada Okafor", other), "{other}");
        assert!(may_be_one(other, "Ada Okafor"), "{other}");
    }
    for other in ["", " ", "Bryn Parry", "Ada Parry", "Bola Okafor", "B. Okafor", "u-2"] {
        assert!(!may_be_one("Ada Okafor", other), "{other}");
    }
    assert!(!may_be_one("", ""));
    assert!(!may_be_one("u-1", "u-2"));
    assert!(!may_be_one("u-1", "u-12"), "a figure is no initial");
    assert!(may_be_one("u-1", "u-1"));
}

type Break = (fn(&mut PreparedCopy), Refusal);

#[test]
fn an_approval_that_cannot_be_is_none() {
    let breaks: [Break; 4] = [
        (|row| row.approved_by = "Notreal, S.".into(), Refusal::OwnApproval),
        (|row| row.approved_on = day("2099-01-01"), Refusal::NotApproved),
        (|row| row.approved_on = day("2020-01-01"), Refusal::NotApproved),
        (|row| row.prepared_on = day("2099-01-01"), Refusal::NoAuthor),
    ];
    for (at, (breaks, refusal)) in breaks.into_iter().enumerate() {
        let mut record = record();
        record.plan.why = "There has been shouting and hitting.".into();
        let joss = copy(&mut record, &["p-joss"], &["c-rhys"]);
        approve(&mut record, &joss);
        breaks(&mut record.sharing.copies[0]);
        let refused = release(&record, &joss, day("2026-03-04").get().unwrap()).err().unwrap_or_default();
        assert!(refused.contains(&refusal), "{at}: {refused:?}");
    }
}

#[test]
fn whoever_allowed_something_does_not_approve_it() {
    let mut record = record();
    record.plan.why = "There has been shouting and hitting.".into();
    let joss = copy(&mut record, &["p-joss"], &["c-rhys"]);
    decide(&mut record, &joss, "plan/why", CopyDecision::Reword);
    let choice = record.sharing.choices.last_mut().unwrap();
    choice.wording = "People shouted.".into();
    choice.by = "bryn  OTHER".into();
    approve(&mut record, &joss);
    record.sharing.copies[0].approved_by = "Other, Bryn".into();
    let on = day("2026-03-04").get().unwrap();
    let refused = release(&record, &joss, on).err().unwrap_or_default();
    assert_eq!(refused, [Refusal::OwnDecision]);
    record.sharing.copies[0].approved_by = "Cerys Third".into();
    assert_eq!(release(&record, &joss, on).err(), None);
}
