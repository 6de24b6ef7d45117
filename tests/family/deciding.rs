//! What is decided about single things in one copy, and undone again: rows of the record, and nothing beside them.

use crate::family::{copy, id, record};
use team_around::reading::family::{
    Decision, NotNow, Refusal, Undecided, Why, decide, decided, prepared, undo, write_copy,
};
use team_around::record::codes::YesNo;
use team_around::record::sharing::CopyDecision;
use team_around::record::{Place, Record, RowId};
use team_around::words::{Language, Words};

const PLACE: &str = "plan/actions/a-bus/what";

fn place(written: &str) -> Place {
    Place::read(written).unwrap()
}

fn ready() -> (Record, RowId) {
    let mut record = record();
    let joss = copy(&mut record, &["p-joss"], &["c-rhys"]);
    record.plan.why = "There has been shouting and hitting.".into();
    (record, joss)
}

fn says(record: &Record, copy: &RowId, words: &str) -> bool {
    write_copy(&prepared(record, copy).unwrap().copy).contains(words)
}

fn reword(words: &str) -> Decision {
    Decision::Reword { words: words.into(), language: String::new() }
}

fn confirm(reason: &str) -> Decision {
    Decision::Confirm { reason: reason.into() }
}

/// Decides as Sioned, under this row id.
fn decides(
    record: &mut Record,
    copy: &RowId,
    at: &str,
    decision: Decision,
    row: &str,
) -> Result<(), Undecided> {
    decide(record, copy, &place(at), (decision, "Sioned Notreal"), id(row))
}

#[test]
fn what_goes_is_left_out_in_one_step_and_put_back_in_one() {
    let (mut record, joss) = ready();
    assert!(says(&record, &joss, "Walk Rhys to the bus."));
    decides(&mut record, &joss, PLACE, Decision::LeaveOut, "d-1").unwrap();
    assert!(!says(&record, &joss, "Walk Rhys to the bus."));
    assert_eq!(record.sharing.choices[0].by.trim(), "Sioned Notreal");
    assert!(undo(&mut record, &id("d-1")));
    assert!(says(&record, &joss, "Walk Rhys to the bus."));
    assert!(!undo(&mut record, &id("d-1")));
}

#[test]
fn a_decision_is_about_one_copy_alone() {
    let (mut record, joss) = ready();
    let carys = copy(&mut record, &["p-carys"], &["c-rhys"]);
    decides(&mut record, &joss, PLACE, Decision::LeaveOut, "d-1").unwrap();
    assert!(!says(&record, &joss, "Walk Rhys") && says(&record, &carys, "Walk Rhys"));
}

#[test]
fn other_words_take_the_place_of_the_ones_before() {
    let (mut record, joss) = ready();
    decides(&mut record, &joss, PLACE, reword("Go with Rhys."), "d-1").unwrap();
    decides(&mut record, &joss, PLACE, reword("Take Rhys to the bus stop."), "d-2").unwrap();
    assert_eq!(record.sharing.choices.len(), 1);
    assert!(says(&record, &joss, "Take Rhys to the bus stop.") && !says(&record, &joss, "Go with Rhys."));
    assert_eq!(record.plan.actions[2].what.trim(), "Walk Rhys to the bus.", "the plan stays as it is");
}

#[test]
fn words_that_were_left_out_come_back_as_they_were_reworded() {
    let (mut record, joss) = ready();
    decides(&mut record, &joss, PLACE, reword("Go with Rhys."), "d-1").unwrap();
    decides(&mut record, &joss, PLACE, Decision::LeaveOut, "d-2").unwrap();
    assert!(!says(&record, &joss, "Go with Rhys."));
    undo(&mut record, &id("d-2"));
    assert!(says(&record, &joss, "Go with Rhys."));
}

/// Somebody confirmed that the reader may know the words that stood there. Other words are other words.
#[test]
fn what_was_confirmed_of_other_words_is_not_confirmed_of_these() {
    let (mut record, joss) = ready();
    record.plan.why = "Tia Invented is at home.".into();
    let stops = |record: &Record| prepared(record, &joss).unwrap().leaks.iter().any(|leak| leak.stops());
    assert!(stops(&record));
    decides(&mut record, &joss, "plan/why", confirm("He lives with her."), "d-1").unwrap();
    assert!(!stops(&record));
    decides(&mut record, &joss, "plan/why", reword("Tia is in her room."), "d-2").unwrap();
    assert!(stops(&record), "the new words are looked at anew");
    assert!(decided(&record, &joss, &place("plan/why"), CopyDecision::Confirm).is_none());
}

