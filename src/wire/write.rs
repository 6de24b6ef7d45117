//! A record as JSON: members in the order of their declaration, blank ones left out, carried ones last.
//!
//! What people thought of a meeting is kept apart from the plan (domain.md 2.3 W): an envelope has it
//! beside the record, and [`feedback_text`] writes it as a document of its own.

use super::FORBIDDEN;
use crate::record::{Carried, Record, Rows, Section, Slot};
use serde_json::{Map, Value, json};

/// What the member `format` of a document of feedback says.
const FEEDBACK_FORMAT: &str = "team-around-feedback";

/// The record as JSON, without its feedback.
pub fn write_record(record: &Record) -> Value {
    Value::Object(write_kept(record))
}

/// What people thought of the meetings, as a document of its own: `{format, version, feedback}`.
pub fn feedback_text(record: &Record) -> String {
    let rows = write_rows(&record.feedback);
    json!({ "format": FEEDBACK_FORMAT, "version": 1, "feedback": rows }).to_string()
}

/// The record's members but for the rows of feedback.
pub(super) fn write_kept(record: &Record) -> Map<String, Value> {
    let mut members = write_section(record);
    if !record.feedback.is_empty() {
        members.shift_remove(Record::feedback.key);
    }
    members
}

/// A section's members. A row's id comes first.
pub(super) fn write_section(section: &dyn Section) -> Map<String, Value> {
    let mut members = Map::new();
    if let Some(id) = section.row_id() {
        members.insert("id".to_owned(), Value::from(id.as_str()));
    }
    for (index, field) in section.shape().fields.iter().enumerate() {
        let value = section.slot(index).map_or(Value::Null, write_slot);
        if !value.is_null() {
            members.insert(field.key.to_owned(), value);
        }
    }
    write_carried(section.carried(), &mut members);
    members
}

/// A member's value; `null` where it holds nothing.
fn write_slot(slot: Slot<'_>) -> Value {
    match slot {
        Slot::Answer(answer) => answer.to_json(),
        Slot::Part(part) => {
            Some(write_section(part)).filter(|part| !part.is_empty()).map_or(Value::Null, Value::Object)
        }
        Slot::Rows(rows) => {
            Some(write_rows(rows)).filter(|rows| !rows.is_empty()).map_or(Value::Null, Value::Array)
        }
    }
}

pub(super) fn write_rows(rows: &dyn Rows) -> Vec<Value> {
    let rows = (0..rows.len()).filter_map(|index| rows.row(index));
    rows.map(|row| Value::Object(write_section(row))).collect()
}

/// Puts carried members after the others. Where a question has been answered since, the answer stands.
pub(super) fn write_carried(carried: &Carried, members: &mut Map<String, Value>) {
    for (key, value) in carried.iter().filter(|(key, _)| !is_forbidden(key)) {
        if !members.contains_key(key) {
            members.insert(key.clone(), clean(value));
        }
    }
}

/// Whether no member may have this name.
pub(super) fn is_forbidden(key: &str) -> bool {
    FORBIDDEN.contains(&key)
}

/// The value without members of forbidden names, however deep.
pub(super) fn clean(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(clean).collect(),
        Value::Object(members) => {
            let kept = members.iter().filter(|(key, _)| !is_forbidden(key));
            Value::Object(kept.map(|(key, value)| (key.clone(), clean(value))).collect())
        }
        _ => value.clone(),
    }
}
