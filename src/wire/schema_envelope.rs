//! The JSON Schema of an envelope, with the record's inside it.

use super::envelope::{EnvelopeKind, FORMAT, Made, PackStamp};
use super::schema::{Label, around, codes, define, fixed};
use crate::protocol::{Scope, Severity, Topic};
use crate::record::{CodeSet, Record};
use serde_json::{Map, Value, json};

/// The schema, with a title and a description for each question as `words` has them; see
/// [`schema_in_words`](super::schema_in_words).
pub fn envelope_schema(words: &Label<'_>) -> Value {
    let mut definitions = Map::from_iter([("envelope".to_owned(), envelope())]);
    for shape in [&Record::QUESTIONS, &PackStamp::QUESTIONS, &Made::QUESTIONS] {
        define(shape, words, &mut definitions);
    }
    definitions.insert("finding".to_owned(), finding());
    for (name, definition) in fixed() {
        definitions.insert(name.to_owned(), definition);
    }
    around("envelope", definitions)
}

fn envelope() -> Value {
    json!({
        "type": "object",
        "properties": {
            "format": { "const": FORMAT },
            "version": { "type": "integer", "minimum": 1 },
            "kind": codes(EnvelopeKind::LIST),
            "document": codes(Scope::LIST),
            "meeting": { "$ref": "#/$defs/id" },
            "agency": { "$ref": "#/$defs/id" },
            "protocol": list("pack-stamp"),
            "engine": { "type": "string" },
            "record": { "$ref": "#/$defs/record" },
            "feedback": list("feedback"),
            "findings": list("finding"),
            "overrides": list("override"),
            "made": { "$ref": "#/$defs/made" },
        },
        "required": ["format", "record"],
        "propertyNames": { "$ref": "#/$defs/name" },
        "additionalProperties": true,
    })
}

fn list(name: &str) -> Value {
    json!({ "type": "array", "items": { "$ref": format!("#/$defs/{name}") } })
}

/// What [`finding_json`](super::finding_json) writes; members that other versions add may stand there too.
fn finding() -> Value {
    let text = json!({ "type": "string" });
    json!({
        "type": "object",
        "properties": {
            "rule": text,
            "topic": { "enum": Topic::ALL.iter().map(|topic| topic.name()).collect::<Vec<_>>() },
            "severity": { "enum": Severity::ALL.map(Severity::name) },
            "status": { "enum": ["met", "unmet", "due", "unknown", "not applicable"] },
            "place": text,
            "message": text,
            "sources": { "type": "array", "items": { "type": "object" } },
            "also": { "type": "array", "items": text },
            "due_on": { "$ref": "#/$defs/day" },
            "working": { "type": "object" },
            "set_aside": { "$ref": "#/$defs/id" },
            "never_stops": { "const": true },
        },
        "required": ["rule", "place", "status", "severity"],
        "additionalProperties": true,
    })
}
