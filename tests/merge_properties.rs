//! What holds of every merge: the same twice is once, the order does not matter, and no sentence is lost.

mod generated;

use generated::Dice;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeSet, HashSet};
use team_around::protocol::Scope;
use team_around::record::report::{AgencyReport, ReportMode};
use team_around::record::{Kind, Link, Links, Place, Record, Row, RowId, State, Target, Typed};
use team_around::wire::{Envelope, EnvelopeKind, Merged, merge, merge_opened};

/// The lists of a report, and those of a meeting's record.
const REPORT: [&str; 4] = ["reports", "reported_progress", "need_views", "chronology"];
const MEETING: [&str; 8] = [
    "attendance",
    "reports",
    "need_views",
    "discussion",
    "decisions",
    "feedback",
    "plan/actions",
    "differences",
];

/// At least this many pairs, 10,000 of them for a report in two tests side by side; the long run may ask for more.
fn cases(least: u32) -> u32 {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    asked.unwrap_or(least).max(least)
}

fn id(text: &str) -> RowId {
    RowId::new(text).unwrap()
}

/// The row with this id, which is put at the end where there is none.
fn row<'a, R: Row>(rows: &'a mut Vec<R>, of: &str) -> &'a mut R {
    if !rows.iter().any(|row| row.id().as_str() == of) {
        let mut new = R::default();
        new.set_row_id(id(of));
        rows.push(new);
    }
    rows.iter_mut().find(|row| row.id().as_str() == of).unwrap()
}

/// A record with a child, a meeting, two agencies and, in these lists, anything.
fn ours(seed: u64, homes: &[&str]) -> Record {
    let mut record = generated::record_in(seed, 2, homes);
    row(&mut record.children, "children-1").name = "Osian Vance".into();
    row(&mut record.meetings, "meetings-1");
    row(&mut record.agencies, "agencies-1");
    row(&mut record.agencies, "agencies-2");
    record
}

/// What an agency sends back: of anything, half of the reports are its own to this meeting.
fn contribution(seed: u64, agency: &str) -> Envelope {
    let mut record = generated::record_in(seed, 2, &REPORT);
    row(&mut record.children, "children-1").name = "Osian Vance".into();
    for (index, report) in record.reports.iter_mut().enumerate() {
        if index != 1 || !seed.is_multiple_of(3) {
            own(report, agency);
        }
    }
    for row in record.reported_progress.iter_mut().skip(usize::from(seed.is_multiple_of(2))) {
        row.report = Link::to(&id("reports-1"));
    }
    for row in record.need_views.iter_mut().skip(usize::from(seed.is_multiple_of(5))) {
        row.report = Link::to(&id("reports-1"));
        row.agency = if seed.is_multiple_of(7) { Link::default() } else { Link::to(&id(agency)) };
    }
    for row in record.chronology.iter_mut().skip(usize::from(seed.is_multiple_of(4))) {
        row.agencies = Links::to(&[&id(agency)]);
    }
    let mut envelope = Envelope::request(record, &id("meetings-1"), &id(agency));
    envelope.kind = Typed::Given(EnvelopeKind::Contribution);
    envelope.made.by.name = format!("Writer of {agency}").as_str().into();
    envelope.made.by.role = "Teacher".into();
    envelope.made.on = Typed::Given("2026-03-02".parse().unwrap());
    envelope
}

fn own(report: &mut AgencyReport, agency: &str) {
    report.agency = Link::to(&id(agency));
    report.meeting = Link::to(&id("meetings-1"));
}

/// Another person's copy of the meeting's record.
fn copy(seed: u64) -> Envelope {
    let mut record = generated::record_in(seed, 2, &MEETING);
    row(&mut record.children, "children-1").name = "Osian Vance".into();
    row(&mut record.meetings, "meetings-1");
    let mut envelope = Envelope { record, ..Envelope::default() };
    envelope.kind =
        Typed::Given(if seed.is_multiple_of(2) { EnvelopeKind::Draft } else { EnvelopeKind::Submission });
    envelope.document = Typed::Given(Scope::Meeting);
    envelope.made.by.name = "Minute-taker".into();
    envelope
}

fn written(record: &Record, place: &Place) -> Option<String> {
    record.answer(place).map(|answer| answer.written().trim().to_owned())
}

/// Every text of a record that somebody wrote.
fn sentences(record: &Record) -> HashSet<String> {
    let mut found = HashSet::new();
    record.each_answer(&mut |_, field, answer| {
        if matches!(field.kind, Kind::Line | Kind::Narrative) {
            found.insert(answer.written().trim().to_owned());
        }
    });
    found
}

