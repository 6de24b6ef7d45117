//! What both documents ask of a meeting is one message that names both.

use crate::reader::named;
use chrono::NaiveDate;
use team_around::calendar::{Calendar, Nation};
use team_around::protocol::{Finding, Protocol, Status, Terms, review};
use team_around::record::meeting::{Meeting, MeetingKind, MeetingStatus};
use team_around::record::{Link, Record, Row, RowId, Typed};

fn row<R: Row>(name: &str) -> R {
    let mut row = R::default();
    row.set_row_id(RowId::new(name).unwrap());
    row
}

/// Wren, and the first meeting about her, held on the day it is looked at; nothing else is known.
fn first_meeting() -> Record {
    let mut record = Record { children: vec![row("wren")], voices: vec![row("v")], ..Record::default() };
    let mut meeting: Meeting = row("m");
    meeting.kind = Typed::Given(MeetingKind::ChildInNeedPlanning);
    meeting.status = Typed::Given(MeetingStatus::Held);
    meeting.on = Typed::Given(today());
    meeting.purpose = "To agree the plan.".into();
    record.meetings.push(meeting);
    record
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()
}

/// What both packs together leave unmet at a place.
fn unmet(record: &Record, place: &str) -> Vec<Finding> {
    let packs = ["hampshire-cin-2018", "calderdale-meetings-2017"].map(named);
    let (protocol, calendar) = (Protocol::of(packs.to_vec()), Calendar::built_in(Nation::EnglandAndWales));
    let mut found =
        review(record, &Terms { today: today(), calendar: &calendar, protocol: &protocol, meeting: None });
    found.retain(|one| one.status == Status::Unmet && one.place.to_string() == place);
    found
}

/// The one finding at a place: the rule that says it, how much it weighs, and the other rules.
fn said(record: &Record, place: &str) -> (&'static str, &'static str, Vec<&'static str>) {
    let found = unmet(record, place);
    let [one] = found.as_slice() else { panic!("{place}: {found:#?}") };
    let mut also = one.also.clone();
    also.sort_unstable();
    (one.rule, one.severity.name(), also)
}

#[test]
fn whether_the_child_comes_is_asked_once() {
    let mut record = first_meeting();
    let list = said(&record, "children_at_meetings");
    assert_eq!((list.0, list.1), ("child-invitation-not-answered", "must"));
    assert!(list.2.contains(&"child-attendance-not-answered"), "{list:?}");
    record.children_at_meetings.push(row("w"));
    record.children_at_meetings[0].meeting = Link::to(&RowId::new("m").unwrap());
    assert_eq!(
        said(&record, "children_at_meetings/w/invited"),
        ("child-invitation-not-answered", "must", vec!["child-attendance-not-answered"])
    );
}

#[test]
fn whether_the_child_needs_an_advocate_is_asked_once() {
    assert_eq!(
        said(&first_meeting(), "voices/v/needs_advocate"),
        ("advocate-not-answered", "should", vec!["child-support-not-answered"])
    );
}

#[test]
fn a_key_agency_that_was_left_out_is_one_message() {
    let mut record = first_meeting();
    record.agencies.push(row("school"));
    record.agencies[0].key_agency = Typed::Given(team_around::record::codes::YesNo::Yes);
    assert_eq!(
        said(&record, "exclusions"),
        ("exclusion-not-in-first-record", "must", vec!["exclusion-without-reason", "key-agency-not-invited"])
    );
}

/// Who of the family, who of the agencies, and who of the group: three lists of names, none of which hides another.
#[test]
fn people_who_are_not_listed_are_named_by_each_rule() {
    let mut record = first_meeting();
    record.people.push(row("mum"));
    record.people[0].relationship = Typed::Given(team_around::record::people::Relationship::Mother);
    let mut rules: Vec<_> = unmet(&record, "attendance").iter().map(|one| one.rule).collect();
    rules.sort_unstable();
    assert_eq!(rules, ["invitations-not-from-childrens-services", "key-family-not-invited"]);
}

/// An agency that stayed away and a disagreement are two things, and both are looked for in one list.
#[test]
fn what_may_be_taken_further_is_said_thing_by_thing() {
    let mut record = first_meeting();
    let id = |name: &str| RowId::new(name).unwrap();
    record.agencies.push(row("school"));
    record.professionals.push(row("teacher"));
    record.professionals[0].agency = Link::to(&id("school"));
    record.attendance.push(row("a"));
    record.attendance[0].meeting = Link::to(&id("m"));
    record.attendance[0].person = Link::to(&id("teacher"));
    record.attendance[0].attended = Typed::Given(team_around::record::attendance::Attended::NoShow);
    record.dissents.push(row("d"));
    record.dissents[0].meeting = Link::to(&id("m"));
    let found = unmet(&record, "escalations");
    let mut said: Vec<_> = found.iter().map(|one| (one.rule, one.severity.name(), one.says)).collect();
    said.sort_unstable();
    let expected =
        [("no-show-not-escalated", "must", "unmet"), ("own-policy-not-used", "ask", "disagreement")];
    assert_eq!(said, expected);
    assert!(found.iter().all(|one| !one.stops()));
}
