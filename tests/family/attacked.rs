//! What somebody tried who wanted to be told, through the record: listed words, names, halves in two places.

use crate::family::{dean, decide, id, stops};
use team_around::reading::family::{Leak, prepared};
use team_around::record::people::{Contact, Person};
use team_around::record::sharing::CopyDecision;
use team_around::record::{Link, Record, RowId};

fn leaks(record: &Record, copy: &RowId) -> Vec<Leak> {
    prepared(record, copy).unwrap().leaks
}

#[track_caller]
fn goes(record: &Record, copy: &RowId) {
    assert_eq!(leaks(record, copy), []);
}

#[test]
fn a_part_of_a_listed_line_may_be_confirmed_and_the_line_may_not() {
    for (line, part, all) in [
        ("Refuge Hafan Notreal", "She is at hafan notreal now.", "The refuge Hafan Notreal rang."),
        ("Refuge in Llanelli", "They are in Llanelli.", "A refuge in Llanelli."),
        ("Ysgol Gymraeg Maes Glas", "At Maes Glas in January.", "At Ysgol Gymraeg Maes Glas."),
    ] {
        let (mut record, dean) = dean();
        record.sharing.never = line.into();
        record.plan.why = part.into();
        stops(&record, &dean);
        assert!(leaks(&record, &dean).iter().all(|leak| !leak.restricted), "{line}");
        decide(&mut record, &dean, "plan/why", CopyDecision::Confirm);
        assert_eq!(prepared(&record, &dean).unwrap().refused, [], "{line}");
        record.plan.why = all.into();
        stops(&record, &dean);
    }
}

#[test]
fn what_a_name_holds_beside_the_name_is_looked_at() {
    for field in [
        "Dean Madeup, ex of Carys Invented",
        "Dean Madeup (Carys's ex)",
        "Dean Madeup and Rhys",
        "Dean Madeup at Hafan Notreal",
        "Dean Madeup, says Rhian Cadwaladr",
    ] {
        let (mut record, dean) = dean();
        record.sharing.never = "Refuge Hafan Notreal".into();
        record.network.push(Contact {
            id: id("n-rhian"),
            name: "Rhian Cadwaladr".into(),
            ..Contact::default()
        });
        record.people[1].name = field.into();
        stops(&record, &dean);
    }
    for liked in ["Tia and Rhys", "Tia at Hafan Notreal", "Tia, Carys's girl"] {
        let (mut record, dean) = dean();
        record.sharing.never = "Refuge Hafan Notreal".into();
        record.children[0].preferred_name = liked.into();
        stops(&record, &dean);
    }
}

#[test]
fn who_somebody_is_to_a_protected_person_is_no_name() {
    let (mut record, dean) = dean();
    record.people.push(Person { id: id("p-nan"), name: "Carys's mum Eirlys".into(), ..Person::default() });
    record.plan.actions[1].owner = Link::to(&id("p-nan"));
    stops(&record, &dean);
    record.plan.actions[1].owner = Link::to(&id("q-sioned"));
    record.plan.why = "Carys's mum Eirlys comes.".into();
    stops(&record, &dean);
    record.people[3].name = "Eirlys Invented".into();
    record.plan.why = "Eirlys Invented comes.".into();
    goes(&record, &dean);
}

#[test]
fn a_secret_in_two_places_that_follow_each_other() {
    let (mut record, dean) = dean();
    record.people[0].address = "14 Rhes yr Afon, Abercastell, ZQ12 4XY".into();
    record.plan.actions[0].what = "Walk her to 14 Rhes".into();
    record.plan.actions[0].measure = "yr Afon, Abercastell, each day".into();
    stops(&record, &dean);
    let found = leaks(&record, &dean);
    assert!(found.iter().all(|leak| leak.place.to_string() == "plan/actions/a-visit/what"), "{found:?}");
    record.plan.actions[0].measure = "each day".into();
    goes(&record, &dean);
    record.analysis.strengths = "Ring 0770".into();
    record.analysis.existing_safety = "then 0900431".into();
    stops(&record, &dean);
    record.analysis.existing_safety = "then 999".into();
    goes(&record, &dean);
    record.analysis.strengths = "It is near ZQ1".into();
    record.analysis.existing_safety = "2 4XY if you look".into();
    stops(&record, &dean);
    record.analysis.existing_safety = "2 times".into();
    goes(&record, &dean);
}

#[test]
fn halves_that_are_no_secret_together_are_quiet() {
    let (mut record, dean) = dean();
    record.plan.actions[0].what = "Count to 18".into();
    record.plan.actions[0].measure = "Street games each day".into();
    record.analysis.strengths = "Ring 0770".into();
    record.analysis.existing_safety = "then 0900432".into();
    goes(&record, &dean);
}
