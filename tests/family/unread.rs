//! What says from whom somebody must be kept, and cannot be read, lets nothing out.  domain.md 5.3

use crate::family::{approve, copy, day, id, record};
use serde_json::{Value, json};
use team_around::reading::family::{Refusal, prepared, release};
use team_around::record::RowId;
use team_around::wire::{read_text, write_record};

/// The family's record with a copy for Joss, approved, as a file; and as it is read after `change`.
fn changed(change: impl Fn(&mut Value)) -> (Vec<Refusal>, bool) {
    let mut record = record();
    record.plan.why = "There has been shouting and hitting.".into();
    record.sharing.never = "the red house".into();
    let joss = copy(&mut record, &["p-joss"], &["c-rhys"]);
    approve(&mut record, &joss);
    let mut file = write_record(&record);
    change(&mut file);
    refusals(&file.to_string(), &joss)
}

fn refusals(text: &str, joss: &RowId) -> (Vec<Refusal>, bool) {
    let record = read_text(text).record;
    let refused = release(&record, joss, day("2026-03-04").get().unwrap()).err().unwrap_or_default();
    let made = prepared(&record, joss).unwrap();
    assert_eq!(refused.contains(&Refusal::Unread), !made.unread.is_empty(), "who mends it is told where");
    let says_something = !made.copy.parts.is_empty();
    (refused, says_something)
}

#[test]
fn a_copy_goes_where_everything_can_be_read() {
    assert_eq!(changed(|_| {}), (vec![], true));
}

/// What is written there in the place of a member, by its pointer, and cannot be read.
fn hostile() -> Vec<(&'static str, Value)> {
    vec![
        ("/people/0/not_to_meet", json!({ "unread": "Dean" })),
        ("/people/0/not_to_meet", json!("p-dean")),
        ("/people/0/not_to_meet", json!(["p-99"])),
        ("/people/0/not_to_meet", json!(["P-DEAN "])),
        ("/people/0/not_to_meet", json!({ "p-dean": true })),
        ("/people/0/address_restricted", json!(true)),
        ("/people/0/address_restricted", json!("Yes!")),
        ("/people/0/address", json!(["18 Mill Street"])),
        ("/people/0/contact", json!({ "telephone": "07700 900 431" })),
        ("/people/2/may_receive_plan", json!(["full"])),
        ("/children/0/address_restricted", json!(1)),
        ("/children/1/name", json!(["Rhys"])),
        ("/sharing/never", json!(["the red house"])),
        ("/sharing/copies/0/withdrawn_on", json!(20_260_301)),
        ("/sharing/copies/0/children", json!("c-rhys")),
    ]
}

#[test]
fn what_protects_somebody_and_cannot_be_read_lets_nothing_out() {
    for (pointer, value) in hostile() {
        let (refused, says_something) = changed(|file| {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            file.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(key.to_owned(), value.clone());
        });
        assert!(refused.contains(&Refusal::Unread), "{pointer} {value}: {refused:?}");
        assert!(!says_something, "{pointer} {value}");
    }
}

#[test]
fn a_choice_that_cannot_be_read_lets_nothing_out() {
    let place = "plan/why";
    for choice in [
        json!({ "id": "x-1", "copy": "copy-1", "place": place, "decision": "leaveout" }),
        json!({ "id": "x-1", "copy": "copy-1", "place": place, "decision": ["leave-out"] }),
        json!({ "id": "x-1", "copy": "copy-1", "place": [place], "decision": "leave-out" }),
        json!({ "id": "x-1", "copy": ["copy-1"], "place": place, "decision": "leave-out" }),
    ] {
        let mut record = record();
        record.plan.why = "There has been shouting and hitting.".into();
        let joss = copy(&mut record, &["p-joss"], &["c-rhys"]);
        approve(&mut record, &joss);
        let mut file = write_record(&record);
        let text = choice.to_string().replace("copy-1", joss.as_str());
        file["sharing"]["choices"] = json!([serde_json::from_str::<Value>(&text).unwrap()]);
        let (refused, _) = refusals(&file.to_string(), &joss);
        assert!(refused.contains(&Refusal::Unread), "{choice}: {refused:?}");
    }
}

#[test]
fn two_copies_of_one_id_are_none() {
    let mut record = record();
    record.plan.why = "There has been shouting and hitting.".into();
    let joss = copy(&mut record, &["p-joss"], &["c-rhys"]);
    approve(&mut record, &joss);
    let second = record.sharing.copies[0].clone();
    record.sharing.copies.push(second);
    let refused = release(&record, &joss, day("2026-03-04").get().unwrap()).err().unwrap_or_default();
    assert!(refused.contains(&Refusal::Unread), "{refused:?}");
}

#[test]
fn what_was_mended_in_the_form_is_read_again() {
    let mut record = record();
    record.plan.why = "There has been shouting and hitting.".into();
    let joss = copy(&mut record, &["p-joss"], &["c-rhys"]);
    approve(&mut record, &joss);
    let mut file = write_record(&record);
    file["people"][0]["not_to_meet"] = json!("p-dean");
    let mut read = read_text(&file.to_string()).record;
    read.people[0].not_to_meet = team_around::record::Links::to(&[&id("p-dean")]);
    approve(&mut read, &joss);
    assert_eq!(refusals(&write_record(&read).to_string(), &joss).0, []);
}
