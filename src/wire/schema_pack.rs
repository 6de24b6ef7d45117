//! The JSON Schema of a pack, made from the same declarations that read it.

use super::schema::document;
use crate::protocol::Pack;
use crate::protocol::pack::{FigureName, ReadingName};
use crate::protocol::rules::RULES;
use crate::record::CodeSet;
use serde_json::{Map, Value, json};

/// The schema. It says what [`Pack::faults`] asks as far as a schema can: the names of rules,
/// figures and readings, what must be there, and that nothing else may be.
pub fn pack_schema() -> Value {
    let mut schema = document(&Pack::QUESTIONS, &|_| None);
    strict(&mut schema);
    if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        definitions.remove("unread");
        require(definitions, "pack", &["format", "version", "id", "title"]);
        require(definitions, "pack-document", &["id", "title"]);
        require(definitions, "pack-figure", &["id", "quantity"]);
        require(definitions, "pack-reading", &["id", "value"]);
        require(definitions, "pack-phrase", &["id", "text"]);
        require(definitions, "pack-rule", &["id", "severity", "word", "document", "heading"]);
        fix(definitions, "pack", "format", &json!({ "const": "team-around-pack" }));
        fix(definitions, "pack", "version", &json!({ "const": 1 }));
        fix(definitions, "pack", "id", &json!({ "type": "string", "pattern": "^[a-z0-9-]+$" }));
        let rules: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
        fix(definitions, "pack-rule", "id", &json!({ "enum": rules }));
        fix(definitions, "pack-figure", "id", &json!({ "enum": FigureName::LIST.codes }));
        fix(definitions, "pack-reading", "id", &json!({ "enum": ReadingName::LIST.codes }));
    }
    schema
}

/// Leaves out what only a record has: answers that could not be read, audiences, and labels.
/// Members that no pack has are not allowed.
fn strict(schema: &mut Value) {
    match schema {
        Value::Array(items) => {
            items.retain(|item| item.get("$ref").is_none_or(|name| name != "#/$defs/unread"));
            items.iter_mut().for_each(strict);
        }
        Value::Object(members) => {
            for key in ["x-audience", "x-words"] {
                members.shift_remove(key);
            }
            if members.get("additionalProperties") == Some(&Value::Bool(true)) {
                members.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            members.values_mut().for_each(strict);
        }
        _ => {}
    }
}

fn require(definitions: &mut Map<String, Value>, name: &str, keys: &[&str]) {
    if let Some(definition) = definitions.get_mut(name).and_then(Value::as_object_mut) {
        definition.insert("required".to_owned(), json!(keys));
    }
}

fn fix(definitions: &mut Map<String, Value>, name: &str, key: &str, schema: &Value) {
    let properties = definitions.get_mut(name).and_then(|definition| definition.get_mut("properties"));
    if let Some(properties) = properties.and_then(Value::as_object_mut) {
        properties.insert(key.to_owned(), schema.clone());
    }
}