fn says_awaited(place: &Place, text: &str) -> bool {
    place.home == "reports" && place.key == Some("mode") && text == "awaited"
}

/// Fails where an answer of either side is neither in the merged record, nor beside the other in a
/// difference, nor named as left out.
fn nothing_is_lost(ours: &Record, theirs: &Record, merged: &Merged) {
    let all = sentences(&merged.record);
    ours.each_answer(&mut |place, field, answer| {
        let text = answer.written().trim().to_owned();
        let now = written(&merged.record, place);
        if matches!(field.kind, Kind::Links(Target::Events)) {
            let now: HashSet<&str> = now.iter().flat_map(|now| now.split(',')).collect();
            assert!(
                text.split(',').filter(|id| !id.is_empty()).all(|id| now.contains(id)),
                "ours at {place}: {text:?} of {now:?}"
            );
        } else if answer.state() != State::Blank && !says_awaited(place, &text) {
            assert_eq!(now.as_ref(), Some(&text), "ours at {place}");
        }
    });
    let left: HashSet<&Place> = merged.left_out.iter().collect();
    let beside: HashSet<(String, String)> = merged
        .record
        .differences
        .iter()
        .map(|row| (row.place.to_string(), row.theirs.trim().to_owned()))
        .collect();
    theirs.each_answer(&mut |place, field, answer| {
        let text = answer.written().trim().to_owned();
        let whole = Place { key: None, ..place.clone() };
        if answer.state() == State::Blank || left.contains(place) || left.contains(&whole) {
            return;
        }
        let here = written(&merged.record, place).as_ref() == Some(&text);
        let noted = beside.contains(&(place.to_string(), text.clone()));
        let words = matches!(field.kind, Kind::Line | Kind::Narrative);
        let moved = ours.section(&whole).is_some() && (!words || all.contains(&text));
        let links = matches!(field.kind, Kind::Link(_) | Kind::Links(_));
        let renamed = links && written(&merged.record, place).is_some_and(|id| !id.is_empty());
        let found = here || noted || moved || renamed || says_awaited(place, &text);
        assert!(found, "theirs at {place}: {text:?}");
    });
}

fn merging_twice_changes_nothing(ours: &Record, from: &Envelope) -> Merged {
    let once = merge(ours, from).unwrap();
    let twice = merge(&once.record, from).unwrap();
    assert_eq!(once.stands, once.record != *ours);
    assert_eq!((once.already, twice.already), (false, once.stands));
    assert_eq!(twice.record, once.record);
    let mut forgotten = once.record.clone();
    forgotten.contributions.clone_from(&ours.contributions);
    let again = merge(&forgotten, from).unwrap();
    assert_eq!(again.record, once.record, "by the rows alone, without the note that it was merged");
    assert_eq!((again.added, again.taken, again.differences), (vec![], vec![], vec![]));
    assert_eq!(again.left_out, once.left_out);
    once
}

fn a_report_is_merged_once_and_whole(seed: u64, other: u64, agency: &str) {
    let (ours, from) = (ours(seed, &REPORT), contribution(other, agency));
    let merged = merging_twice_changes_nothing(&ours, &from);
    nothing_is_lost(&ours, &from.record, &merged);
}

/// The record with the rows of each list in the order of their ids.
fn sorted(mut record: Record) -> Record {
    record.reports.sort_by(|one, other| one.id.cmp(&other.id));
    record.reported_progress.sort_by(|one, other| one.id.cmp(&other.id));
    record.need_views.sort_by(|one, other| one.id.cmp(&other.id));
    record.chronology.sort_by(|one, other| one.id.cmp(&other.id));
    record.contributions.sort_by(|one, other| one.id.cmp(&other.id));
    record.differences.sort_by(|one, other| one.id.cmp(&other.id));
    record.attendance.sort_by(|one, other| one.id.cmp(&other.id));
    record.discussion.sort_by(|one, other| one.id.cmp(&other.id));
    record.decisions.sort_by(|one, other| one.id.cmp(&other.id));
    record.feedback.sort_by(|one, other| one.id.cmp(&other.id));
    record.plan.actions.sort_by(|one, other| one.id.cmp(&other.id));
    record
}

