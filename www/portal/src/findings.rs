//! The review of a stored or sent record, and its findings in words.

use chrono::NaiveDate;
use team_around::calendar::{Calendar, Interval, Nation, Unit};
use team_around::protocol::{Fact, Finding, Protocol, Status, Terms, review};
use team_around::record::Record;
use team_around::words::{Language, Words};

/// Everything the protocol finds in a record on a day: what the form finds too, with the same code.
pub fn of(record: &Record, protocol: &Protocol, today: NaiveDate) -> Vec<Finding> {
    let calendar = Calendar::built_in(Nation::EnglandAndWales);
    review(record, &Terms { today, calendar: &calendar, protocol })
}

/// Whether a manager's list names it: it is unmet, or would be but for a reason that was recorded.
pub fn is_listed(finding: &Finding) -> bool {
    finding.is_open() || (finding.status == Status::Unmet && finding.set_aside.is_some())
}

/// A finding as a sentence.
pub fn message(finding: &Finding, record: &Record) -> String {
    let words = Words::of(Language::English);
    let facts: Vec<(&str, String)> =
        finding.facts.iter().map(|(name, fact)| (*name, said(fact, record, words))).collect();
    let mut values: Vec<(&str, &str)> = facts.iter().map(|(name, fact)| (*name, fact.as_str())).collect();
    let due = finding.due_on.map(|day| words.day(day)).unwrap_or_default();
    values.push(("due", &due));
    words.fill(&format!("rule.{}.{}", finding.rule, finding.says), &values)
}

fn said(fact: &Fact, record: &Record, words: &Words) -> String {
    match fact {
        Fact::Words(text) => text.clone(),
        Fact::Day(day) => words.day(*day),
        Fact::Count(number) => number.to_string(),
        Fact::Interval(interval) => length(interval, words),
        Fact::Person(id) => record.name_of(id).to_owned(),
    }
}

fn length(interval: &Interval, words: &Words) -> String {
    let thing = match interval.unit {
        Unit::Days => "day",
        Unit::WorkingDays => "working-day",
        Unit::Weeks => "week",
        Unit::Months => "month",
    };
    words.count(thing, interval.quantity)
}
