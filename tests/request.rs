//! A request to an agency holds what the list allows, and nothing else that the record knows.

mod generated;

use serde_json::{Value, json};
use std::collections::BTreeSet;
use team_around::reading::{Refused, request};
use team_around::record::{Audience, Link, Record, RowId, Typed};
use team_around::wire::{Envelope, read_record, read_text, write_record};
use team_around::words::{Language, Words};

/// Every question whose answer may reach an agency, as domain.md 2.3 G needs it for a report.
const MAY_GO: [&str; 38] = [
    "child.name",
    "child.preferred_name",
    "child.date_of_birth",
    "child.expected_date_of_birth",
    "agency.name",
    "agency.kind",
    "professional.name",
    "professional.role",
    "professional.role_detail",
    "professional.agency",
    "need.what",
    "outcome.what",
    "outcome.baseline",
    "outcome.measure",
    "outcome.target_date",
    "outcome.status",
    "action.what",
    "action.outcome",
    "action.owner",
    "action.due",
    "action.repeats_every",
    "action.repeats_unit",
    "action.measure",
    "action.status",
    "action.completed_on",
    "meeting.kind",
    "meeting.kind_detail",
    "meeting.on",
    "meeting.at_time",
    "meeting.venue",
    "meeting.purpose",
    "agency-report.agency",
    "agency-report.meeting",
    "agency-report.mode",
    "agency-report.period_from",
    "agency-report.knowledge",
    "reported-progress.outcome",
    "reported-progress.report",
];

fn id(text: &str) -> RowId {
    RowId::new(text).unwrap()
}

fn canaries(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.extend(text.strip_prefix("canary ").map(str::to_owned));
        }
        Value::Array(items) => items.iter().for_each(|item| canaries(item, found)),
        Value::Object(members) => members.values().for_each(|member| canaries(member, found)),
        _ => {}
    }
}

/// A full record in which the second action, professional and agency have no link to the first agency.
fn full() -> Record {
    let mut record = generated::full(2);
    record.professionals[1].agency = Link::to(&id("agencies-2"));
    record.plan.actions[1].owner = Link::to(&id("professionals-2"));
    for outcome in &mut record.plan.outcomes {
        outcome.status = Typed::Blank;
    }
    record.plan.actions[0].owner = Link::to(&id("professionals-1"));
    record.carried.push(("new".to_owned(), json!("canary carried")));
    record.children[0].carried.push(("new".to_owned(), json!("canary carried child")));
    record.meetings[0].carried.push(("new".to_owned(), json!("canary carried meeting")));
    record
}

#[test]
fn only_what_the_list_allows_is_in_the_json_of_a_request() {
    let record = full();
    let sent = request(&record, &id("meetings-1"), &id("agencies-1")).unwrap();
    let json = Envelope::request(sent, &id("meetings-1"), &id("agencies-1")).write();
    let mut found = BTreeSet::new();
    canaries(&json, &mut found);
    let expected: BTreeSet<String> = [
        "child.name children-1",
        "child.preferred_name children-1",
        "child.name children-2",
        "child.preferred_name children-2",
        "agency.name agencies-1",
        "professional.name professionals-1",
        "professional.role_detail professionals-1",
        "need.what plan-needs-1",
        "need.what plan-needs-2",
        "outcome.what plan-outcomes-1",
        "outcome.baseline plan-outcomes-1",
        "outcome.measure plan-outcomes-1",
        "outcome.what plan-outcomes-2",
        "outcome.baseline plan-outcomes-2",
        "outcome.measure plan-outcomes-2",
        "action.what plan-actions-1",
        "action.measure plan-actions-1",
        "meeting.kind_detail meetings-1",
        "meeting.at_time meetings-1",
        "meeting.venue meetings-1",
        "meeting.purpose meetings-1",
    ]
    .map(str::to_owned)
    .into();
    assert_eq!(found, expected);
    assert!(!json.to_string().contains("agencies-2") && !json.to_string().contains("professionals-2"));
}