fn in_order(base: &Record, first: &Envelope, second: &Envelope) -> (Record, usize) {
    let one = merge(base, first).unwrap();
    let two = merge(&one.record, second).unwrap();
    (sorted(two.record), one.differences.len() + two.differences.len())
}

/// Fails at the first section in which two records differ.
fn same(one: &Record, other: &Record) {
    let [one, other] = [one, other].map(|record| serde_json::to_value(record).unwrap());
    let keys: BTreeSet<&String> =
        [&one, &other].iter().flat_map(|record| record.as_object().unwrap().keys()).collect();
    keys.into_iter().for_each(|key| assert_eq!(one.get(key), other.get(key), "{key}"));
}

/// Gives the rows of a contribution ids that nobody else draws.
fn draw(from: &mut Envelope, lot: &str) {
    let drawn = |row: &RowId| id(&format!("{lot}-{row}"));
    let record = &mut from.record;
    record.reports.iter_mut().for_each(|row| row.id = drawn(&row.id));
    record.chronology.iter_mut().for_each(|row| row.id = drawn(&row.id));
    for row in &mut record.reported_progress {
        row.id = drawn(&row.id);
        row.report = row.report.id().map(|id| Link::to(&drawn(id))).unwrap_or_default();
    }
    for row in &mut record.need_views {
        row.id = drawn(&row.id);
        row.report = row.report.id().map(|id| Link::to(&drawn(id))).unwrap_or_default();
    }
}

