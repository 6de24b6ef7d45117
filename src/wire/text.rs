//! A record as JSON text, without a tree of it in between: it is written again after every pause in typing.
//!
//! The same text as that of [`write_record`](super::write_record): a property holds the two together.

use super::write::{clean, is_forbidden};
use crate::record::{Record, Section, Slot};
use serde::Serialize;

/// The record as JSON text without white space, and without its feedback.
pub fn write_text(record: &Record) -> String {
    text(record, Record::feedback.key)
}

/// The record with its feedback as JSON text: what one writer's own form holds, and nobody else is given.
pub fn whole_text(record: &Record) -> String {
    text(record, "")
}

fn text(record: &Record, without: &str) -> String {
    let mut out = Vec::new();
    section(record, without, &mut out);
    String::from_utf8(out).unwrap_or_else(|bad| String::from_utf8_lossy(bad.as_bytes()).into_owned())
}

/// A section's members but for one, in the order of [`write_section`](super::write::write_section).
fn section(of: &dyn Section, without: &str, out: &mut Vec<u8>) {
    out.push(b'{');
    let mut there: Vec<&str> = Vec::new();
    if let Some(id) = of.row_id() {
        member("id", out);
        push(id.as_str(), out);
        there.push("id");
    }
    for (index, field) in of.shape().fields.iter().enumerate() {
        let before = out.len();
        let held = of.slot(index).is_some_and(|held| slot(field.key, held, out));
        there.extend(held.then_some(field.key));
        if !held || field.key == without {
            out.truncate(before);
        }
    }
    for (key, value) in of.carried() {
        if !is_forbidden(key) && !there.contains(&key.as_str()) {
            member(key, out);
            push(&clean(value), out);
            there.push(key);
        }
    }
    out.push(b'}');
}

/// Writes a member and what it holds; whether it held anything. Most questions of a row have no answer.
fn slot(key: &str, held: Slot<'_>, out: &mut Vec<u8>) -> bool {
    match held {
        Slot::Answer(answer) => {
            let value = answer.to_json();
            if !value.is_null() {
                member(key, out);
                push(&value, out);
            }
            !value.is_null()
        }
        Slot::Part(part) => {
            member(key, out);
            let before = out.len();
            section(part, "", out);
            out.get(before..) != Some(b"{}".as_slice())
        }
        Slot::Rows(rows) => {
            member(key, out);
            out.push(b'[');
            for row in (0..rows.len()).filter_map(|index| rows.row(index)) {
                if !out.ends_with(b"[") {
                    out.push(b',');
                }
                section(row, "", out);
            }
            out.push(b']');
            !rows.is_empty()
        }
    }
}

/// The name of a member, after the one before it.
fn member(key: &str, out: &mut Vec<u8>) {
    if !out.ends_with(b"{") {
        out.push(b',');
    }
    push(key, out);
    out.push(b':');
}

/// JSON of what is written into memory, which takes all of it.
fn push(value: &(impl Serialize + ?Sized), out: &mut Vec<u8>) {
    let _ = serde_json::to_writer(out, value);
}
