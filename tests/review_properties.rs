//! What holds of every review, whatever the record, the day and the packs.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use team_around::calendar::{Calendar, Nation};
use team_around::protocol::pack::Weight;
use team_around::protocol::packs::BUILT_IN;
use team_around::protocol::rules::OF_MEETINGS;
use team_around::protocol::{Finding, Pack, Protocol, Scope, Severity, Status, Terms, review};
use team_around::record::signoff::Override;
use team_around::record::{Kind, Place, Record, RowId, Section, Shape, Typed};
use team_around::wire::{built_in_pack, finding_json, read_record, write_record};
use team_around::words::{Language, Words};

mod generated;

const CASES: u32 = 60;

/// As many as were asked for by `PROPTEST_CASES`, as the long run does.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES)
}

fn packs() -> Vec<Pack> {
    BUILT_IN.iter().filter_map(|pack| built_in_pack(pack.id)).collect()
}

fn found(record: &Record, today: NaiveDate, packs: Vec<Pack>) -> Vec<Finding> {
    let (protocol, calendar) = (Protocol::of(packs), Calendar::built_in(Nation::EnglandAndWales));
    review(record, &Terms { today, calendar: &calendar, protocol: &protocol, meeting: None })
}

/// Any day from 1900 to 2100.
fn day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
    (0u64..=73_413).prop_map(move |days| first + Days::new(days))
}

/// A record of few rows, and any day.
fn told() -> impl Strategy<Value = (Made, NaiveDate)> {
    (any::<u64>(), 0usize..5, day()).prop_map(|(seed, rows, day)| (Made { seed, rows }, day))
}

/// A generated record, by what it is made from: short to print, and the same each time.
#[derive(Clone, Copy, Debug)]
struct Made {
    seed: u64,
    rows: usize,
}

impl Made {
    fn record(self) -> Record {
        generated::record(self.seed, self.rows)
    }
}

/// What a finding says, and where; the order of rows may not change it.
fn said(findings: &[Finding]) -> BTreeSet<String> {
    let line = |one: &Finding| {
        let also: BTreeSet<&str> = one.also.iter().copied().chain([one.rule]).collect();
        format!("{:?} {:?} {} {:?} {:?}", one.status, one.severity, one.place, also, one.due_on)
    };
    findings.iter().map(line).collect()
}

fn lists(shape: &'static Shape, found: &mut Vec<&'static str>) {
    for field in shape.fields {
        if let Kind::Part(inner) | Kind::Rows(inner) = field.kind {
            found.extend(inner().row.then_some(inner().home));
            lists(inner(), found);
        }
    }
}