/// Two halves of one envelope: each answer stands in one of them, but for those that say whose a row is.
fn halves(from: &Envelope, seed: u64) -> [Envelope; 2] {
    [false, true].map(|which| {
        let mut half = from.clone();
        let mut dice = Dice(seed);
        generated::thin(&mut half.record, &mut |home, field| {
            let whose = ["agency", "meeting", "report", "agencies", "author", "author_role"]
                .contains(&field.key)
                || home == "children";
            (dice.below(2) == 0) == which && !whose
        });
        half
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(5_000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_report_merged_twice_is_merged_once_and_nothing_of_it_is_lost(seed: u64, other: u64) {
        a_report_is_merged_once_and_whole(seed, other, "agencies-1");
    }

    #[test]
    fn another_agencys_report_merged_twice_is_merged_once_and_nothing_of_it_is_lost(seed: u64, other: u64) {
        a_report_is_merged_once_and_whole(seed, other, "agencies-2");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(400), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_copy_of_a_meeting_merged_twice_is_merged_once_and_nothing_of_it_is_lost(seed: u64, other: u64) {
        let (ours, from) = (ours(seed, &MEETING), copy(other));
        let merged = merging_twice_changes_nothing(&ours, &from);
        nothing_is_lost(&ours, &from.record, &merged);
    }

    #[test]
    fn two_agencies_reports_may_come_in_either_order(seed: u64, one: u64, other: u64) {
        let mut base = ours(seed, &REPORT);
        let (mut first, mut second) = (contribution(one, "agencies-1"), contribution(other, "agencies-2"));
        draw(&mut first, "one");
        draw(&mut second, "other");
        let awaited = row(&mut base.reports, "one-reports-1");
        own(awaited, "agencies-1");
        awaited.mode = Typed::Given(ReportMode::Awaited);
        let (forth, back) = (in_order(&base, &first, &second), in_order(&base, &second, &first));
        prop_assert_eq!(forth.1, back.1);
        same(&forth.0, &back.0);
    }

    #[test]
    fn a_later_report_of_the_agency_loses_nothing_and_asks_once_about_what_it_lacks(seed: u64, one: u64, other: u64) {
        prop_assume!(one != other);
        let first = merge(&ours(seed, &REPORT), &contribution(one, "agencies-1")).unwrap().record;
        let from = contribution(other, "agencies-1");
        let merged = merging_twice_changes_nothing(&first, &from);
        nothing_is_lost(&first, &from.record, &merged);
        let is_own = |row: &AgencyReport| {
            row.agency.id() == Some(&id("agencies-1")) && row.meeting.id() == Some(&id("meetings-1"))
        };
        // Where nothing of the first stood here, this is the first, and takes back nothing that somebody else wrote.
        let later = !first.contributions.is_empty();
        for ours in first.reports.iter().filter(|row| is_own(row) && !row.worries.is_blank()) {
            let theirs = from.record.reports.iter().find(|row| is_own(row) && row.id == ours.id);
            if theirs.is_some_and(|row| row.worries.is_blank()) {
                let place = format!("reports/{}/worries", ours.id);
                let rows = merged.record.differences.iter();
                let asked = rows.filter(|row| *row.place.0 == *place && row.theirs.is_blank()).count();
                prop_assert_eq!(asked, usize::from(later));
            }
        }
    }

    #[test]
    fn two_halves_may_come_in_either_order(seed: u64, other: u64, meeting: bool) {
        let mut base = ours(seed, &[]);
        let mut whole = if meeting { copy(other) } else { contribution(other, "agencies-1") };
        base.differences.clear();
        whole.record.differences.clear();
        if meeting {
            base.contingency = Default::default();
            base.distribution = Default::default();
            base.meetings.clear();
            base.agencies.truncate(2);
            row(&mut base.meetings, "meetings-1");
        }
        let [one, two] = halves(&whole, other);
        let (mut forth, mut back) = (in_order(&base, &one, &two), in_order(&base, &two, &one));
        if !meeting {
            // A later report that lacks what an earlier one said takes it back: a person is asked.
            for (record, raised) in [&mut forth, &mut back] {
                prop_assert!(record.differences.iter().all(|row| row.theirs.is_blank()));
                *raised -= record.differences.len();
                record.differences.clear();
            }
        }
        prop_assert_eq!(forth.1, 0);
        same(&forth.0, &back.0);
        let together = sorted(merge(&base, &whole).unwrap().record);
        prop_assert_eq!(forth.0.reports, together.reports);
        prop_assert_eq!(forth.0.chronology, together.chronology);
        prop_assert_eq!(forth.0.discussion, together.discussion);
    }

    #[test]
    fn rows_have_ids_of_their_own_after_any_merge(seed: u64, other: u64, meeting: bool) {
        let ours = ours(seed, if meeting { &MEETING } else { &REPORT });
        let from = if meeting { copy(other) } else { contribution(other, "agencies-2") };
        let merged = merge(&ours, &from).unwrap().record;
        let text = serde_json::to_string(&merged).unwrap();
        let reading = team_around::wire::read_text(&text);
        prop_assert_eq!(reading.problems, vec![]);
        prop_assert_eq!(reading.record, merged);
    }

    #[test]
    fn hostile_json_is_merged_or_refused_without_a_panic(seed: u64, members in hostile(), kind in 0usize..4, meeting: bool) {
        let mut record = members;
        record["children"] = json!([{ "id": "children-1", "name": "Osian Vance" }]);
        record["meetings"] = json!([{ "id": "meetings-1" }, 5, { "id": "meetings-1" }]);
        let document = json!({
            "format": "team-around", "version": 1, "kind": (["contribution", "draft", "submission", "x"])[kind],
            "document": if meeting { "meeting" } else { "report" }, "meeting": "meetings-1", "agency": "agencies-1",
            "record": record, "made": { "on": 5, "by": [] },
        });
        let opened = Envelope::read(&document);
        let ours = ours(seed, &REPORT);
        let _ = merge_opened(&ours, &opened);
        if let Ok(merged) = merge(&ours, &opened.envelope) {
            let again = merge(&merged.record, &opened.envelope).map(|again| again.record);
            prop_assert_eq!(again, Ok(merged.record));
        }
    }
}

/// Members of a record whose rows are near to being sound.
fn hostile() -> impl Strategy<Value = Value> {
    let keys: BTreeSet<&str> =
        generated::shapes().iter().flat_map(|shape| shape.fields).map(|field| field.key).collect();
    let keys: Vec<&str> = keys.into_iter().chain(["id", "unread", "former_id", "__proto__"]).collect();
    let ids = ["reports-1", "meetings-1", "agencies-1", "children-1", "-", "difference-0", "row-1", ""];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(Value::from),
        prop::sample::select(ids.to_vec()).prop_map(Value::from),
        prop::sample::select(ids.to_vec()).prop_map(|id| json!([id, "agencies-1"])),
        any::<String>().prop_map(Value::from),
    ];
    let row = prop::collection::vec((prop::sample::select(keys), leaf.clone()), 0..8).prop_map(|members| {
        members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Value>()
    });
    let list = prop::collection::vec(prop_oneof![row.clone(), row, leaf.clone()], 0..4).prop_map(Value::from);
    let homes =
        [&REPORT[..], &["attendance", "differences", "contributions", "feedback", "contingency"]].concat();
    let member = (prop::sample::select(homes), prop_oneof![list.clone(), list, leaf]);
    prop::collection::vec(member, 0..6)
        .prop_map(|members| members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}
