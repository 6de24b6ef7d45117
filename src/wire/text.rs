//! A record as JSON text, without a tree of it in between: it is written again after every pause in typing.
//!
//! The same text as that of [`write_record`](super::write_record): a property holds the two together.

use super::write::{clean, is_forbidden};
use crate::record::{Record, Section, Slot};
use serde_json::Value;
use std::fmt::Display;

/// The record as JSON text without white space, and without its feedback.
pub fn write_text(record: &Record) -> String {
    text(record, Record::feedback.key)
}

/// The record with its feedback as JSON text: what one writer's own form holds, and nobody else is given.
pub fn whole_text(record: &Record) -> String {
    text(record, "")
}

fn text(record: &Record, without: &str) -> String {
    let mut out = String::new();
    section(record, without, &mut out);
    out
}

/// A section's members but for one, in the order of [`write_section`](super::write::write_section).
fn section(of: &dyn Section, without: &str, out: &mut String) {
    out.push('{');
    let mut there: Vec<&str> = Vec::new();
    if let Some(id) = of.row_id() {
        member("id", out);
        push(out, &Value::from(id.as_str()));
        there.push("id");
    }
    for (index, field) in of.shape().fields.iter().enumerate() {
        let before = out.len();
        member(field.key, out);
        let held = of.slot(index).is_some_and(|held| slot(held, out));
        there.extend(held.then_some(field.key));
        if !held || field.key == without {
            out.truncate(before);
        }
    }
    for (key, value) in of.carried() {
        if !is_forbidden(key) && !there.contains(&key.as_str()) {
            member(key, out);
            push(out, &clean(value));
            there.push(key);
        }
    }
    out.push('}');
}

/// Writes what a member holds; whether it held anything.
fn slot(held: Slot<'_>, out: &mut String) -> bool {
    match held {
        Slot::Answer(answer) => {
            let value = answer.to_json();
            push(out, &value);
            !value.is_null()
        }
        Slot::Part(part) => {
            let before = out.len();
            section(part, "", out);
            out.get(before..) != Some("{}")
        }
        Slot::Rows(rows) => {
            out.push('[');
            for row in (0..rows.len()).filter_map(|index| rows.row(index)) {
                if !out.ends_with('[') {
                    out.push(',');
                }
                section(row, "", out);
            }
            out.push(']');
            !rows.is_empty()
        }
    }
}

/// The name of a member, after the one before it.
fn member(key: &str, out: &mut String) {
    if !out.ends_with('{') {
        out.push(',');
    }
    push(out, &Value::from(key));
    out.push(':');
}

fn push(out: &mut String, value: &impl Display) {
    out.push_str(&value.to_string());
}
