//! What a story has told so far, and what is found in it.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use team_around::calendar::{Calendar, Nation};
use team_around::protocol::{Finding, Pack, Protocol, Scope, Severity, Status, Terms, Topic, review};
use team_around::record::{CodeSet, Record};
use team_around::wire::{ANSWERS, built_in_pack, finding_json, read_pack_value, read_record};
use team_around::words::{Language, Words};

/// Is told all that is found at one comparison, and the part that is compared.
pub type Listener<'a> = dyn FnMut(&[Finding], &[&Finding]) + 'a;

/// What was told.
#[derive(Default)]
pub struct Telling {
    record: Value,
    terms: BTreeMap<String, String>,
}

impl Telling {
    /// Takes terms; what is not told again stays.
    pub fn take(&mut self, terms: &[(String, String)]) {
        const KNOWN: [&str; 7] = ["today", "packs", "about", "document", "weight", "reading", "never said"];
        for (name, value) in terms {
            assert!(KNOWN.contains(&name.as_str()), "no term is called `{name}`");
            self.terms.insert(name.clone(), value.clone());
        }
    }

    /// Merges a part into the record.
    pub fn merge(&mut self, part: &Value) {
        merge(&mut self.record, part);
    }

    /// The record as far as it is told.
    pub fn record(&self) -> &Value {
        &self.record
    }

    fn term(&self, name: &str) -> &str {
        self.terms.get(name).map_or("", String::as_str)
    }

    fn protocol(&self) -> Protocol {
        let read = self.term("reading").split_once(' ').map(|(name, value)| reading(name, value));
        let named = self.term("packs").split_whitespace();
        let named = named.map(|id| built_in_pack(id).unwrap_or_else(|| panic!("no pack {id}")));
        let named: Vec<Pack> = named.collect();
        assert!(!named.is_empty(), "no packs");
        Protocol::of(read.into_iter().chain(named).chain(built_in_pack(ANSWERS)).collect())
    }

    /// What differs from what is expected: `-` for what was expected and is not found, `+` for what is found.
    pub fn compare(&self, expected: &[String], listen: &mut Listener<'_>) -> String {
        let reading = read_record(&self.record);
        assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        let (protocol, calendar) = (self.protocol(), Calendar::built_in(Nation::EnglandAndWales));
        let today: NaiveDate = self.term("today").parse().expect("the day");
        let terms = Terms { today, calendar: &calendar, protocol: &protocol, meeting: None };
        let found = review(&reading.record, &terms);
        self.never_said(&found, &reading.record, &protocol);
        said_once(&found, &reading.record, &protocol);
        let compared: Vec<&Finding> = found.iter().filter(|finding| self.compares(finding)).collect();
        listen(&found, &compared);
        let found: Vec<String> = compared.iter().map(|finding| line(finding, &protocol)).collect();
        difference(expected, &found)
    }

    fn compares(&self, finding: &Finding) -> bool {
        let about: Vec<&str> = self.term("about").split_whitespace().collect();
        assert!(about.iter().all(|name| Topic::ALL.iter().any(|topic| topic.name() == *name)), "{about:?}");
        let documents = [Scope::Plan, Scope::Meeting, Scope::Report];
        let document = documents.iter().find(|scope| scope.code() == self.term("document"));
        assert!(document.is_some() || self.term("document").is_empty(), "no such document");
        let least = Severity::ALL.into_iter().find(|severity| severity.name() == self.term("weight"));
        matches!(finding.status, Status::Unmet | Status::Due | Status::Unknown)
            && (about.is_empty() || about.contains(&finding.topic.name()))
            && document.is_none_or(|document| document.covers(&finding.place))
            && least.is_none_or(|least| finding.severity >= least)
    }

    fn never_said(&self, found: &[Finding], record: &Record, protocol: &Protocol) {
        let words = Words::of(Language::English);
        let said: String =
            found.iter().map(|one| finding_json(one, record, protocol, words).to_string()).collect();
        let never = self.term("never said");
        assert!(never.is_empty() || !said.contains(never), "a finding says: {never}");
    }
}

/// Nothing stands twice: no topic at one place, and no sentence at one place.
fn said_once(found: &[Finding], record: &Record, protocol: &Protocol) {
    let words = Words::of(Language::English);
    let mut said = BTreeSet::new();
    for one in found.iter().filter(|one| matches!(one.status, Status::Unmet | Status::Due)) {
        let sentence = finding_json(one, record, protocol, words)["message"].to_string();
        let topic = format!("{} {}", one.topic.name(), one.status.name());
        for what in [topic, sentence] {
            assert!(said.insert(format!("{} {what}", one.place)), "twice at {}: {what}", one.place);
        }
    }
}

/// A pack that says nothing but how one doubtful place is read.
fn reading(name: &str, value: &str) -> Pack {
    let pack = json!({
        "format": "team-around-pack", "version": 1, "id": "as-read-here", "edition": "1", "title": "As read here",
        "title_cy": "Fel y’i darllenir yma", "readings": [{ "id": name, "value": value }],
    });
    read_pack_value(&pack).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn line(finding: &Finding, protocol: &Protocol) -> String {
    let mut words = vec![finding.severity.name().to_owned(), finding.status.name().to_owned()];
    words.extend(finding.due_on.map(|day| day.to_string()));
    words.push(finding.place.to_string());
    let rules: Vec<&str> = std::iter::once(finding.rule).chain(finding.also.iter().copied()).collect();
    let packs: BTreeSet<&str> = rules
        .iter()
        .filter_map(|rule| protocol.ruling_of(rule))
        .flat_map(|ruling| ruling.sources.iter().map(|source| source.pack.as_str()))
        .collect();
    let packs: Vec<&str> = packs.into_iter().collect();
    let cited = if packs.len() > 1 { format!(" ({})", packs.join(", ")) } else { String::new() };
    format!("{} — {}{cited}", words.join(" "), rules.join(", "))
}

fn difference(expected: &[String], found: &[String]) -> String {
    let missing = expected.iter().filter(|line| !found.contains(line)).map(|line| format!("  - {line}\n"));
    let more = found.iter().filter(|line| !expected.contains(line)).map(|line| format!("  + {line}\n"));
    let twice = (expected.len() != found.len())
        .then(|| format!("  {} lines, {} found\n", expected.len(), found.len()));
    let lines: String = missing.chain(more).collect();
    if lines.is_empty() { twice.unwrap_or_default() } else { lines }
}

fn merge(into: &mut Value, part: &Value) {
    match part {
        Value::Object(members) => {
            if !into.is_object() {
                *into = Value::Object(Map::new());
            }
            let into = into.as_object_mut().unwrap();
            for (key, value) in members {
                merge_member(into, key, value);
            }
        }
        Value::Array(rows) if rows.iter().all(|row| row.get("id").is_some()) && !rows.is_empty() => {
            if !into.is_array() {
                *into = Value::Array(Vec::new());
            }
            let into = into.as_array_mut().unwrap();
            rows.iter().for_each(|row| merge_row(into, row));
        }
        other => *into = other.clone(),
    }
}

fn merge_member(into: &mut Map<String, Value>, key: &str, value: &Value) {
    if value.is_null() {
        into.shift_remove(key);
    } else {
        merge(into.entry(key).or_insert(Value::Null), value);
    }
}

fn merge_row(into: &mut Vec<Value>, row: &Value) {
    match into.iter_mut().find(|known| known["id"] == row["id"]) {
        Some(known) => merge(known, row),
        None => {
            into.push(Value::Null);
            merge(into.last_mut().unwrap(), row);
        }
    }
}
