//! What the element sends is checked, stored and answered with a receipt.

use crate::portal::Portal;
use crate::sent::{ADA, BRYN, draft, record, set_aside_what_stops, submission};
use sha2::{Digest, Sha256};

#[test]
fn a_draft_is_stored_with_whatever_is_missing_and_answered_with_a_receipt() {
    let portal = Portal::start();
    let cookie = portal.sign_in("ada");
    let mut record = record(&portal.data(&cookie));
    record.plan.exit_criteria.write("Ifan sleeps, and nobody has come to the door.");
    let text = draft(&record, ADA);

    let answer = portal.send(&cookie, 1, &text);

    assert_eq!(answer.status, 201, "{}", answer.text());
    let receipt = answer.json();
    assert_eq!(receipt["version"], 2);
    assert_eq!(answer.header("etag"), "\"2\"");
    let digest: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(receipt["hash"], digest);
    assert!(receipt["id"].as_str().is_some_and(|id| id.len() >= 16));
    assert!(receipt["at"].as_str().is_some_and(|at| at.ends_with('Z')));
    let stored = portal.data(&cookie);
    assert_eq!(stored["version"], 2);
    assert_eq!(stored["record"]["plan"]["exit_criteria"], "Ifan sleeps, and nobody has come to the door.");
}

#[test]
fn a_plan_that_something_stops_is_not_made_final() {
    let portal = Portal::start();
    let cookie = portal.sign_in("ada");
    let mut record = record(&portal.data(&cookie));
    record.overrides.clear();

    let answer = portal.send(&cookie, 1, &submission(&record, ADA));

    assert_eq!(answer.status, 422);
    assert!(answer.message().contains("cannot be made final"), "{}", answer.message());
    let stops: Vec<String> = crate::sent::findings(&record)
        .iter()
        .filter(|finding| finding.stops())
        .map(|finding| finding.place.to_string())
        // Whether Mali comes to the next meeting is for the meeting's own record.
        .filter(|place| !place.starts_with("children_at_meetings/"))
        .collect();
    assert!(!stops.is_empty());
    assert_eq!(answer.places(), stops);
    assert_eq!(portal.data(&cookie)["version"], 1);
}

#[test]
fn a_plan_is_final_once_each_rule_that_stops_it_is_set_aside_with_a_reason() {
    let portal = Portal::start();
    let cookie = portal.sign_in("bryn");
    let mut record = record(&portal.data(&cookie));
    set_aside_what_stops(&mut record, BRYN);

    let answer = portal.send(&cookie, 1, &submission(&record, BRYN));

    assert_eq!(answer.status, 201, "{}", answer.text());
    let list = portal.get("/plans", &cookie);
    assert!(list.text().contains("Agreed by telephone with the family."));
    assert!(list.text().contains("Final"));
}

#[test]
fn what_was_set_aside_in_a_stored_version_may_be_sent_on_by_somebody_else() {
    let portal = Portal::start();
    let (ada, bryn) = (portal.sign_in("ada"), portal.sign_in("bryn"));
    let mut record = record(&portal.data(&ada));
    set_aside_what_stops(&mut record, BRYN);
    assert_eq!(portal.send(&bryn, 1, &draft(&record, BRYN)).status, 201);

    let stored = crate::sent::record(&portal.data(&ada));
    assert!(stored.overrides.iter().any(|row| row.name.trim() == BRYN.1));
    assert_eq!(portal.send(&ada, 2, &draft(&stored, ADA)).status, 201);
}

#[test]
fn the_same_text_sent_twice_has_one_receipt() {
    let portal = Portal::start();
    let cookie = portal.sign_in("ada");
    let text = draft(&record(&portal.data(&cookie)), ADA);

    let (first, again) = (portal.send(&cookie, 1, &text), portal.send(&cookie, 1, &text));

    assert_eq!((first.status, again.status), (201, 200));
    assert_eq!(first.json(), again.json());
    assert_eq!(portal.data(&cookie)["version"], 2);
}
