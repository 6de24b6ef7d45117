//! Reading a file of vectors: each value of its kind, or where it is not.

use super::{Fault, Unreadable};
use crate::calendar::{civil_date, iso};
use chrono::NaiveDate;
use serde_json::{Map, Value};

fn fault(at: &str, why: Fault) -> Unreadable {
    Unreadable { at: at.to_owned(), why }
}

/// An object.
pub(super) fn object<'a>(value: &'a Value, at: &str) -> Result<&'a Map<String, Value>, Unreadable> {
    value.as_object().ok_or_else(|| fault(at, Fault::NotAnObject))
}

/// A list.
pub(super) fn list<'a>(value: &'a Value, at: &str) -> Result<&'a [Value], Unreadable> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| fault(at, Fault::NotAList))
}

/// A day.
pub(super) fn day(value: &Value, at: &str) -> Result<NaiveDate, Unreadable> {
    value.as_str().and_then(civil_date).ok_or_else(|| fault(at, Fault::NotADay))
}

/// Two days: what is given, and what is expected.
pub(super) fn pair<'a>(value: &'a Value, at: &str) -> Result<(NaiveDate, &'a Value), Unreadable> {
    let [given, expected] = list(value, at)? else { return Err(fault(at, Fault::NotAPair)) };
    day(expected, &format!("{at}[1]"))?;
    Ok((day(given, &format!("{at}[0]"))?, expected))
}

/// A list of days; none where the member is missing.
pub(super) fn days(members: &Map<String, Value>, name: &str, at: &str) -> Result<Vec<NaiveDate>, Unreadable> {
    let Some(value) = members.get(name) else { return Ok(Vec::new()) };
    let at = format!("{at}.{name}");
    let rows = list(value, &at)?.iter().enumerate();
    rows.map(|(index, row)| day(row, &format!("{at}[{index}]"))).collect()
}

/// A member that must be there.
pub(super) fn member<'a>(
    members: &'a Map<String, Value>,
    name: &str,
    at: &str,
) -> Result<&'a Value, Unreadable> {
    members.get(name).ok_or_else(|| fault(&format!("{at}.{name}"), Fault::Missing))
}

/// A day as a file has it; `null` where it is not known.
pub(super) fn written(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Null, |day| Value::from(iso(day)))
}
