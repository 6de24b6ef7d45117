//! A copy as JSON text: what the family's page is given, and all that it is given.

use super::copy::{Approval, Fact, FamilyCopy, Heading, Item, Part, Said, Version};
use crate::record::civil_date;
use crate::record::codes::IntervalUnit;
use crate::record::{CodeSet, Written, iso};
use chrono::NaiveDate;
use serde_json::{Map, Value, json};

/// What says that a document is a copy for a family.
pub const FORMAT: &str = "team-around-family";
/// The version that is written.
pub const VERSION: u64 = 1;

/// Why a text is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotACopy {
    /// It is no copy for a family.
    Other,
    /// A newer version wrote it.
    Newer,
    /// It is one, and part of it cannot be read.
    Damaged,
    /// Nobody has approved it, or it is not what was approved.
    NotApproved,
    /// Its last day is over.
    Expired,
}

/// The longest text that is read, in bytes: no plan comes near it, and a page that reads it is not held up.
const LONGEST: usize = 1 << 19;

/// The copy as JSON text.
pub fn write_copy(copy: &FamilyCopy) -> String {
    written(copy).to_string()
}

fn written(copy: &FamilyCopy) -> Value {
    let approval = copy.approval.as_ref();
    let approval = approval.map(|it| json!({ "on": iso(it.on), "seal": it.seal }));
    let version = match copy.version {
        Version::Adult => "adult",
        Version::Child => "child",
    };
    json!({
        "format": FORMAT,
        "version": VERSION,
        "id": copy.id,
        "reader": copy.reader,
        "children": copy.children,
        "for": version,
        "language": copy.language,
        "as_at": copy.as_at.map(iso),
        "expires_on": copy.expires_on.map(iso),
        "approval": approval,
        "parts": copy.parts.iter().map(part).collect::<Vec<_>>(),
    })
}

fn part(part: &Part) -> Value {
    json!({ "heading": part.heading.code(), "items": part.items.iter().map(item).collect::<Vec<_>>() })
}

fn item(item: &Item) -> Value {
    let mut members = said(&item.said);
    members.insert("facts".to_owned(), item.facts.iter().map(fact).collect());
    Value::Object(members)
}

fn said(said: &Said) -> Map<String, Value> {
    let mut members = Map::new();
    members.insert("words".to_owned(), said.words.as_str().into());
    if !said.language.is_empty() {
        members.insert("language".to_owned(), said.language.as_str().into());
    }
    members
}

fn fact(fact: &Fact) -> Value {
    let mut members = fact.said().map(said).unwrap_or_default();
    members.insert("fact".to_owned(), fact.code().into());
    match fact {
        Fact::By(day) | Fact::On(day) | Fact::Done(day) => {
            members.insert("day".to_owned(), iso(*day).into());
        }
        Fact::Every(number, unit) => {
            members.insert("number".to_owned(), (*number).into());
            members.insert("unit".to_owned(), unit.code().into());
        }
        Fact::Code(list, code) => {
            members.insert("list".to_owned(), list.as_str().into());
            members.insert("code".to_owned(), code.as_str().into());
        }
        _ => {}
    }
    Value::Object(members)
}

/// The copy in a JSON text, on a day on which it may still be read.
///
/// # Errors
/// Why it is not shown.
pub fn readable(text: &str, today: NaiveDate) -> Result<FamilyCopy, NotACopy> {
    let copy = read_copy(text)?;
    let over = copy.expires_on.is_none_or(|last| today > last);
    if over { Err(NotACopy::Expired) } else { Ok(copy) }
}

/// The copy in a JSON text. Only one that was approved, and is to the letter what was approved, is read: a text
/// that holds anything beside it is none.
///
/// # Errors
/// Why it is not shown.
pub fn read_copy(text: &str) -> Result<FamilyCopy, NotACopy> {
    if text.len() > LONGEST {
        return Err(NotACopy::Other);
    }
    let value: Value = serde_json::from_str(text).map_err(|_| NotACopy::Other)?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(NotACopy::Other);
    }
    if value.get("version").and_then(Value::as_u64).is_some_and(|version| version > VERSION) {
        return Err(NotACopy::Newer);
    }
    let copy = whole(&value).ok_or(NotACopy::Damaged)?;
    let seal = copy.approval.as_ref().map(|approval| approval.seal.clone());
    let all = value == written(&copy);
    if all && seal.is_some_and(|seal| seal == copy.seal()) { Ok(copy) } else { Err(NotACopy::NotApproved) }
}

fn whole(value: &Value) -> Option<FamilyCopy> {
    let list = |key: &str| value.get(key).and_then(Value::as_array);
    let names = list("children")?.iter().map(|name| name.as_str().map(str::to_owned));
    Some(FamilyCopy {
        id: text(value, "id")?,
        reader: text(value, "reader")?,
        children: names.collect::<Option<_>>()?,
        version: match value.get("for")?.as_str()? {
            "adult" => Version::Adult,
            "child" => Version::Child,
            _ => return None,
        },
        language: text(value, "language")?,
        as_at: day(value, "as_at"),
        expires_on: day(value, "expires_on"),
        approval: match value.get("approval").filter(|approval| !approval.is_null()) {
            Some(approval) => Some(read_approval(approval)?),
            None => None,
        },
        parts: list("parts")?.iter().map(read_part).collect::<Option<_>>()?,
    })
}

fn read_approval(value: &Value) -> Option<Approval> {
    Some(Approval { on: day(value, "on")?, seal: text(value, "seal")? })
}

fn read_part(value: &Value) -> Option<Part> {
    let items = value.get("items")?.as_array()?.iter().map(read_item);
    Some(Part {
        heading: Heading::of(value.get("heading")?.as_str()?)?,
        items: items.collect::<Option<_>>()?,
    })
}

fn read_item(value: &Value) -> Option<Item> {
    let facts = value.get("facts")?.as_array()?.iter().map(read_fact);
    Some(Item { said: read_said(value)?, facts: facts.collect::<Option<_>>()? })
}

fn read_said(value: &Value) -> Option<Said> {
    Some(Said { words: text(value, "words")?, language: text(value, "language").unwrap_or_default() })
}

fn read_fact(value: &Value) -> Option<Fact> {
    let said = || read_said(value);
    Some(match value.get("fact")?.as_str()? {
        "you" => Fact::You,
        "who" => Fact::Who(said()?),
        "role" => Fact::Role(said()?),
        "by" => Fact::By(day(value, "day")?),
        "on" => Fact::On(day(value, "day")?),
        "at" => Fact::At(said()?),
        "every" => {
            let number = value.get("number")?.as_u64().and_then(|number| number.try_into().ok())?;
            Fact::Every(number, IntervalUnit::read(value.get("unit")?.as_str()?)?)
        }
        "measure" => Fact::Measure(said()?),
        "now" => Fact::Now(said()?),
        "code" => Fact::Code(text(value, "list")?, text(value, "code")?),
        "done" => Fact::Done(day(value, "day")?),
        "then" => Fact::Then(said()?),
        "because" => Fact::Because(said()?),
        "if" => Fact::If(said()?),
        "without" => Fact::Without(said()?),
        "ends" => Fact::Ends(said()?),
        _ => return None,
    })
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(Value::as_str).map(str::to_owned)
}

fn day(value: &Value, key: &str) -> Option<NaiveDate> {
    value.get(key).and_then(Value::as_str).and_then(civil_date)
}
