//! What a document stores of what its page sent: all that it answers for, and nothing else.

mod generated;

use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use team_around::protocol::{OF_A_PLAN, Scope};
use team_around::record::{Place, Record};
use team_around::wire::{only_what_it_answers_for, read_text, write_record};

/// What stands in a section or list, by its path in the file.
fn at<'a>(record: &'a Value, home: &str) -> &'a Value {
    home.split('/').filter(|part| !part.is_empty()).fold(record, |value, part| &value[part])
}

/// The answers of a section that stand in no list or section of its own.
fn own(record: &Value, home: &str) -> Value {
    let shape = generated::shapes().into_iter().find(|shape| shape.home == home).unwrap();
    let inner: BTreeSet<&str> = generated::shapes().iter().map(|shape| shape.home).collect();
    let is_inner = |key: &str| inner.contains([home, key].join("/").trim_start_matches('/'));
    let given = at(record, shape.home).as_object().cloned().unwrap_or_default();
    given.into_iter().filter(|(key, _)| !is_inner(key)).collect()
}

/// The sections and lists that are taken whole or not at all.
fn homes() -> impl Iterator<Item = &'static str> {
    let homes = generated::shapes().into_iter().map(|shape| shape.home);
    homes.filter(|home| !["meetings", "overrides"].contains(home))
}

fn is_list(record: &Record, home: &str) -> bool {
    record.rows(home).is_some()
}

fn each_place_is_of_one_side(latest: &Record, sent: &Record, scope: Scope) {
    let stored = only_what_it_answers_for(latest, sent, scope);
    let [latest, sent, written] = [latest, sent, &stored].map(write_record);
    for home in homes() {
        let expected = if scope.takes(home) { &sent } else { &latest };
        if is_list(&stored, home) {
            assert_eq!(at(&written, home), at(expected, home), "{home}");
        } else {
            assert_eq!(own(&written, home), own(expected, home), "{home}");
        }
    }
}

/// The rules set aside at places that this document answers for, or that it does not.
fn set_aside(record: &Record, scope: Scope, own: bool) -> BTreeSet<String> {
    let is_own =
        |place: &str| Place::read(place).is_none_or(|place| place.home.is_empty() || scope.covers(&place));
    let rows = record.overrides.iter().filter(|row| is_own(&row.place) == own);
    rows.map(|row| format!("{row:?}")).collect()
}

/// One rule set aside at a place of the meeting, and one at a place of the plan.
fn with_overrides(mut record: Record, said: &str) -> Record {
    let text = format!(
        r#"{{"overrides":[{{"id":"o-{said}-1","place":"attendance/x-1/invited","reason":"{said}"}},
        {{"id":"o-{said}-2","place":"children/c-1/name","reason":"{said}"}}]}}"#
    );
    record.overrides = read_text(&text).record.overrides;
    record
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_document_answers_for_is_as_sent_and_the_rest_as_it_stood(one: u64, other: u64) {
        let (latest, sent) = (generated::record(one, 2), generated::record(other, 2));
        for scope in [Scope::Plan, Scope::Meeting] {
            each_place_is_of_one_side(&latest, &sent, scope);
        }
    }

    #[test]
    fn a_plan_takes_its_own_questions_about_a_meeting_and_no_others(one: u64, other: u64) {
        let (latest, sent) = (generated::record(one, 2), generated::record(other, 2));
        let stored = only_what_it_answers_for(&latest, &sent, Scope::Plan);
        stored.each_answer(&mut |place, field, answer| {
            if place.home != "meetings" { return }
            let of_plan = OF_A_PLAN.contains(&field.key) && sent.section(&Place { key: None, ..place.clone() }).is_some();
            let expected = if of_plan { sent.answer(place) } else { latest.answer(place) };
            assert_eq!(answer.to_json(), expected.map(|answer| answer.to_json()).unwrap_or_default(), "{place}");
        });
        for row in &sent.meetings {
            assert!(stored.meeting(&row.id).is_some(), "a meeting that the plan has is not stored");
        }
        let whole = only_what_it_answers_for(&latest, &sent, Scope::Meeting);
        assert_eq!(whole.meetings, sent.meetings);
    }
}

#[test]
fn a_rule_is_set_aside_by_the_document_that_answers_for_its_place() {
    let (latest, sent) =
        (with_overrides(Record::default(), "latest"), with_overrides(Record::default(), "sent"));
    for scope in [Scope::Plan, Scope::Meeting] {
        let stored = only_what_it_answers_for(&latest, &sent, scope);
        assert_eq!(set_aside(&stored, scope, true), set_aside(&sent, scope, true));
        assert_eq!(set_aside(&stored, scope, false), set_aside(&latest, scope, false));
        assert_eq!(stored.overrides.len(), 2);
    }
}

#[test]
fn a_plan_removes_a_meeting_only_where_nothing_else_was_said_of_it() {
    let text = r#"{"meetings":[{"id":"m-1","on":"2026-03-02"},{"id":"m-2","purpose":"To look back."},{"id":"m-3"}],
        "attendance":[{"id":"x-1","meeting":"m-3"}]}"#;
    let latest = read_text(text).record;
    let stored = only_what_it_answers_for(&latest, &Record::default(), Scope::Plan);
    let left: Vec<&str> = stored.meetings.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(left, ["m-2", "m-3"]);
    assert_eq!(stored.attendance, latest.attendance);
    let none = only_what_it_answers_for(&latest, &Record::default(), Scope::Meeting);
    assert_eq!(none.meetings, []);
}
