//! The format is a promise: released files read and write back the same for ever, and whatever does
//! not fit in a record is kept and reported at its place.

mod generated;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use team_around::record::plan::Plan;
use team_around::record::{Record, State};
use team_around::wire::{
    Envelope, Loss, ProblemKind, Reading, limits, parse, read_record, read_text, schema, schema_in_words,
    write_record, write_text,
};
use team_around::words::{Language, Words};

/// The files of version 1 and their SHA-256. A file here is never edited: a change to one is a broken promise.
const GOLDEN: [(&str, &str, &str); 5] = [
    (
        "empty",
        include_str!("wire/v1/empty.json"),
        "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356",
    ),
    (
        "everything",
        include_str!("wire/v1/everything.json"),
        "d5457806ca174cfc6c4ff3689a1bcd7d2f7b1aa9f3fe7bbf440ffb962187c625",
    ),
    (
        "small_family",
        include_str!("wire/v1/small_family.json"),
        "e13b52fc3e24127df483090c1b3f76d58ae7639fbc31e1765b5a60c88ec23754",
    ),
    (
        "siblings_unread",
        include_str!("wire/v1/siblings_unread.json"),
        "eea294d21cb6b3d6596354099b961a8e298cb358eaf4ebb5486b02173ba41b80",
    ),
    (
        "envelope",
        include_str!("wire/v1/envelope.json"),
        "dd41bc4d9099d0073bd3e277718e8b1cba60ef6f4563766c9702ef557dab52fe",
    ),
];

fn codes(reading: &Reading) -> Vec<String> {
    reading.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn golden_files_are_as_they_were() {
    for (name, text, expected) in GOLDEN {
        let digest: String = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digest, expected, "{name}");
    }
}

#[test]
fn golden_files_read_and_write_back_the_same() {
    for (name, text, _) in GOLDEN {
        let document = parse(text.as_bytes()).unwrap();
        let (written, problems) = if name == "envelope" {
            let opened = Envelope::read(&document);
            (opened.envelope.write(), opened.problems)
        } else {
            let reading = read_record(&document);
            (write_record(&reading.record), reading.problems)
        };
        assert_eq!(problems, [], "{name}");
        assert_eq!(written.to_string(), document.to_string(), "{name}");
    }
}

#[test]
fn the_golden_files_say_what_was_said() {
    let family = read_text(GOLDEN[2].1).record;
    assert_eq!(family.children[0].name.to_string(), "Mali Pritchard");
    assert!(family.children[0].disabilities.has(team_around::record::codes::Disability::Hearing));
    assert_eq!(family.plan.actions[0].owner.id(), Some(&family.people[0].id));
    assert_eq!(family.plan.review_on.get().unwrap().to_string(), "2026-04-13");
    let siblings = read_text(GOLDEN[3].1).record;
    assert_eq!(siblings.answer(&Plan::start.here()).unwrap().state(), State::Unread);
    assert_eq!(siblings.plan.carried[0].0, "strength_score");
    assert_eq!(siblings.carried.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["chapters", ""]);
}

#[test]
fn the_schema_is_the_published_one() {
    let published: Value = serde_json::from_str(include_str!("../src/wire/record.schema.json")).unwrap();
    assert!(
        schema_in_words(&|key| Words::of(Language::English).say(key)) == published,
        "src/wire/record.schema.json is out of date: \
         cargo run --features command -- schema > src/wire/record.schema.json"
    );
}

#[test]
fn the_schema_names_every_question_with_its_audience() {
    let schema = schema();
    for shape in generated::shapes() {
        let properties = &schema["$defs"][shape.name]["properties"];
        assert_eq!(schema["$defs"][shape.name]["x-home"], shape.home, "no two definitions have one name");
        for field in shape.fields {
            assert_eq!(properties[field.key]["x-audience"], field.audience.name(), "{field:?}");
        }
        assert_eq!(properties.get("id").is_some(), shape.row || shape.field("id").is_some());
    }
}

#[test]
fn what_does_not_fit_is_kept_and_reported_at_its_pointer() {
    let document = json!({
        "plan": { "start": "31/02/2026", "why": 7, "review_on": "2101-01-01", "has_other_plans": "perhaps",
                  "needs": { "not": "a list" }, "a/b~c": 1 },
        "children": [{ "id": "c-1", "disabilities": ["VIS", 5], "date_of_birth": { "unread": "soon" } }],
        "document": { "version": "three" },
        "assessment": []
    });
    let reading = read_record(&document);
    assert_eq!(
        codes(&reading),
        [
            "wrong-kind at \"/document/version\"",
            "wrong-kind at \"/children/0/disabilities/1\"",
            "wrong-kind at \"/assessment\"",
            "bad-day at \"/plan/start\"",
            "wrong-kind at \"/plan/why\"",
            "bad-day at \"/plan/review_on\"",
            "wrong-kind at \"/plan/needs\"",
        ]
    );
    assert_eq!(reading.problems[1].place.as_ref().unwrap().to_string(), "children/c-1/disabilities");
    assert_eq!(reading.problems[6].place.as_ref().unwrap().to_string(), "plan/needs");
    assert_eq!(reading.loss(), Loss::Nothing);
    let mut expected = document.clone();
    expected["plan"]["start"] = json!({ "unread": "31/02/2026" });
    expected["plan"]["review_on"] = json!({ "unread": "2101-01-01" });
    expected["plan"]["has_other_plans"] = json!({ "unread": "perhaps" });
    expected["document"]["version"] = json!({ "unread": "three" });
    assert_eq!(write_record(&reading.record), expected);
}

