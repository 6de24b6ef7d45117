//! What holds for every record and every JSON: nothing is lost, nothing panics, and each problem says where.

mod generated;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use team_around::record::{Kind, Place, Record};
use team_around::wire::{
    Envelope, FORBIDDEN, Loss, Problem, parse, read_record, read_text, schema, whole_text, write_record,
    write_text,
};

/// Any JSON, with the names that a record knows as often as others.
fn any_json() -> impl Strategy<Value = Value> {
    let names: Vec<&'static str> = generated::shapes()
        .into_iter()
        .flat_map(|shape| shape.fields.iter().map(|field| field.key))
        .chain(["id", "unread", "former_id", "record", "format", "version", "overrides", "a/b~c", ""])
        .chain(FORBIDDEN)
        .collect();
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(vec!["", "2026-03-02", "31/02/2026", "row-1", "a", "yes", "__proto__"])
            .prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 200, 8, move |inner| {
        let member = (prop::sample::select(names.clone()), inner.clone());
        let object = prop::collection::vec(member, 0..8).prop_map(|members| {
            members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Map<_, _>>()
        });
        prop_oneof![prop::collection::vec(inner, 0..6).prop_map(Value::from), object.prop_map(Value::from)]
    })
}

/// Any members of a record, of whatever kind.
fn any_document() -> impl Strategy<Value = Value> {
    let keys: Vec<&str> = generated::shapes()[0].fields.iter().map(|field| field.key).collect();
    let member = (prop::sample::select(keys), any_json());
    prop::collection::vec(member, 0..10)
        .prop_map(|members| members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// The record as JSON with its feedback, as a back end keeps it.
fn whole(record: &Record) -> Value {
    serde_json::to_value(record).unwrap()
}

fn pointers_resolve(problems: &[Problem], document: &Value) {
    for problem in problems {
        assert!(document.pointer(&problem.pointer).is_some(), "{problem} in {document}");
    }
}

fn has_forbidden(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(has_forbidden),
        Value::Object(members) => {
            members.iter().any(|(key, value)| FORBIDDEN.contains(&key.as_str()) || has_forbidden(value))
        }
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_record_reads_back_as_it_was_written(seed: u64, rows in 0_usize..4) {
        let mut record = generated::record(seed, rows);
        let text = write_text(&record);
        let reading = read_text(&text);
        prop_assert_eq!(&reading.problems, &[]);
        prop_assert_eq!(write_text(&reading.record), text);
        record.feedback.clear();
        prop_assert_eq!(reading.record, record);
    }

    #[test]
    fn the_text_that_is_written_at_once_is_that_of_the_tree(seed: u64, rows in 0_usize..4, document in any_document()) {
        for record in [generated::record(seed, rows), read_record(&document).record] {
            prop_assert_eq!(write_text(&record), write_record(&record).to_string());
            prop_assert_eq!(whole_text(&record), serde_json::to_string(&record).unwrap());
        }
    }

    #[test]
    fn every_envelope_reads_back_as_it_was_written_with_the_feedback_beside_the_record(seed: u64, rows in 0_usize..4) {
        let envelope = Envelope { record: generated::record(seed, rows), ..Envelope::default() };
        let written = envelope.write();
        let beside = written.get("feedback").and_then(Value::as_array).map_or(0, Vec::len);
        prop_assert_eq!(beside, envelope.record.feedback.len());
        prop_assert!(written["record"].get("feedback").is_none());
        let opened = Envelope::read(&written);
        prop_assert_eq!(&opened.problems, &[]);
        prop_assert_eq!(opened.envelope, envelope);
    }

    #[test]
    fn any_json_is_read_and_reads_back_the_same(document in any_document()) {
        let reading = read_record(&document);
        prop_assert!(reading.loss() < Loss::All);
        pointers_resolve(&reading.problems, &document);
        let written = whole(&reading.record);
        prop_assert!(!has_forbidden(&written));
        let again = read_record(&written);
        prop_assert_eq!(again.loss(), Loss::Nothing);
        prop_assert_eq!(again.record, reading.record);
    }

    #[test]
    fn any_json_opens_as_an_envelope_without_a_panic(document in any_json(), record in any_document()) {
        let mut document = document;
        if let Some(members) = document.as_object_mut() {
            members.insert("format".to_owned(), json!("team-around"));
            members.insert("record".to_owned(), record);
        }
        let opened = Envelope::read(&document);
        pointers_resolve(&opened.problems, &document);
        let written = opened.envelope.write();
        prop_assert!(!has_forbidden(&written));
    }

    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text: String, bytes: Vec<u8>) {
        let _ = (read_text(&text), parse(&bytes));
    }

    #[test]
    fn damaged_files_never_panic(seed: u64, damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = write_text(&generated::record(seed, 1)).into_bytes();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(document) = parse(&bytes) {
            let reading = read_record(&document);
            pointers_resolve(&reading.problems, &document);
        }
    }
}

/// Every member of a full record, with its pointer and kind.
fn members() -> Vec<(String, Kind)> {
    let mut found = Vec::new();
    for shape in generated::shapes() {
        let home = if shape.home.is_empty() { String::new() } else { format!("/{}", shape.home) };
        let row = if shape.row { "/0" } else { "" };
        found.extend(shape.fields.iter().map(|field| (format!("{home}{row}/{}", field.key), field.kind)));
    }
    found
}

#[test]
fn every_value_of_a_wrong_kind_is_reported_and_kept() {
    let full = whole(&generated::full(1));
    for (pointer, kind) in members() {
        for wrong in
            [json!(true), json!(-1), json!(7.5), json!([[]]), json!({ "unread": 5 }), json!("no such thing")]
        {
            let fits = match kind {
                Kind::Line | Kind::Narrative | Kind::Choice(_) => wrong.is_string(),
                Kind::Part(_) => wrong.is_object(),
                _ => false,
            };
            let mut document = full.clone();
            *document.pointer_mut(&pointer).unwrap_or_else(|| panic!("{pointer}")) = wrong.clone();
            let reading = read_record(&document);
            let at = reading.problems.iter().any(|problem| problem.pointer.starts_with(&pointer));
            assert_eq!(at, !fits, "{pointer} {wrong}: {:?}", reading.problems);
            assert_eq!(reading.loss(), Loss::Nothing);
            pointers_resolve(&reading.problems, &document);
            let written = whole(&reading.record).pointer(&pointer).cloned().unwrap();
            let row = matches!(kind, Kind::Rows(_)) && wrong.is_array();
            let expected = match wrong {
                Value::String(typed) if matches!(kind, Kind::Day | Kind::Number | Kind::Choice(_)) => {
                    json!({ "unread": typed })
                }
                _ if row => json!([{ "id": written[0]["id"], "unread": [] }]),
                _ => wrong,
            };
            assert_eq!(written, expected, "{pointer}");
        }
    }
}

#[test]
fn the_full_record_answers_every_question_and_follows_the_schema() {
    let record = generated::full(2);
    let (mut answers, schema) = (0, schema());
    record.each_answer(&mut |place, field, answer| {
        answers += 1;
        assert!(!answer.to_json().is_null(), "{place}");
        assert_eq!(Place::read(&place.to_string()).as_ref(), Some(place));
        assert!(schema["$defs"][field.of]["properties"].get(field.key).is_some());
    });
    assert!(answers > 250, "{answers}");
}
