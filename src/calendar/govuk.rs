//! The GOV.UK bank holiday list, `bank-holidays.json`, as a host hands it over.

use super::working_days::is_weekday;
use super::{Holiday, Nation, Title};
use crate::record::civil_date;
use chrono::Datelike;
use serde_json::{Map, Value};
use std::ops::RangeInclusive;

/// Years that a feed may speak of. The list itself has never held more than ten.
const YEARS: RangeInclusive<i32> = 2000..=2100;
const MOST_EVENTS: usize = 2000;

/// A feed that was not taken over, with everything that is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedError {
    /// In the order of the text; faults of whole years last. Never empty.
    pub problems: Vec<FeedProblem>,
}

/// One thing that is wrong with a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedProblem {
    /// What is wrong.
    pub fault: FeedFault,
    /// Where: a JSON pointer into the feed, empty for the whole of it.
    pub place: String,
}

/// What can be wrong with a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedFault {
    /// The text is not JSON; where reading stopped, counted from 1.
    NotJson { line: usize, column: usize },
    /// An object should stand here.
    NotAnObject,
    /// The nation's division is missing.
    DivisionMissing,
    /// The division gives itself another division's name.
    DivisionMisnamed,
    /// There is no list of events, or an empty one.
    EventsMissing,
    /// More than 2,000 events: not a bank holiday list.
    TooManyEvents,
    /// The event has no title.
    TitleMissing,
    /// The event has no date in the form `YYYY-MM-DD`, or one that does not exist.
    DateUnreadable,
    /// The date lies outside the years 2000 to 2100.
    DateOutOfRange,
    /// An earlier event has the same date.
    DateTwice,
    /// The year, between the first and the last of the feed, has too few holidays on weekdays.
    YearIncomplete { year: i32, found: usize, at_least: usize },
}

impl FeedFault {
    /// The key of the sentence that tells a developer what is wrong.
    pub const fn code(self) -> &'static str {
        match self {
            FeedFault::NotJson { .. } => "feed-not-json",
            FeedFault::NotAnObject => "feed-not-an-object",
            FeedFault::DivisionMissing => "feed-division-missing",
            FeedFault::DivisionMisnamed => "feed-division-misnamed",
            FeedFault::EventsMissing => "feed-events-missing",
            FeedFault::TooManyEvents => "feed-too-many-events",
            FeedFault::TitleMissing => "feed-title-missing",
            FeedFault::DateUnreadable => "feed-date-unreadable",
            FeedFault::DateOutOfRange => "feed-date-out-of-range",
            FeedFault::DateTwice => "feed-date-twice",
            FeedFault::YearIncomplete { .. } => "feed-year-incomplete",
        }
    }
}

impl std::fmt::Display for FeedError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            let gap = if index == 0 { "" } else { "; " };
            write!(f, "{gap}{} at {:?}", problem.fault.code(), problem.place)?;
        }
        Ok(())
    }
}

impl std::error::Error for FeedError {}

/// The division's holidays on weekdays, in order, or everything that is wrong with it.
pub(super) fn read(json: &str, nation: Nation) -> Result<Vec<Holiday>, FeedError> {
    let (place, events) = events(json, nation).map_err(|problem| FeedError { problems: vec![problem] })?;
    let mut problems = Vec::new();
    let mut holidays: Vec<Holiday> = Vec::new();
    for (index, event) in events.iter().enumerate() {
        let place = format!("{place}/{index}");
        let Some(holiday) = read_event(event, &place, &mut problems) else {
            continue;
        };
        if !holiday.put_among(&mut holidays) {
            problems.push(FeedProblem { fault: FeedFault::DateTwice, place: format!("{place}/date") });
        }
    }
    holidays.retain(|holiday| is_weekday(holiday.date));
    // With events unread, a short year says nothing that they do not say better.
    if problems.is_empty() {
        problems = incomplete_years(&holidays, nation, &place);
    }
    if problems.is_empty() { Ok(holidays) } else { Err(FeedError { problems }) }
}

fn events(json: &str, nation: Nation) -> Result<(String, Vec<Value>), FeedProblem> {
    let at = |fault, place: &str| FeedProblem { fault, place: place.to_owned() };
    let division = format!("/{}", nation.division());
    let place = format!("{division}/events");
    let feed: Value = serde_json::from_str(json)
        .map_err(|e| at(FeedFault::NotJson { line: e.line(), column: e.column() }, ""))?;
    let Value::Object(mut feed) = feed else {
        return Err(at(FeedFault::NotAnObject, ""));
    };
    let mut list = match feed.remove(nation.division()) {
        None => return Err(at(FeedFault::DivisionMissing, &division)),
        Some(Value::Object(list)) => list,
        Some(_) => return Err(at(FeedFault::NotAnObject, &division)),
    };
    if list.get("division").is_some_and(|name| name != nation.division()) {
        return Err(at(FeedFault::DivisionMisnamed, &format!("{division}/division")));
    }
    match list.remove("events") {
        Some(Value::Array(events)) if events.len() > MOST_EVENTS => Err(at(FeedFault::TooManyEvents, &place)),
        Some(Value::Array(events)) if !events.is_empty() => Ok((place, events)),
        _ => Err(at(FeedFault::EventsMissing, &place)),
    }
}

fn read_event(event: &Value, place: &str, problems: &mut Vec<FeedProblem>) -> Option<Holiday> {
    let mut report = |fault, member: &str| {
        problems.push(FeedProblem { fault, place: format!("{place}{member}") });
    };
    let Value::Object(event) = event else {
        report(FeedFault::NotAnObject, "");
        return None;
    };
    let title = text(event, "title").filter(|title| !title.trim().is_empty());
    if title.is_none() {
        report(FeedFault::TitleMissing, "/title");
    }
    let date = text(event, "date").and_then(civil_date);
    match date {
        None => report(FeedFault::DateUnreadable, "/date"),
        Some(date) if !YEARS.contains(&date.year()) => report(FeedFault::DateOutOfRange, "/date"),
        Some(_) => {}
    }
    let substitute =
        text(event, "notes").is_some_and(|notes| notes.to_ascii_lowercase().contains("substitute"));
    Some(Holiday { date: date?, title: Title::from_listed(title?), substitute })
}

fn text<'a>(event: &'a Map<String, Value>, member: &str) -> Option<&'a str> {
    event.get(member).and_then(Value::as_str)
}

fn incomplete_years(holidays: &[Holiday], nation: Nation, place: &str) -> Vec<FeedProblem> {
    let (Some(first), Some(last)) = (holidays.first(), holidays.last()) else {
        return vec![FeedProblem { fault: FeedFault::EventsMissing, place: place.to_owned() }];
    };
    let at_least = nation.yearly_holidays();
    (first.date.year()..=last.date.year())
        .map(|year| (year, holidays.iter().filter(|holiday| holiday.date.year() == year).count()))
        .filter(|(_, found)| *found < at_least)
        .map(|(year, found)| FeedFault::YearIncomplete { year, found, at_least })
        .map(|fault| FeedProblem { fault, place: place.to_owned() })
        .collect()
}
