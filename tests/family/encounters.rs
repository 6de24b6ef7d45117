//! A copy says when the next meeting is. It may not send somebody to whoever must be kept from them.  domain.md 5.3, 3 and 5

use crate::family::{ADDRESS, approve, copy, day, decide, id, out, record};
use team_around::reading::family::{Gives, Leak, Refusal, prepared, release};
use team_around::record::attendance::{Attendance, Attended, ChildAtMeeting, Invited};
use team_around::record::codes::YesNo;
use team_around::record::meeting::Meeting;
use team_around::record::people::Person;
use team_around::record::sharing::CopyDecision;
use team_around::record::{Link, Links, Record, RowId, Typed};

const MEETING: &str = "meetings/m-1";

/// A copy for one reader about Tia. Carys and her children live where Dean must not find them.
fn for_reader(reader: &str) -> (Record, RowId) {
    let mut record = record();
    record.plan.why = "There has been shouting and hitting.".into();
    record.meetings.push(Meeting {
        id: id("m-1"),
        on: day("2026-04-20"),
        at_time: "10.30".into(),
        ..Meeting::default()
    });
    let copy = copy(&mut record, &[reader], &["c-tia"]);
    assert_eq!(prepared(&record, &copy).unwrap().leaks, []);
    (record, copy)
}

fn comes(record: &mut Record, person: &str) -> usize {
    record.attendance.push(Attendance {
        id: id(&format!("at-{}", record.attendance.len() + 1)),
        person: Link::to(&id(person)),
        meeting: Link::to(&id("m-1")),
        invited: Typed::Given(Invited::Whole),
        ..Attendance::default()
    });
    record.attendance.len() - 1
}

fn encounters(record: &Record, copy: &RowId) -> Vec<Leak> {
    let leaks = prepared(record, copy).unwrap().leaks;
    leaks.into_iter().filter(|leak| leak.gives == Gives::Encounter).collect()
}

#[test]
fn a_father_is_not_told_unasked_when_the_mother_comes_who_must_not_be_met() {
    let (mut record, dean) = for_reader("p-dean");
    comes(&mut record, "p-dean");
    assert_eq!(encounters(&record, &dean), []);
    comes(&mut record, "p-carys");
    let [leak] = &encounters(&record, &dean)[..] else { panic!("one") };
    assert_eq!(
        (leak.place.to_string(), leak.secret.to_string()),
        (MEETING.into(), "attendance/at-2/person".into())
    );
    assert_eq!((leak.words.as_str(), leak.restricted, leak.confirmed), ("2026-04-20, 10.30", false, false));
    let keys = (leak.found_key(), leak.way_key());
    assert_eq!(keys, ("copies.leak.found.day", "copies.leak.confirm.day"), "no words make it another day");
    approve(&mut record, &dean);
    assert_eq!(release(&record, &dean, day("2026-03-04").get().unwrap()), Err(vec![Refusal::Leaks]));
}

#[test]
fn whoever_arranged_it_confirms_it_with_a_reason_or_leaves_it_out() {
    let (mut record, dean) = for_reader("p-dean");
    comes(&mut record, "p-carys");
    decide(&mut record, &dean, MEETING, CopyDecision::Confirm);
    let made = prepared(&record, &dean).unwrap();
    assert!(made.leaks.iter().all(|leak| leak.confirmed) && made.refused.is_empty(), "{made:?}");
    assert!(out(&made).contains("2026-04-20"));
    record.sharing.choices[0].reason = "".into();
    assert!(prepared(&record, &dean).unwrap().refused.contains(&Refusal::Leaks), "without a reason");
    record.sharing.choices[0].decision = Typed::Given(CopyDecision::LeaveOut);
    let made = prepared(&record, &dean).unwrap();
    assert_eq!((made.leaks.len(), made.refused.len()), (0, 0));
    assert!(!out(&made).contains("2026-04-20") && !out(&made).contains("10.30"));
}

#[test]
fn the_day_alone_or_the_time_alone_is_asked_about_too() {
    let (mut record, dean) = for_reader("p-dean");
    comes(&mut record, "p-carys");
    for (key, left) in [("on", 1), ("at_time", 0)] {
        decide(&mut record, &dean, &format!("{MEETING}/{key}"), CopyDecision::LeaveOut);
        assert_eq!(encounters(&record, &dean).len(), left, "without {key}");
    }
}

#[test]
fn somebody_who_does_not_come_is_not_met() {
    let (mut record, dean) = for_reader("p-dean");
    let row = comes(&mut record, "p-carys");
    for (invited, attended, found) in [
        (Typed::Given(Invited::Part), Typed::Blank, 1),
        (Typed::Blank, Typed::Blank, 1),
        (Typed::Given(Invited::No), Typed::Blank, 0),
        (Typed::Given(Invited::Unsafe), Typed::Blank, 0),
        (Typed::Given(Invited::Whole), Typed::Given(Attended::Apologies), 0),
    ] {
        record.attendance[row].invited = invited;
        record.attendance[row].attended = attended;
        assert_eq!(encounters(&record, &dean).len(), found, "{:?}", record.attendance[row]);
    }
    record.attendance[row] = Attendance { meeting: Link::to(&id("m-2")), ..record.attendance[row].clone() };
    assert_eq!(encounters(&record, &dean), [], "at another meeting");
}

#[test]
fn a_second_row_of_the_same_person_is_that_person() {
    let (mut record, dean) = for_reader("p-dean");
    record.people.push(Person { id: id("p-carys-2"), name: "carys  invented".into(), ..Person::default() });
    comes(&mut record, "p-carys-2");
    assert_eq!(encounters(&record, &dean).len(), 1);
}

#[test]
fn a_child_who_would_be_followed_home_is_asked_about() {
    let (mut record, dean) = for_reader("p-dean");
    record.children_at_meetings.push(ChildAtMeeting {
        id: id("cm-1"),
        child: Link::to(&id("c-tia")),
        meeting: Link::to(&id("m-1")),
        ..ChildAtMeeting::default()
    });
    assert_eq!(encounters(&record, &dean)[0].secret.to_string(), "children_at_meetings/cm-1");
    record.children_at_meetings[0].can_attend = Typed::Given(YesNo::No);
    assert_eq!(encounters(&record, &dean), []);
}

/// A question about everybody's copy would be pressed away unread.
#[test]
fn a_reader_from_whom_nobody_is_kept_is_told_when_it_is() {
    for reader in ["p-carys", "p-joss"] {
        let (mut record, own) = for_reader(reader);
        for person in ["p-carys", "p-dean", "p-joss"] {
            comes(&mut record, person);
        }
        assert_eq!(encounters(&record, &own), [], "{reader}");
    }
    // Where nobody is named from whom an address is kept, it may be this reader: unless they live there.
    let (mut record, joss) = for_reader("p-joss");
    record.people[0].not_to_meet = Links::default();
    comes(&mut record, "p-carys");
    assert_eq!(encounters(&record, &joss).len(), 1);
    record.people[2].address = ADDRESS.into();
    assert_eq!(encounters(&record, &joss), []);
}
