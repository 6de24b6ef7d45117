//! Ways around the list and the scan that were tried: each of them is closed.  domain.md 5.3

use crate::family::{ADDRESS, copy, day, dean, decide, id, out, record, stops};
use team_around::reading::family::{Why, prepared};
use team_around::record::meeting::Meeting;
use team_around::record::people::Person;
use team_around::record::sharing::CopyDecision;
use team_around::record::{Link, Links, Record, RowId, Typed};

#[track_caller]
fn says(words: &str, record: &mut Record, dean: &RowId) {
    let why = record.plan.why.clone();
    record.plan.why = words.into();
    stops(record, dean);
    record.plan.why = why;
}

#[test]
fn a_name_with_an_address_in_it() {
    for at in [0, 1] {
        let (mut record, dean) = dean();
        match at {
            0 => record.people[1].name = "Dean Madeup (not 18 Mill Street)".into(),
            _ => record.children[0].preferred_name = "Tia, now at Mill Street".into(),
        }
        stops(&record, &dean);
    }
}

#[test]
fn an_id_that_says_where_somebody_lives() {
    let (mut record, _) = dean();
    let odd = id("dean-18-Mill-Street");
    record.sharing.copies[0].id = odd.clone();
    stops(&record, &odd);
}

#[test]
fn a_tag_of_a_language_that_is_a_word() {
    let (mut record, dean) = dean();
    for (tag, goes) in [("cy-millst", false), ("cy-18mill-street", false), ("cy-Latn-GB", true), ("cy", true)]
    {
        record.sharing.copies[0].language = tag.into();
        assert_eq!(prepared(&record, &dean).unwrap().copy.language.is_empty(), !goes, "{tag}");
    }
}

#[test]
fn an_outcome_for_the_need_of_another_child() {
    let (mut record, dean) = dean();
    record.plan.needs.push(Default::default());
    record.plan.needs[0].id = id("n-rhys");
    record.plan.needs[0].what = "Rhys needs his medicine.".into();
    record.plan.needs[0].children = Links::to(&[&id("c-rhys")]);
    record.plan.outcomes[1].what = "The medicine is given each night.".into();
    record.plan.outcomes[1].children = Links::default();
    record.plan.outcomes[1].need = Link::to(&id("n-rhys"));
    record.plan.actions[2].what = "Fetch the medicine.".into();
    assert!(!out(&prepared(&record, &dean).unwrap()).contains("medicine"));
}

#[test]
fn words_of_a_child_who_is_not_named() {
    let (mut record, dean) = dean();
    record.voices[1].child = Link::default();
    decide(&mut record, &dean, "voices/v-rhys", CopyDecision::Share);
    let made = prepared(&record, &dean).unwrap();
    assert!(!out(&made).contains("I miss my bed."));
    assert!(made.left_out.iter().any(|left| left.why == Why::OtherChild && left.place.home == "voices"));
}

#[test]
fn of_two_decisions_about_a_childs_words_the_careful_one_counts() {
    let (mut record, dean) = dean();
    decide(&mut record, &dean, "voices/v-tia", CopyDecision::Share);
    assert!(out(&prepared(&record, &dean).unwrap()).contains("quiet"));
    decide(&mut record, &dean, "voices/v-tia/views_now", CopyDecision::Share);
    record.sharing.choices[1].risk = Typed::Given(team_around::record::codes::YesNo::Yes);
    assert!(!out(&prepared(&record, &dean).unwrap()).contains("quiet"));
    record.sharing.choices.swap(0, 1);
    assert!(!out(&prepared(&record, &dean).unwrap()).contains("quiet"));
}

#[test]
fn a_second_row_of_the_same_reader() {
    let (mut record, dean) = dean();
    record.people.push(Person { id: id("p-dean-2"), name: "dean  madeup".into(), ..Person::default() });
    record.people[0].not_to_meet = Links::to(&[&id("p-dean-2")]);
    says("Carys takes her there.", &mut record, &dean);
    decide(&mut record, &dean, "voices/v-tia", CopyDecision::Share);
    record.voices[0].keep_private_from = Links::to(&[&id("p-dean-2")]);
    assert!(!out(&prepared(&record, &dean).unwrap()).contains("quiet"));
}

