//! The hash of a document, the same wherever and however its JSON was written.
//!
//! Canonical JSON is RFC 8785 (JCS), so that a back end can compute the same hash with a library that
//! its own language has.

use crate::record::in_order;
use serde_json::{Map, Number, Value};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// SHA-256 of the canonical JSON, as 64 hexadecimal figures.
pub fn hash(value: &Value) -> String {
    hash_of_bytes(canonical(value).as_bytes())
}

/// Whether a receipt that says `hash` can be one for this JSON text: it is the SHA-256 of its bytes or of
/// its canonical JSON, or no SHA-256 at all and so a mark of the host's own.  domain.md 5.5
pub fn may_be_hash_of(text: &str, hash: &str) -> bool {
    let hash = hash.trim().to_ascii_lowercase();
    let is_sha256 = hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    !is_sha256
        || hash == hash_of_bytes(text.as_bytes())
        || serde_json::from_str(text).is_ok_and(|value| hash == self::hash(&value))
}

fn hash_of_bytes(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Canonical JSON: names in the order of their UTF-16 units, no white space, numbers as ECMAScript writes them.  RFC 8785
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    put(value, &mut text);
    text
}

fn put(value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => put_items(items, text),
        Value::Object(members) => put_members(members, text),
        Value::Number(number) => put_number(number, text),
        _ => text.push_str(&value.to_string()),
    }
}

fn put_items(items: &[Value], text: &mut String) {
    text.push('[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        put(item, text);
    }
    text.push(']');
}

fn put_members(members: &Map<String, Value>, text: &mut String) {
    let members: Vec<(&String, &Value)> = members.iter().collect();
    let sorted = in_order(&members, |(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
    text.push('{');
    for (index, (key, value)) in sorted.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&Value::from(key.as_str()).to_string());
        text.push(':');
        put(value, text);
    }
    text.push('}');
}

/// `Number::toString` of ECMAScript. The shortest figures are those of serde_json, which like
/// ECMAScript takes the even one where two are as near; the standard library does not.
fn put_number(number: &Number, text: &mut String) {
    let shortest = number.as_f64().map_or(Value::Null, Value::from).to_string();
    let unsigned = shortest.trim_start_matches('-');
    let (decimal, exponent) = unsigned.split_once('e').unwrap_or((unsigned, "0"));
    let (whole, rest) = decimal.split_once('.').unwrap_or((decimal, ""));
    let all = format!("{whole}{rest}");
    let figures = all.trim_start_matches('0');
    let before = i32::try_from(whole.len()).unwrap_or_default()
        - i32::try_from(all.len() - figures.len()).unwrap_or_default();
    let figures = figures.trim_end_matches('0');
    if figures.is_empty() {
        text.push('0');
        return;
    }
    text.push_str(if shortest.starts_with('-') { "-" } else { "" });
    place_point(figures, before + exponent.parse::<i32>().unwrap_or_default(), text);
}

/// Writes figures with the decimal point after so many of them.
fn place_point(figures: &str, point: i32, text: &mut String) {
    let length = i32::try_from(figures.len()).unwrap_or(i32::MAX);
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    let _ = match point {
        -5..=0 => write!(text, "0.{}{figures}", zeros(-point)),
        1..=21 if point >= length => write!(text, "{figures}{}", zeros(point - length)),
        1..=21 => {
            let (whole, rest) = figures.split_at(usize::try_from(point).unwrap_or_default());
            write!(text, "{whole}.{rest}")
        }
        _ => {
            let (first, rest) = figures.split_at(1);
            let dot = if rest.is_empty() { "" } else { "." };
            write!(text, "{first}{dot}{rest}e{:+}", point - 1)
        }
    };
}