/// The same record with the rows of every list the other way round, read anew from its JSON.
fn turned(record: &Record) -> Record {
    let mut value = write_record(record);
    let mut homes = Vec::new();
    lists(&Record::QUESTIONS, &mut homes);
    for home in homes {
        if let Some(rows) = value.pointer_mut(&format!("/{home}")).and_then(Value::as_array_mut) {
            rows.reverse();
        }
    }
    // What people thought of a meeting is kept apart from the record's JSON.
    let feedback = record.feedback.iter().rev().cloned().collect();
    Record { feedback, ..read_record(&value).record }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_review_always_answers_and_always_the_same((made, today) in told()) {
        let record = made.record();
        let first = found(&record, today, packs());
        prop_assert!(!first.is_empty());
        prop_assert_eq!(first, found(&record, today, packs()));
    }

    /// The module for browsers that holds the plan alone leaves these rules out.
    #[test]
    fn what_rules_about_meetings_find_is_never_for_the_plan_to_answer((made, today) in told()) {
        for finding in found(&made.record(), today, packs()) {
            let open = !matches!(finding.status, Status::Met | Status::NotApplicable);
            if open && OF_MEETINGS.contains(&finding.rule) {
                prop_assert!(!Scope::Plan.covers(&finding.place), "{} {}", finding.rule, finding.place);
            }
        }
    }

    #[test]
    fn every_place_is_in_the_record_and_reads_back((made, today) in told()) {
        let record = made.record();
        for finding in found(&record, today, packs()) {
            let place = &finding.place;
            prop_assert_eq!(Place::read(&place.to_string()), Some(place.clone()), "{}", finding.rule);
            let there = match (&place.row, place.key) {
                (None, None) => place.shape().is_some(),
                (Some(_), None) => record.section(place).is_some(),
                (_, Some(_)) => record.answer(place).is_some(),
            };
            prop_assert!(there, "{} at {}", finding.rule, place);
        }
    }

    #[test]
    fn the_order_of_rows_moves_no_finding((made, today) in told()) {
        let record = made.record();
        let once = said(&found(&record, today, packs()));
        let other = said(&found(&turned(&record), today, packs()));
        let moved: Vec<_> = once.symmetric_difference(&other).collect();
        prop_assert!(moved.is_empty(), "{:#?}", moved);
    }

    #[test]
    fn the_order_of_packs_changes_nothing_but_who_is_named_first((made, today) in told(), turn in 0usize..5) {
        let record = made.record();
        let one = ["hampshire-cin-2018", "calderdale-meetings-2017", "childrens-commissioner-2024", "team-around-answers"];
        let named = |ids: &[&str]| ids.iter().filter_map(|id| built_in_pack(id)).collect::<Vec<_>>();
        let mut other = one;
        other.rotate_left(turn % one.len());
        prop_assert_eq!(said(&found(&record, today, named(&one))), said(&found(&record, today, named(&other))));
    }

    #[test]
    fn a_finding_is_told_in_json_and_read_back((made, today) in told()) {
        let record = made.record();
        let protocol = Protocol::of(packs());
        for finding in found(&record, today, packs()) {
            for words in Language::ALL.map(Words::of) {
                let told = finding_json(&finding, &record, &protocol, words);
                let again: Value = serde_json::from_str(&told.to_string()).unwrap();
                prop_assert_eq!(&told, &again);
                prop_assert_eq!(again["rule"].as_str(), Some(finding.rule));
                prop_assert_eq!(again["place"].as_str().and_then(Place::read), Some(finding.place.clone()));
                let due = again.get("due_on").and_then(Value::as_str).map(|day| day.parse().unwrap());
                prop_assert_eq!(due, finding.due_on);
                prop_assert!(again["message"].as_str().is_some_and(|message| !message.is_empty()));
            }
        }
    }

    #[test]
    fn a_reason_sets_its_own_finding_aside_and_no_other((made, today) in told(), pick in any::<usize>()) {
        let mut record = made.record();
        record.overrides.clear();
        let before = found(&record, today, packs());
        let open: Vec<&Finding> = before.iter().filter(|finding| finding.stops()).collect();
        prop_assume!(!open.is_empty());
        let chosen = open[pick % open.len()];
        record.overrides.push(reason(chosen));
        let after = found(&record, today, packs());
        let silenced: Vec<&Finding> = after.iter().filter(|finding| finding.set_aside.is_some()).collect();
        prop_assert_eq!(silenced.len(), 1);
        prop_assert_eq!((silenced[0].rule, &silenced[0].place), (chosen.rule, &chosen.place));
        prop_assert!(!silenced[0].stops());
        prop_assert_eq!(said(&before), said(&after));
        prop_assert_eq!(after.iter().filter(|finding| finding.stops()).count(), open.len() - 1);
    }

    #[test]
    fn nothing_sets_safety_aside((made, today) in told()) {
        let mut record = made.record();
        record.overrides.clear();
        let mut safe = packs();
        let rules = safe.iter_mut().flat_map(|pack| &mut pack.rules);
        rules.for_each(|rule| rule.severity = Typed::Given(Weight::Safety));
        let before: Vec<Finding> = found(&record, today, safe.clone());
        let stopping: Vec<&Finding> = before.iter().filter(|finding| finding.stops()).collect();
        record.overrides = stopping.iter().map(|finding| reason(finding)).collect();
        let after = found(&record, today, safe);
        prop_assert!(after.iter().filter(|one| one.severity == Severity::Safety).all(|one| one.set_aside.is_none()));
        let unmet = |findings: &[Finding]| {
            findings.iter().filter(|one| one.stops() && one.place.home != "overrides").count()
        };
        prop_assert_eq!(unmet(&before), unmet(&after));
    }
}

/// A complete reason for setting a finding aside.
fn reason(finding: &Finding) -> Override {
    let mut row = Override {
        rule: finding.rule.into(),
        place: finding.place.to_string().as_str().into(),
        reason: "Agreed at the meeting.".into(),
        name: "Ines Corbel".into(),
        role: "Team Manager".into(),
        at: "2026-03-10T14:05".into(),
        ..Override::default()
    };
    row.set_row_id(RowId::new("o-1").unwrap());
    row
}

#[test]
fn a_full_record_is_reviewed_on_any_first_of_a_month() {
    let record = generated::full(3);
    for year in 1900..=2100 {
        let today = NaiveDate::from_ymd_opt(year, 1 + year.unsigned_abs() % 12, 1).unwrap();
        let found = found(&record, today, packs());
        assert!(found.iter().any(|finding| finding.status == Status::Met));
    }
}

#[test]
fn both_documents_are_cited_once() {
    let record = read_record(&json!({
        "children": [{ "id": "c-1", "name": "Wren Tallow", "date_of_birth": "2018-06-11" }],
        "voices": [{ "id": "v-1", "child": "c-1" }],
    }))
    .record;
    let today = NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
    let both: Vec<Pack> =
        ["calderdale-meetings-2017", "hampshire-cin-2018"].into_iter().filter_map(built_in_pack).collect();
    let found = found(&record, today, both.clone());
    let said: Vec<&Finding> = found.iter().filter(|one| one.rule == "child-views-now-missing").collect();
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].severity, Severity::Must, "the stricter of the two");
    let told = finding_json(said[0], &record, &Protocol::of(both), Words::of(Language::English));
    let packs: Vec<&str> =
        told["sources"].as_array().unwrap().iter().filter_map(|source| source["pack"].as_str()).collect();
    assert_eq!(packs, ["calderdale-meetings-2017", "hampshire-cin-2018"]);
}
