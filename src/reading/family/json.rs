//! A copy as JSON text: what the family's page is given, and all that it is given.

use super::copy::{Approval, Fact, FamilyCopy, Heading, Item, Part, Said, Version};
use crate::reading::json::{Json, read};
use crate::record::codes::IntervalUnit;
use crate::record::{CodeSet, Holds, Written, civil_date, iso};
use chrono::NaiveDate;

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
    written(copy).write()
}

fn written(copy: &FamilyCopy) -> Json {
    let approval = copy.approval.as_ref();
    let approval = approval.map(|it| Json::object([("on", day_of(it.on)), ("seal", Json::text(&it.seal))]));
    let version = match copy.version {
        Version::Adult => "adult",
        Version::Child => "child",
    };
    Json::object([
        ("format", Json::text(FORMAT)),
        ("version", Json::Number(VERSION.to_string())),
        ("id", Json::text(&copy.id)),
        ("reader", Json::text(&copy.reader)),
        ("children", Json::List(copy.children.iter().map(|name| Json::text(name)).collect())),
        ("for", Json::text(version)),
        ("language", Json::text(&copy.language)),
        ("as_at", copy.as_at.map_or(Json::Null, day_of)),
        ("expires_on", copy.expires_on.map_or(Json::Null, day_of)),
        ("approval", approval.unwrap_or(Json::Null)),
        ("parts", Json::List(copy.parts.iter().map(part).collect())),
    ])
}

fn part(part: &Part) -> Json {
    let items = Json::List(part.items.iter().map(item).collect());
    Json::object([("heading", Json::text(part.heading.code())), ("items", items)])
}

fn item(item: &Item) -> Json {
    let mut members = said(&item.said);
    members.push(("facts", Json::List(item.facts.iter().map(fact).collect())));
    Json::object(members)
}

fn said(said: &Said) -> Vec<(&'static str, Json)> {
    let mut members = vec![("words", Json::text(&said.words))];
    if !said.language.is_empty() {
        members.push(("language", Json::text(&said.language)));
    }
    members
}

fn fact(fact: &Fact) -> Json {
    let mut members = fact.said().map(said).unwrap_or_default();
    members.push(("fact", Json::text(fact.code())));
    match fact {
        Fact::By(day) | Fact::On(day) | Fact::Done(day) => members.push(("day", day_of(*day))),
        Fact::Every(number, unit) => {
            members.push(("number", Json::Number(number.to_string())));
            members.push(("unit", Json::text(unit.code())));
        }
        Fact::Code(list, code) => members.extend([("list", Json::text(list)), ("code", Json::text(code))]),
        _ => {}
    }
    Json::object(members)
}

fn day_of(day: NaiveDate) -> Json {
    Json::Text(iso(day))
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
    let value = read(text).ok_or(NotACopy::Other)?;
    if value.get("format").and_then(Json::as_text) != Some(FORMAT) {
        return Err(NotACopy::Other);
    }
    if value.get("version").and_then(Json::as_number).is_some_and(|version| version > VERSION) {
        return Err(NotACopy::Newer);
    }
    let copy = whole(&value).ok_or(NotACopy::Damaged)?;
    let seal = copy.approval.as_ref().map(|approval| approval.seal.clone());
    let all = value == written(&copy);
    if all && seal.is_some_and(|seal| seal == copy.seal()) { Ok(copy) } else { Err(NotACopy::NotApproved) }
}

fn whole(value: &Json) -> Option<FamilyCopy> {
    let list = |key: &str| value.get(key).and_then(Json::as_list);
    let names = list("children")?.iter().map(|name| name.as_text().map(str::to_owned));
    Some(FamilyCopy {
        id: text(value, "id")?,
        reader: text(value, "reader")?,
        children: names.collect::<Option<_>>()?,
        version: match value.get("for")?.as_text()? {
            "adult" => Version::Adult,
            "child" => Version::Child,
            _ => return None,
        },
        language: text(value, "language")?,
        as_at: day(value, "as_at"),
        expires_on: day(value, "expires_on"),
        approval: match value.get("approval").filter(|approval| **approval != Json::Null) {
            Some(approval) => Some(read_approval(approval)?),
            None => None,
        },
        parts: list("parts")?.iter().map(read_part).collect::<Option<_>>()?,
    })
}

fn read_approval(value: &Json) -> Option<Approval> {
    Some(Approval { on: day(value, "on")?, seal: text(value, "seal")? })
}

fn read_part(value: &Json) -> Option<Part> {
    let items = value.get("items")?.as_list()?.iter().map(read_item);
    Some(Part {
        heading: Heading::of(value.get("heading")?.as_text()?)?,
        items: items.collect::<Option<_>>()?,
    })
}

fn read_item(value: &Json) -> Option<Item> {
    let facts = value.get("facts")?.as_list()?.iter().map(read_fact);
    Some(Item { said: read_said(value)?, facts: facts.collect::<Option<_>>()? })
}

fn read_said(value: &Json) -> Option<Said> {
    Some(Said { words: text(value, "words")?, language: text(value, "language").unwrap_or_default() })
}

fn read_fact(value: &Json) -> Option<Fact> {
    let said = || read_said(value);
    Some(match value.get("fact")?.as_text()? {
        "you" => Fact::You,
        "who" => Fact::Who(said()?),
        "role" => Fact::Role(said()?),
        "by" => Fact::By(day(value, "day")?),
        "on" => Fact::On(day(value, "day")?),
        "at" => Fact::At(said()?),
        "every" => {
            let number = value.get("number")?.as_number().and_then(|number| number.try_into().ok())?;
            Fact::Every(number, unit(value.get("unit")?.as_text()?)?)
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

fn unit(code: &str) -> Option<IntervalUnit> {
    IntervalUnit::of(&Holds::Code(IntervalUnit::LIST.position(code)?))
}

fn text(value: &Json, key: &str) -> Option<String> {
    value.get(key).and_then(Json::as_text).map(str::to_owned)
}

fn day(value: &Json, key: &str) -> Option<NaiveDate> {
    value.get(key).and_then(Json::as_text).and_then(civil_date)
}
