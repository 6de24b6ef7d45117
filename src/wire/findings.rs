//! Findings as JSON, as an envelope, an event, the command and a server have them.

use crate::calendar::{Working, iso};
use crate::protocol::{Finding, Protocol, Source};
use crate::record::{CodeSet, Record};
use crate::words::Words;
use serde_json::{Map, Value, json};

/// A finding as JSON, told in these words.
///
/// `{rule, topic, severity, status, place, message, sources, also?, due_on?, working?, set_aside?, never_stops?}`
pub fn finding_json(finding: &Finding, record: &Record, protocol: &Protocol, words: &Words) -> Value {
    let mut members = Map::new();
    let mut put = |key: &str, value: Value| _ = members.insert(key.to_owned(), value);
    put("rule", finding.rule.into());
    put("topic", finding.topic.name().into());
    put("severity", finding.severity.name().into());
    put("status", finding.status.name().into());
    put("place", finding.place.to_string().into());
    put("message", words.sentence(finding, record, protocol).into());
    put("sources", sources(finding, protocol, words));
    if !finding.also.is_empty() {
        put("also", finding.also.iter().copied().collect());
    }
    if let Some(day) = finding.due_on {
        put("due_on", iso(day).into());
    }
    if let Some(working) = &finding.working {
        put("working", working_json(working, words));
    }
    if let Some(id) = &finding.set_aside {
        put("set_aside", id.as_str().into());
    }
    if finding.never_stops {
        put("never_stops", true.into());
    }
    Value::Object(members)
}

/// The sources of a finding's rules, without saying one twice.
fn sources(finding: &Finding, protocol: &Protocol, words: &Words) -> Value {
    let rules = std::iter::once(finding.rule).chain(finding.also.iter().copied());
    let mut said: Vec<Value> = Vec::new();
    for source in rules.filter_map(|rule| protocol.ruling_of(rule)).flat_map(|ruling| &ruling.sources) {
        let source = source_json(source, words);
        if !said.contains(&source) {
            said.push(source);
        }
    }
    Value::Array(said)
}

/// A source as JSON: `{pack, document, title, edition, heading, rows, word, departs?, because?}`.
pub fn source_json(source: &Source, words: &Words) -> Value {
    let rows: Vec<&str> = source.rule.rows.split_whitespace().collect();
    let mut told = json!({
        "pack": source.pack,
        "document": source.document.id.as_str(),
        "title": source.document.title.trim(),
        "edition": source.document.edition.trim(),
        "heading": source.rule.heading.trim(),
        "rows": rows,
        "word": source.word().code(),
    });
    if let (Some(departs), Some(members)) = (source.departs(), told.as_object_mut()) {
        members.insert("departs".to_owned(), departs.code().into());
        let because = words.either(&source.rule.because, &source.rule.because_cy);
        members.insert("because".to_owned(), because.into());
    }
    told
}

/// How a day was counted: `{from, day_one, counted, skipped, in_words}`.
pub fn working_json(working: &Working, words: &Words) -> Value {
    let skipped = working.skipped.iter();
    let skipped: Vec<Value> =
        skipped.map(|day| json!({ "on": iso(day.date), "title": day.title.key() })).collect();
    json!({
        "from": iso(working.anchor),
        "day_one": iso(working.day_one),
        "counted": { "quantity": working.counted.quantity, "unit": working.counted.unit,
                     "count_anchor_day": working.counted.count_anchor_day },
        "skipped": skipped,
        "in_words": words.working(working),
    })
}
