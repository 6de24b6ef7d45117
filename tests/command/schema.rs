//! `schema`: the published schemas, and that they hold for what the product reads and writes.

use crate::program::run;
use serde_json::Value;
use std::collections::BTreeSet;
use team_around::protocol::rules::RULES;
use team_around::wire::{built_in_ids, pack_schema};

/// What does not hold, by the keywords that our schemas use; each with its pointer.
fn broken(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let schema = match schema["$ref"].as_str() {
        Some(name) => root.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("no {name}")),
        None => schema,
    };
    if let Some(options) = schema["anyOf"].as_array() {
        let holds = options.iter().any(|option| broken(root, option, value, at).is_empty());
        return if holds { Vec::new() } else { vec![at.to_owned()] };
    }
    let mut found = Vec::new();
    let of_type = |name: &Value| match name.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "null" => value.is_null(),
        other => panic!("{other}"),
    };
    let types =
        schema["type"].as_array().cloned().or_else(|| schema.get("type").map(|one| vec![one.clone()]));
    let right = types.is_none_or(|types| types.iter().any(of_type))
        && schema["enum"].as_array().is_none_or(|codes| codes.contains(value))
        && schema.get("const").is_none_or(|only| only == value);
    if !right {
        found.push(at.to_owned());
    }
    for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if value.is_object() && value.get(key).is_none() {
            found.push(format!("{at}/{key}"));
        }
    }
    for (key, member) in value.as_object().into_iter().flatten() {
        let at = format!("{at}/{key}");
        match schema["properties"].get(key) {
            Some(property) => found.extend(broken(root, property, member, &at)),
            None if schema["additionalProperties"] == Value::Bool(false) => found.push(at),
            None => {}
        }
    }
    if let Some(items) = schema.get("items") {
        for (index, item) in value.as_array().into_iter().flatten().enumerate() {
            found.extend(broken(root, items, item, &format!("{at}/{index}")));
        }
    }
    found
}

fn holds(schema: &Value, text: &str) -> Vec<String> {
    broken(schema, schema, &serde_json::from_str(text).unwrap(), "")
}

#[test]
fn each_schema_is_the_published_one() {
    for (arguments, published) in [
        (&["schema"][..], include_str!("../../src/wire/record.schema.json")),
        (&["schema", "--pack"], include_str!("../../src/wire/pack.schema.json")),
    ] {
        let came = run(arguments);
        assert_eq!(came.code, Some(0));
        assert!(
            came.out == published,
            "out of date: cargo run --features command -- {}",
            arguments.join(" ")
        );
    }
}

#[test]
fn every_reference_leads_somewhere() {
    for arguments in
        [&["schema"][..], &["schema", "--envelope"], &["schema", "--pack"], &["schema", "--lang", "cy"]]
    {
        let schema = run(arguments).json();
        let text = schema.to_string();
        let names = text.split("\"$ref\":\"#").skip(1).filter_map(|rest| rest.split('"').next());
        let names: BTreeSet<&str> = names.collect();
        assert!(names.len() > 4, "{arguments:?}");
        names.into_iter().for_each(|name| assert!(schema.pointer(name).is_some(), "{arguments:?}: {name}"));
    }
}

#[test]
fn a_record_s_schema_has_labels_in_the_language_asked_for() {
    let (english, welsh) = (run(&["schema"]).json(), run(&["schema", "--lang", "cy"]).json());
    let label = |schema: &Value| schema["$defs"]["record"]["properties"]["plan"]["title"].clone();
    assert_eq!(label(&english), "The plan");
    assert!(label(&welsh).is_string() && label(&welsh) != label(&english));
}

#[test]
fn golden_records_and_envelopes_hold() {
    let (record, envelope) = (run(&["schema"]).json(), run(&["schema", "--envelope"]).json());
    assert_eq!(holds(&record, include_str!("../wire/v1/small_family.json")), [""; 0]);
    assert_eq!(holds(&record, include_str!("../wire/v1/everything.json")), [""; 0]);
    assert_eq!(holds(&envelope, include_str!("../wire/v1/envelope.json")), [""; 0]);
    let checked = run(&[
        "check",
        "tests/data/command/plan.json",
        "--protocol",
        "hampshire-cin-2018",
        "--json",
        "--all",
    ]);
    let made =
        serde_json::json!({ "format": "team-around", "record": {}, "findings": checked.json()["findings"] });
    assert_eq!(holds(&envelope, &made.to_string()), [""; 0]);
    assert_eq!(
        holds(&envelope, r#"{"format": "other", "findings": 3}"#),
        ["/record", "/format", "/findings"]
    );
}

#[test]
fn built_in_packs_hold_and_faults_do_not() {
    let schema = pack_schema();
    for id in built_in_ids() {
        let file = format!("{}/src/protocol/packs/{id}.json", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(holds(&schema, &std::fs::read_to_string(file).unwrap()), [""; 0], "{id}");
    }
    let faults = holds(&schema, include_str!("../data/command/five_faults.json"));
    assert_eq!(
        faults,
        ["/titel_cy", "/rules/1/id", "/rules/2/severity"],
        "what a schema can see of the five"
    );
    let codes = schema["$defs"]["pack-rule"]["properties"]["id"]["enum"].as_array().unwrap();
    assert_eq!(codes.len(), RULES.len());
}