#[test]
fn an_answer_given_since_takes_the_place_of_what_was_carried() {
    let mut record = read_record(&json!({ "plan": { "why": 7 } })).record;
    record.plan.why = "To be safe".into();
    assert_eq!(write_record(&record), json!({ "plan": { "why": "To be safe" } }));
}

#[test]
fn every_row_has_an_id_that_nothing_else_has() {
    let document = json!({
        "people": [{ "id": "a" }, { "id": "a", "name": "Second" }, { "name": "Third" }, { "id": "b c" }, { "id": 5 }, "Sixth"],
        "children": [{ "id": "a" }],
        "plan": { "actions": [{ "id": "x", "owner": "row-1" }] }
    });
    let reading = read_record(&document);
    let ids: Vec<&str> = reading.record.people.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(
        ids,
        ["row-2", "row-3", "row-4", "row-5", "row-6", "row-7"],
        "row-1 is what an action's owner names"
    );
    assert_eq!(
        codes(&reading),
        [
            "duplicate-id at \"/people/0/id\"",
            "duplicate-id at \"/people/1/id\"",
            "no-id at \"/people/2\"",
            "bad-id at \"/people/3/id\"",
            "bad-id at \"/people/4/id\"",
            "wrong-kind at \"/people/5\"",
        ]
    );
    let people = write_record(&reading.record)["people"].clone();
    assert_eq!(people[1], json!({ "id": "row-3", "name": "Second", "former_id": "a" }));
    assert_eq!(people[4], json!({ "id": "row-6", "former_id": 5 }));
    assert_eq!(people[5], json!({ "id": "row-7", "unread": "Sixth" }));
    assert_eq!(read_record(&write_record(&reading.record)), Reading { problems: Vec::new(), ..reading });
}

#[test]
fn long_answers_are_kept_whole_and_reported() {
    for (key, limit) in [("why", limits::NARRATIVE), ("start", limits::LINE)] {
        for (length, expected) in [(limit, 0), (limit + 1, 1)] {
            let text = "ŵ".repeat(length);
            let value = if key == "why" { json!(text) } else { json!({ "unread": text }) };
            let document = json!({ "plan": { key: value } });
            let reading = read_record(&document);
            assert_eq!(reading.problems.len(), expected, "{key} {length}");
            assert!(reading.problems.iter().all(|problem| problem.what == ProblemKind::TooLong { limit }));
            assert_eq!(write_record(&reading.record), document);
        }
    }
}

#[test]
fn rows_and_unknown_members_past_their_limits_are_reported_as_lost() {
    let rows: Vec<Value> = (0..=limits::LIST).map(|row| json!({ "id": format!("r-{row}") })).collect();
    let reading = read_record(&json!({ "plan": { "actions": rows } }));
    assert_eq!(codes(&reading), ["too-many at \"/plan/actions\""]);
    assert_eq!((reading.record.plan.actions.len(), reading.loss()), (limits::LIST, Loss::Part));
    let unknown =
        |count: usize| (0..count).map(|number| (format!("new_{number}"), json!(number))).collect::<Value>();
    assert_eq!(read_record(&json!({ "plan": unknown(limits::UNKNOWN) })).problems, []);
    let reading = read_record(&json!({ "plan": unknown(limits::UNKNOWN + 1) }));
    assert_eq!(codes(&reading), ["too-many-unknown at \"/plan\""]);
    assert_eq!((reading.record.plan.carried.len(), reading.loss()), (limits::UNKNOWN, Loss::Part));
}

#[test]
fn forbidden_names_are_never_kept_and_never_written() {
    let text = r#"{"__proto__":{"polluted":1},"plan":{"constructor":1,"new":[{"prototype":{"x":1},"y":2}]}}"#;
    let reading = read_text(text);
    assert_eq!(
        codes(&reading),
        [
            "forbidden-key at \"/plan/constructor\"",
            "forbidden-key at \"/plan/new/0/prototype\"",
            "forbidden-key at \"/__proto__\""
        ]
    );
    assert_eq!(write_record(&reading.record), json!({ "plan": { "new": [{ "y": 2 }] } }));
    let mut record = Record::default();
    record.carried.push(("__proto__".to_owned(), json!({})));
    record.carried.push(("new".to_owned(), json!([{ "constructor": 1 }])));
    assert_eq!(write_text(&record), r#"{"new":[{}]}"#);
}

#[test]
fn serde_reads_and_writes_a_record_among_other_members() {
    let record = generated::full(1);
    let text = serde_json::to_string(&[&record]).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Record>>(&text).unwrap(), [record]);
    for refused in [r#"{"plan":{"why":"a","why":"b"}}"#, r#"{"new":{"__proto__":1}}"#, "[]", "7"] {
        assert!(serde_json::from_str::<Record>(refused).is_err(), "{refused}");
    }
    assert!(serde_json::from_str::<Record>(r#"{"plan":{"start":"31/02/2026"}}"#).is_ok());
}
