//! Ways in which somebody was found all the same: by how an address is written, by a meeting that was not for this reader,
//! by an approval of something else.  domain.md 5.3

use crate::family::{approve, copy, day, dean, decide, id};
use team_around::reading::family::{Decision, Refusal, decide as decides, prepared, release};
use team_around::record::attendance::{Attendance, Invited};
use team_around::record::codes::YesNo;
use team_around::record::meeting::{Meeting, MeetingKind};
use team_around::record::people::Contact;
use team_around::record::sharing::CopyDecision;
use team_around::record::{Link, Links, Place, Record, RowId, Typed};

fn leaks(record: &Record, copy: &RowId) -> bool {
    prepared(record, copy).unwrap().refused.contains(&Refusal::Leaks)
}

#[test]
fn an_address_as_people_write_it() {
    for address in [
        "4 Beech House, 12 Larch Road, Hallowby, ZZ9 4QT",
        "1st floor, 12 Larch Road, Hallowby",
        "c/o Women's Aid, 12 Larch Road",
        "Flat 2 12 Larch Road, Hallowby",
        "12 Larch Road Hallowby ZZ9 4QT",
        "12 Larch Road St Helens",
        "Old: 7 Fern Close, Otherby; now 12 Larch Road, Hallowby",
        "12, Larch Road, Hallowby",
        "Beech House, Larch Road, Hallowby",
    ] {
        let (mut record, dean) = dean();
        record.people[0].address = address.into();
        record.children.iter_mut().for_each(|child| child.address = address.into());
        record.plan.why = "Sioned visits at 12 Larch Road.".into();
        assert!(leaks(&record, &dean), "{address}");
        record.plan.why = "Sioned visits on Larch Rd every week.".into();
        assert!(leaks(&record, &dean), "{address}: without the number");
        record.plan.why = "We meet at the library in Hallowby. It is a good town for Tia.".into();
        assert!(!leaks(&record, &dean), "{address}: a town alone is no hit (decisions.md 12)");
    }
}

#[test]
fn a_welsh_street_behind_another_and_a_town_that_is_called_like_a_street() {
    for address in [
        "4 Beech House, 12 Heol y Felin",
        "1st floor, 12 Heol y Felin, Hallowby",
        "12 Larch Road, Otherby; now 12 Heol y Felin",
        "Fflat 2 12 Heol y Felin",
        "Heol y Felin, Hallowby",
    ] {
        let (mut record, dean) = dean();
        record.people[0].address = address.into();
        record.plan.why = "Sioned visits at 12 Heol y Felin.".into();
        assert!(leaks(&record, &dean), "{address}");
    }
    for town in ["Locks Heath", "Hedge End", "Golders Green"] {
        let (mut record, dean) = dean();
        let address = format!("12 Larch Road, {town}");
        record.people[0].address = address.as_str().into();
        record.plan.why = format!("We meet at the library in {town}.").as_str().into();
        assert!(!leaks(&record, &dean), "{town}");
        record.plan.why = "We meet at 12 Larch Road.".into();
        assert!(leaks(&record, &dean));
    }
    let (mut record, dean) = dean();
    record.people[0].address = "4 Beech House, 12 Broadway".into();
    record.plan.why = "We meet at 12 Broadway.".into();
    assert!(leaks(&record, &dean));
}

#[test]
fn both_of_two_addresses_and_a_postcode_that_is_not_the_last() {
    let (mut record, dean) = dean();
    record.people[0].address =
        "Old: 7 Fern Close, Otherby; now 12 Larch Road, Hallowby ZZ9 4QT (key safe)".into();
    for said in ["She was at 7 Fern Close.", "She is at 12 Larch Road.", "It is near ZZ9 4QT."] {
        record.plan.why = said.into();
        assert!(leaks(&record, &dean), "{said}");
    }
}

#[test]
fn an_email_after_a_label() {
    for contact in [
        "Tel:07700 900431, Email:blue.heron@post.example.org",
        "mailto:blue.heron@post.example.org",
        "[blue.heron@post.example.org]",
    ] {
        let (mut record, dean) = dean();
        record.people[0].contact = contact.into();
        record.plan.why = "Write to blue.heron@post.example.org.".into();
        assert!(leaks(&record, &dean), "{contact}");
    }
}

fn meeting(name: &str, kind: MeetingKind, on: &str) -> Meeting {
    Meeting {
        id: id(name),
        kind: Typed::Given(kind),
        on: day(on),
        at_time: "10.30".into(),
        ..Meeting::default()
    }
}

fn says(record: &Record, copy: &RowId, place: &str) -> bool {
    prepared(record, copy).unwrap().goes.iter().any(|goes| goes.to_string().starts_with(place))
}