#[test]
fn a_decision_without_what_it_needs_changes_nothing() {
    let (mut record, joss) = ready();
    let share = |risk| Decision::Share { risk, reason: String::new() };
    let strange = Decision::Reword { words: "Go.".into(), language: "the language of flowers".into() };
    for (decision, by, lacks) in [
        (reword("  \n"), "Sioned Notreal", Undecided::NoWords),
        (strange, "Sioned Notreal", Undecided::NoLanguage),
        (confirm(" "), "Sioned Notreal", Undecided::NoReason),
        (share(None), "Sioned Notreal", Undecided::NoRisk),
        (Decision::LeaveOut, " ", Undecided::NoName),
    ] {
        assert_eq!(decide(&mut record, &joss, &place(PLACE), (decision, by), id("d-1")), Err(lacks));
    }
    assert!(record.sharing.choices.is_empty());
}

#[test]
fn a_childs_words_go_by_a_choice_and_only_where_they_put_nobody_at_risk() {
    let (mut record, joss) = ready();
    let share = |risk| Decision::Share { risk: Some(risk), reason: "Rhys asked for it.".into() };
    decides(&mut record, &joss, "voices/v-rhys", Decision::LeaveOut, "d-1").unwrap();
    decides(&mut record, &joss, "voices/v-rhys", share(YesNo::Yes), "d-2").unwrap();
    assert!(!says(&record, &joss, "I miss my bed."));
    decides(&mut record, &joss, "voices/v-rhys", share(YesNo::No), "d-3").unwrap();
    assert!(says(&record, &joss, "I miss my bed."), "sharing ends what left them out");
    assert_eq!(record.sharing.choices.len(), 1);
    undo(&mut record, &id("d-3"));
    assert!(!says(&record, &joss, "I miss my bed."));
}

#[test]
fn the_language_of_other_words_is_kept_as_a_tag() {
    let (mut record, joss) = ready();
    let welsh = Decision::Reword { words: "Cerdded gyda Rhys.".into(), language: " CY ".into() };
    decides(&mut record, &joss, PLACE, welsh, "d-1").unwrap();
    let copy = prepared(&record, &joss).unwrap().copy;
    let said = copy.sentences().find(|said| said.words.starts_with("Cerdded")).unwrap();
    assert_eq!(said.language, "cy");
}

/// Somebody does two things: the name is left out once, and it is said where it would stand.
#[test]
fn a_name_that_is_left_out_is_told_once_with_each_place_where_it_would_stand() {
    let (mut record, joss) = ready();
    let mut also = record.plan.actions[0].clone();
    also.id = id("a-also");
    also.outcome = record.plan.actions[2].outcome.clone();
    record.plan.actions[0].outcome = also.outcome.clone();
    record.plan.actions.push(also);
    decides(&mut record, &joss, "professionals/q-sioned/name", Decision::LeaveOut, "d-1").unwrap();
    let left = prepared(&record, &joss).unwrap().left_out;
    let left: Vec<_> = left.iter().filter(|left| left.why == Why::Decided).collect();
    let [name] = left[..] else { panic!("{left:?}") };
    assert_eq!(name.place.to_string(), "professionals/q-sioned/name");
    let beside: Vec<String> = name.beside.iter().map(Place::to_string).collect();
    assert_eq!(beside, ["plan/actions/a-visit/owner", "plan/actions/a-also/owner"]);
}

/// Reader and children are called by their names in every copy: that is not offered to be left out.
#[test]
fn what_reader_and_children_are_called_is_told_apart() {
    let (record, joss) = ready();
    let found = prepared(&record, &joss).unwrap();
    let names: Vec<String> = found.names.iter().map(Place::to_string).collect();
    assert_eq!(names, ["children/c-rhys/name", "people/p-joss/name"]);
    assert!(found.names.iter().all(|place| found.goes.contains(place)));
}

#[test]
fn every_reason_has_words_in_both_languages() {
    let keys = Undecided::ALL.map(Undecided::words_key).into_iter();
    let keys = keys.chain(NotNow::ALL.map(NotNow::words_key)).chain(Why::ALL.map(Why::words_key));
    for key in keys.chain(Refusal::ALL.map(Refusal::words_key)) {
        for language in Language::ALL {
            assert!(Words::of(language).say(key).is_some(), "{language:?}: {key}");
        }
    }
}
