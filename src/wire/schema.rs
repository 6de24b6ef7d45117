//! The JSON Schema (2020-12) of a record, made from the questions themselves.

use super::{FORBIDDEN, limits};
use crate::record::{CodeList, Field, Kind, Record, RowId, Shape};
use serde_json::{Map, Value, json};

/// The words under a key, where there are any.
pub(super) type Label<'a> = dyn Fn(&str) -> Option<&'static str> + 'a;

/// The schema, with the keys of labels in place of the labels.
pub fn schema() -> Value {
    schema_in_words(&|_| None)
}

/// The schema with a title and a description for each question, as `words` has them: a label under
/// the question's key, a hint under the same key with `.hint`.
pub fn schema_in_words(words: &dyn Fn(&str) -> Option<&'static str>) -> Value {
    document(&Record::QUESTIONS, words)
}

/// The schema of a document that is one section: its own definition and all that it refers to.
pub(super) fn document(shape: &'static Shape, words: &Label<'_>) -> Value {
    let mut definitions = Map::new();
    define(shape, words, &mut definitions);
    for (name, definition) in fixed() {
        definitions.insert(name.to_owned(), definition);
    }
    around(shape.name, definitions)
}

/// A whole schema whose document is the definition of this name.
pub(super) fn around(name: &str, definitions: Map<String, Value>) -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:team-around:{name}:{}", super::VERSION),
        "$ref": format!("#/$defs/{name}"),
        "$defs": definitions,
    })
}

/// Definitions that no section has.
pub(super) fn fixed() -> [(&'static str, Value); 4] {
    let day = "^(19[0-9]{2}|20[0-9]{2}|2100)-[0-9]{2}-[0-9]{2}$";
    [
        ("day", json!({ "type": "string", "format": "date", "pattern": day })),
        ("unread", unread()),
        ("id", json!({ "type": "string", "pattern": format!("^[A-Za-z0-9_-]{{1,{}}}$", RowId::LONGEST) })),
        ("name", json!({ "not": { "enum": FORBIDDEN } })),
    ]
}

/// What was typed and could not be read.
fn unread() -> Value {
    json!({
        "type": "object",
        "properties": { "unread": { "type": "string", "maxLength": limits::LINE } },
        "required": ["unread"],
        "additionalProperties": false,
    })
}

/// Adds the definition of a section or row, and of those within it.
pub(super) fn define(shape: &'static Shape, words: &Label<'_>, definitions: &mut Map<String, Value>) {
    let mut properties = Map::new();
    if shape.row {
        properties.insert("id".to_owned(), json!({ "$ref": "#/$defs/id", "x-audience": "system" }));
    }
    for field in shape.fields {
        properties.insert(field.key.to_owned(), property(field, words));
    }
    let required: &[&str] = if shape.row { &["id"] } else { &[] };
    let definition = json!({
        "type": "object",
        "x-home": shape.home,
        "properties": properties,
        "required": required,
        "propertyNames": { "$ref": "#/$defs/name" },
        "additionalProperties": true,
    });
    definitions.insert(shape.name.to_owned(), definition);
    for field in shape.fields {
        if let Kind::Part(inner) | Kind::Rows(inner) = field.kind {
            define(inner(), words, definitions);
        }
    }
}

/// One question: what its answer may be, who reads it, and where its label stands.
fn property(field: &Field, words: &Label<'_>) -> Value {
    let key = field.words_key();
    let mut property = Map::new();
    if let Some(label) = words(&key) {
        property.insert("title".to_owned(), Value::from(label));
    }
    if let Some(hint) = words(&format!("{key}.hint")) {
        property.insert("description".to_owned(), Value::from(hint));
    }
    if let Value::Object(answer) = answer(field.kind) {
        property.extend(answer);
    }
    property.insert("x-audience".to_owned(), Value::from(field.audience.name()));
    property.insert("x-words".to_owned(), Value::from(key));
    Value::Object(property)
}

/// What an answer of this kind may be.
fn answer(kind: Kind) -> Value {
    let id = json!({ "$ref": "#/$defs/id" });
    match kind {
        Kind::Line => json!({ "type": ["string", "null"], "maxLength": limits::LINE }),
        Kind::Narrative => json!({ "type": ["string", "null"], "maxLength": limits::NARRATIVE }),
        Kind::Day => typed(json!({ "$ref": "#/$defs/day" })),
        Kind::Number => typed(json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX })),
        Kind::Choice(list) => with("x-codes", list.name, typed(codes(list))),
        Kind::Choices(list) => {
            let code = json!({ "anyOf": [codes(list), { "$ref": "#/$defs/unread" }] });
            with("x-codes", list.name, several(code))
        }
        Kind::Link(target) => with_homes(target.homes(), json!({ "anyOf": [id, { "type": "null" }] })),
        Kind::Links(target) => with_homes(target.homes(), several(id)),
        Kind::Part(shape) => json!({ "anyOf": [refer(shape()), { "type": "null" }] }),
        Kind::Rows(shape) => several(refer(shape())),
    }
}

pub(super) fn codes(list: &CodeList) -> Value {
    json!({ "enum": list.codes })
}

fn refer(shape: &Shape) -> Value {
    json!({ "$ref": format!("#/$defs/{}", shape.name) })
}

/// A value, or what was typed and could not be read, or nothing.
fn typed(given: Value) -> Value {
    json!({ "anyOf": [given, { "$ref": "#/$defs/unread" }, { "type": "null" }] })
}

fn several(item: Value) -> Value {
    json!({ "type": ["array", "null"], "maxItems": limits::LIST, "items": item })
}

fn with(key: &str, name: &str, mut schema: Value) -> Value {
    if let Some(members) = schema.as_object_mut() {
        members.insert(key.to_owned(), Value::from(name));
    }
    schema
}

fn with_homes(homes: &[&str], mut schema: Value) -> Value {
    if let Some(members) = schema.as_object_mut() {
        members.insert("x-rows-of".to_owned(), json!(homes));
    }
    schema
}
