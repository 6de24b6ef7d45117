//! The plan and the record of a meeting are written at the same time, and neither undoes the other.

use crate::portal::Portal;
use crate::sent::{ADA, BRYN, DILYS, draft, meeting, record};
use serde_json::json;
use team_around::record::Record;
use team_around::wire::{EnvelopeKind, read_text};

const REVIEW: &str = "/plans/CIN-1042/meetings/m-2";

fn held(record: &Record, by: (&str, &str, &str)) -> String {
    meeting(EnvelopeKind::Draft, record, by, "m-2")
}

/// A decision of the meeting.
fn decided(record: &mut Record) {
    let text =
        r#"{"decisions":[{"id":"d-new","meeting":"m-2","what":"The stair gate is fitted this week."}]}"#;
    record.decisions.extend(read_text(text).record.decisions);
}

/// What a plan's page changes of the family and of the visits.
fn visited(record: &mut Record) {
    record.people[0].contact.write("01632 960777");
    record.visits.extend(read_text(r#"{"visits":[{"id":"v-new","on":"2026-03-13"}]}"#).record.visits);
}

#[test]
fn a_meeting_that_was_opened_before_leaves_the_plan_as_it_was_saved_meanwhile() {
    let portal = Portal::start();
    let (ada, dilys) = (portal.sign_in("ada"), portal.sign_in("dilys"));
    let (mut plan, mut minutes) = (record(&portal.data(&ada)), record(&portal.data(&dilys)));
    visited(&mut plan);
    decided(&mut minutes);
    assert_eq!(portal.send(&ada, 1, &draft(&plan, ADA)).status, 201);

    let text = held(&minutes, DILYS);
    let stored = portal.send_to(REVIEW, &dilys, 1, &text);

    assert_eq!((stored.status, stored.json()["version"].as_u64()), (201, Some(3)), "{}", stored.text());
    let now = record(&portal.data(&ada));
    assert_eq!(now.people[0].contact.trim(), "01632 960777");
    assert!(now.visits.iter().any(|row| row.id.as_str() == "v-new"));
    assert!(now.decisions.iter().any(|row| row.id.as_str() == "d-new"));
    assert_eq!(stored.json()["leftOut"], json!([]));
    let again = portal.send_to(REVIEW, &dilys, 1, &text);
    assert_eq!((again.status, again.json()["version"].as_u64()), (200, Some(3)), "{}", again.text());
}

#[test]
fn a_plan_that_was_opened_before_leaves_what_the_meeting_decided() {
    let portal = Portal::start();
    let (ada, dilys) = (portal.sign_in("ada"), portal.sign_in("dilys"));
    let (mut plan, mut minutes) = (record(&portal.data(&ada)), record(&portal.data(&dilys)));
    decided(&mut minutes);
    visited(&mut plan);
    assert_eq!(portal.send_to(REVIEW, &dilys, 1, &held(&minutes, DILYS)).status, 201);

    assert_eq!(portal.send(&ada, 1, &draft(&plan, ADA)).status, 201);

    let now = record(&portal.data(&ada));
    assert!(now.decisions.iter().any(|row| row.id.as_str() == "d-new"));
    assert_eq!(now.people[0].contact.trim(), "01632 960777");

    // The form still has no decision, which is nothing that its author left out.
    plan.plan.why.write("Said a minute later.");
    let headers = [("cookie", ada.as_str()), ("if-match", "\"3\""), ("x-opened", "\"1\"")];
    let later = portal.post("/plans/CIN-1042", &headers, draft(&plan, ADA).as_bytes());
    assert_eq!((later.status, &later.json()["leftOut"]), (201, &json!([])), "{}", later.text());
    assert_eq!(record(&portal.data(&ada)).decisions, now.decisions);
}

#[test]
fn where_both_answer_for_a_place_the_second_is_asked_and_keeping_it_undoes_nothing_else() {
    let portal = Portal::start();
    let (ada, dilys) = (portal.sign_in("ada"), portal.sign_in("dilys"));
    let (mut plan, mut minutes) = (record(&portal.data(&ada)), record(&portal.data(&dilys)));
    decided(&mut minutes);
    minutes.plan.actions[0].what.write("As it was agreed in the meeting.");
    plan.plan.actions[0].what.write("As it is wanted in the plan.");
    assert_eq!(portal.send_to(REVIEW, &dilys, 1, &held(&minutes, DILYS)).status, 201);
    let refused = portal.send(&ada, 1, &draft(&plan, ADA));
    assert_eq!(refused.status, 409);
    let differences = refused.json()["conflict"]["differences"].as_array().unwrap().clone();
    assert_eq!(differences.len(), 1, "{differences:?}");

    assert_eq!(portal.send(&ada, 2, &draft(&plan, ADA)).status, 201);

    let now = record(&portal.data(&ada));
    assert_eq!(now.plan.actions[0].what.trim(), "As it is wanted in the plan.");
    assert!(now.decisions.iter().any(|row| row.id.as_str() == "d-new"));
}

#[test]
fn what_belongs_to_the_other_document_is_named_and_not_stored() {
    let portal = Portal::start();
    let bryn = portal.sign_in("bryn");
    let mut plan = record(&portal.data(&bryn));
    decided(&mut plan);

    let stored = portal.send(&bryn, 1, &draft(&plan, BRYN));

    assert_eq!(stored.status, 201, "{}", stored.text());
    assert_eq!(stored.json()["leftOut"], json!(["Decision “The stair gate is fitted this week.”"]));
    assert!(record(&portal.data(&bryn)).decisions.iter().all(|row| row.id.as_str() != "d-new"));
}