#[test]
fn a_protected_person_who_is_in_another_list_too() {
    let (mut record, dean) = dean();
    record.professionals.push(Default::default());
    record.professionals[1].id = id("q-carys");
    record.professionals[1].name = "Carys Invented".into();
    says("Carys Invented takes her there.", &mut record, &dean);
    record.people.push(Person { id: id("p-carys-2"), name: "Carys Invented".into(), ..Person::default() });
    says("Carys Invented takes her there.", &mut record, &dean);
}

#[test]
fn everything_that_a_line_of_contact_holds() {
    let (mut record, dean) = dean();
    record.people[0].contact =
        "07700 900 431 or 07700 900 577 (work carys@invented.example.org), ci@post.example.org 01632 960 345/01632 960 346; 9 Sorrel Notreal Yard"
            .into();
    for words in [
        "Ring 07700 900 431.",
        "Ring 07700 900577.",
        "Write to ci@post.example.org.",
        "Ring 01632 960345.",
        "Ring 01632 960 346.",
        "Post to 9 Sorrel Notreal Yard.",
        "Mail carys@invented.example.org.",
    ] {
        says(words, &mut record, &dean);
    }
}

#[test]
fn each_of_several_other_names() {
    let (mut record, dean) = dean();
    record.people[0].known_as = "Caz or Carrie-Lou / Blossom aka Squidge".into();
    for words in ["Caz was there.", "We saw Carrie-Lou.", "I saw Squidge."] {
        says(words, &mut record, &dean);
    }
}

#[test]
fn what_somebody_listed_is_found_by_its_shape() {
    let (mut record, dean) = dean();
    record.sharing.never =
        "her car ZZ21 NRL\nnew number 07700 900 888\n40 Sorrel Notreal Yard, QX4 8RD".into();
    for words in [
        "A car, zz2i-nrl, was seen.",
        "Ring +44 7700 900888.",
        "Near QX48RD.",
        "At Sorrel Notreal Yd, no 40.",
    ] {
        says(words, &mut record, &dean);
    }
}

#[test]
fn where_a_child_goes_who_lives_with_somebody_protected() {
    let (mut record, dean) = dean();
    record.children.iter_mut().for_each(|child| child.address_restricted = Typed::Blank);
    record.children[0].gp = "Larkhill Notreal Surgery".into();
    says("She likes St Oda's.", &mut record, &dean);
    says("Larkhill Notreal Surgery rang.", &mut record, &dean);
    // It may be confirmed: a father may know the school.
    record.plan.why = "She likes St Oda's.".into();
    decide(&mut record, &dean, "plan/why", CopyDecision::Confirm);
    assert_eq!(prepared(&record, &dean).unwrap().refused, []);
}

#[test]
fn where_another_child_goes_and_when_one_is_to_be_born() {
    let mut record = record();
    record.plan.why = "There has been shouting.".into();
    record.people[0].not_to_meet = Links::default();
    for child in &mut record.children {
        child.address_restricted = Typed::Blank;
    }
    record.children[1].school_or_setting = "Otterbourne Notreal Infant School".into();
    record.children[1].expected_date_of_birth = day("2026-09-14");
    let dean = copy(&mut record, &["p-dean"], &["c-tia"]);
    says("He is at Otterbourne Notreal Infants.", &mut record, &dean);
    says("The baby is due on 14 September.", &mut record, &dean);
}

#[test]
fn the_place_of_a_meeting_in_its_time() {
    let (mut record, dean) = dean();
    record.meetings.push(Meeting {
        id: id("m-1"),
        on: day("2026-04-20"),
        venue: "Cattersby Notreal Hub".into(),
        at_time: "10.30, Cattersby Notreal Hub".into(),
        ..Meeting::default()
    });
    stops(&record, &dean);
    record.meetings[0].at_time = "10.30".into();
    let made = prepared(&record, &dean).unwrap();
    assert_eq!(made.leaks, []);
    assert!(!out(&made).contains(ADDRESS));
}