#[test]
fn a_meeting_that_is_not_for_this_reader_is_not_announced() {
    let (mut record, dean) = dean();
    record.meetings = vec![
        meeting("m-0", MeetingKind::StrategyDiscussion, "2026-03-10"),
        meeting("m-1", MeetingKind::Professionals, "2026-03-12"),
        meeting("m-2", MeetingKind::ChildInNeedReview, "2026-04-20"),
    ];
    assert_eq!(
        ["m-0", "m-1", "m-2"].map(|row| says(&record, &dean, &format!("meetings/{row}"))),
        [false, false, true]
    );
    for invited in [Invited::Unsafe, Invited::No] {
        record.attendance = vec![Attendance {
            id: id("at-1"),
            person: Link::to(&id("p-dean")),
            meeting: Link::to(&id("m-2")),
            invited: Typed::Given(invited),
            ..Attendance::default()
        }];
        assert!(!says(&record, &dean, "meetings/m-2"), "it was decided not to ask him");
    }
    record.attendance[0].invited = Typed::Given(Invited::Part);
    assert!(says(&record, &dean, "meetings/m-2"));
}

#[test]
fn an_address_that_is_kept_from_nobody_by_name_is_kept_from_each_who_does_not_live_there() {
    let (mut record, dean) = dean();
    record.people[0].not_to_meet = Links::default();
    record.children.iter_mut().for_each(|child| child.address_restricted = Typed::Blank);
    record.meetings = vec![Meeting {
        venue: "Cattersby Notreal Refuge".into(),
        ..meeting("m-2", MeetingKind::ChildInNeedReview, "2026-04-20")
    }];
    record.plan.why = "We see Tia at St Oda’s on Tuesdays.".into();
    assert!(leaks(&record, &dean), "her school");
    record.plan.why = "There has been shouting.".into();
    record.meetings[0].at_time = "10.30, Cattersby Notreal Refuge".into();
    assert!(leaks(&record, &dean), "where they meet");
    let carys = copy(&mut record, &["p-carys"], &["c-tia"]);
    assert!(!leaks(&record, &carys), "she lives there");
}

/// Carys and Dean come to one meeting, each for a part, and somebody said so.
fn confirmed() -> (Record, RowId) {
    let (mut record, dean) = dean();
    record.meetings = vec![meeting("m-1", MeetingKind::ChildInNeedReview, "2026-04-20")];
    record.attendance = vec![Attendance {
        id: id("at-1"),
        person: Link::to(&id("p-carys")),
        meeting: Link::to(&id("m-1")),
        invited: Typed::Given(Invited::Part),
        ..Attendance::default()
    }];
    decide(&mut record, &dean, "meetings/m-1", CopyDecision::Confirm);
    approve(&mut record, &dean);
    (record, dean)
}

#[test]
fn an_approval_is_of_what_was_confirmed_and_not_of_what_it_became() {
    let today = day("2026-03-04").get().unwrap();
    let (mut record, dean) = confirmed();
    assert_eq!(release(&record, &dean, today).err(), None);
    record.attendance[0].invited = Typed::Given(Invited::Whole);
    assert!(release(&record, &dean, today).is_err(), "she stays for all of it now");
    let (mut record, dean) = confirmed();
    record.meetings[0].at_time = "10.30, Mill Street Hub".into();
    assert!(leaks(&record, &dean), "that they may come at one time says nothing of where");
    let (mut record, dean) = dean_with_school();
    assert_eq!(release(&record, &dean, today).err(), None);
    record.network.push(Contact { id: id("n-1"), name: "Gareth Pretend".into(), ..Contact::default() });
    assert!(release(&record, &dean, today).is_err(), "another secret stands in the words that were allowed");
}

/// Somebody allowed that the plan names a school, in words in which a name stands too.
fn dean_with_school() -> (Record, RowId) {
    let (mut record, dean) = dean();
    record.children.iter_mut().for_each(|child| child.address_restricted = Typed::Blank);
    record.plan.why = "We see Tia at St Oda’s. Gareth Pretend told us.".into();
    assert!(leaks(&record, &dean));
    decide(&mut record, &dean, "plan/why", CopyDecision::Confirm);
    approve(&mut record, &dean);
    (record, dean)
}

#[test]
fn a_decision_about_a_childs_words_is_about_those_words() {
    let (mut record, dean) = dean();
    let row = Place { home: "voices", row: Some(id("v-tia")), key: None };
    let share = || Decision::Share { risk: Some(YesNo::No), reason: String::new() };
    decides(&mut record, &dean, &row, (share(), "Sioned Notreal"), id("d-1")).unwrap();
    assert!(says(&record, &dean, "voices/v-tia/views_now"));
    record.voices[0].sources_detail = "By drawing.".into();
    assert!(says(&record, &dean, "voices/v-tia/views_now"), "what does not go out was not decided about");
    record.voices[0].views_now = "Dad shouts on Fridays.".into();
    assert!(!says(&record, &dean, "voices/v-tia/views_now"), "nobody was asked about these");
    decides(&mut record, &dean, &row, (share(), "Sioned Notreal"), id("d-2")).unwrap();
    let words = Decision::Reword { words: "Fridays are hard.".into(), language: String::new() };
    decides(&mut record, &dean, &row.at_key("views_now"), (words, "Sioned Notreal"), id("d-3")).unwrap();
    assert!(says(&record, &dean, "voices/v-tia/views_now"), "said in other words they go no less");
}