/// Days, codes and links have no canary, so every question that has any answer is looked at too.
#[test]
fn every_question_answered_in_a_request_is_listed_and_none_is_restricted() {
    let sent = request(&full(), &id("meetings-1"), &id("agencies-1")).unwrap();
    sent.each_answer(&mut |place, field, answer| {
        if !answer.to_json().is_null() {
            assert!(MAY_GO.contains(&field.words_key().as_str()), "{place}");
            assert_ne!(field.audience, Audience::Restricted, "{place}");
        }
    });
    sent.each_carried(&mut |place, key, _| panic!("{place} {key}"));
    let known: BTreeSet<String> = generated::shapes()
        .iter()
        .flat_map(|shape| shape.fields.iter().map(|field| field.words_key()))
        .collect();
    let unknown: Vec<_> = MAY_GO.iter().filter(|key| !known.contains(**key)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn no_arbitrary_record_lets_anything_else_through() {
    for seed in 0..300 {
        let mut record = generated::record(seed, 3);
        record.meetings.truncate(1);
        let (Some(meeting), Some(agency)) = (record.meetings.first(), record.agencies.first()) else {
            continue;
        };
        let sent = request(&record, &meeting.id, &agency.id).unwrap();
        sent.each_answer(&mut |place, field, answer| {
            let said = !answer.to_json().is_null();
            assert!(!said || MAY_GO.contains(&field.words_key().as_str()), "{place}");
        });
        assert_eq!(read_record(&write_record(&sent)).record, sent);
    }
}

const STORY: &str = r#"{
  "children": [{ "id": "c-1", "name": "Osian Vance", "date_of_birth": "2017-05-09", "address": "3 Mill Lane" }],
  "agencies": [{ "id": "ag-1", "name": "Ysgol Bryn", "kind": "education" }, { "id": "ag-2", "kind": "police" }],
  "plan": { "outcomes": [{ "id": "o-1" }, { "id": "o-2", "status": "achieved" }, { "id": "o-3", "status": "worse" }] },
  "meetings": [
    { "id": "m-0", "kind": "cin-planning", "status": "held", "on": "2026-01-12" },
    { "id": "m-1", "kind": "cin-review", "status": "held", "on": "2026-03-02" },
    { "id": "m-x", "kind": "professionals", "status": "held", "on": "2026-03-20" },
    { "id": "m-c", "kind": "cin-review", "status": "cancelled", "on": "2026-03-23" },
    { "id": "m-2", "kind": "cin-review", "status": "planned", "on": "2026-04-13" },
    { "id": "m-3", "kind": "cin-review", "status": "held", "on": "2026-06-01" }
  ],
  "reports": [{ "id": "r-1", "agency": "ag-1", "meeting": "m-1", "worries": "Late twice a week" }]
}"#;

#[test]
fn a_report_is_prepared_from_the_day_of_the_last_meeting_held_of_the_series() {
    let record = read_text(STORY).record;
    let sent = request(&record, &id("m-2"), &id("ag-1")).unwrap();
    let report = &sent.reports[0];
    let written = write_record(&sent);
    assert_eq!(
        written["reports"],
        json!([{ "id": report.id.as_str(), "agency": "ag-1", "mode": "written", "period_from": "2026-03-02",
                 "knowledge": ["education"], "meeting": "m-2" }])
    );
    let outcomes: Vec<_> =
        sent.reported_progress.iter().map(|row| row.outcome.id().unwrap().as_str()).collect();
    assert_eq!(outcomes, ["o-1", "o-3"], "achieved is no longer to be reached");
    assert!(
        sent.reported_progress.iter().all(|row| row.report.id() == Some(&report.id) && row.status.is_blank())
    );
    assert!(!written.to_string().contains("Late twice") && !written.to_string().contains("Mill Lane"));
    let first = request(&record, &id("m-0"), &id("ag-2")).unwrap();
    assert!(first.reports[0].period_from.is_blank());
    assert_eq!(write_record(&first)["reports"][0]["knowledge"], json!(["other"]));
}

#[test]
fn the_same_rows_are_prepared_each_time_and_others_for_others() {
    let record = read_text(STORY).record;
    let ask = |meeting: &str, agency: &str| request(&record, &id(meeting), &id(agency)).unwrap();
    assert_eq!(ask("m-2", "ag-1"), ask("m-2", "ag-1"));
    let ids = |sent: &Record| -> Vec<RowId> {
        let rows = sent.reported_progress.iter().map(|row| row.id.clone());
        rows.chain(sent.reports.iter().map(|row| row.id.clone())).collect()
    };
    let all: Vec<RowId> = [("m-2", "ag-1"), ("m-2", "ag-2"), ("m-3", "ag-1")]
        .into_iter()
        .flat_map(|(meeting, agency)| ids(&ask(meeting, agency)))
        .collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    assert_eq!(
        ask("m-1", "ag-1").reports[0].id,
        id("r-1"),
        "a row that awaits the report is the one it fills"
    );
}

#[test]
fn a_meeting_or_an_agency_that_is_not_there_is_refused() {
    let record = read_text(STORY).record;
    assert_eq!(request(&record, &id("m-9"), &id("ag-1")), Err(Refused::NoMeeting));
    assert_eq!(request(&record, &id("m-1"), &id("ag-9")), Err(Refused::NoAgency));
    for language in Language::ALL.map(Words::of) {
        for refused in [Refused::NoMeeting, Refused::NoAgency] {
            assert!(language.say(refused.words_key()).is_some());
        }
    }
}
