//! What differs between two versions of a plan: exactly that, and in sentences that a parent could read.

#[path = "generated/mod.rs"]
mod generated;

use proptest::prelude::*;
use std::collections::BTreeMap;
use team_around::protocol::Scope;
use team_around::record::people::Person;
use team_around::record::plan::{Action, ActionStatus, Need, Outcome};
use team_around::record::professionals::Professional;
use team_around::record::{Audience, Change, Changed, Link, Place, Record, RowId, State, Typed, changes};
use team_around::words::{Language, Words};

fn id(text: &str) -> RowId {
    RowId::new(text).unwrap()
}

fn day(text: &str) -> Typed<chrono::NaiveDate> {
    Typed::Given(text.parse().unwrap())
}

/// A small plan: Ola, her mother and Priya, one need, one outcome and two actions.
fn plan() -> Record {
    let person = Person { id: id("mum"), name: "Ada Bello".into(), ..Person::default() };
    let professional = Professional { id: id("priya"), name: "Priya Nair".into(), ..Professional::default() };
    let mut record = Record { people: vec![person], professionals: vec![professional], ..Record::default() };
    record.plan.start = day("2026-02-02");
    record.plan.needs =
        vec![Need { id: id("n-1"), what: "Ola needs healthy teeth.".into(), ..Need::default() }];
    record.plan.outcomes = vec![Outcome {
        id: id("o-1"),
        what: "Ola eats without pain.".into(),
        target_date: day("2026-05-01"),
        ..Outcome::default()
    }];
    let action = |row: &str, what: &str| Action { id: id(row), what: what.into(), ..Action::default() };
    record.plan.actions = vec![
        Action {
            due: day("2026-03-03"),
            owner: Link::to(&id("mum")),
            status: Typed::Given(ActionStatus::NotStarted),
            ..action("a-1", "Register with a dentist")
        },
        action("a-2", "Brush teeth twice a day"),
    ];
    record
}

fn all(_: &Place) -> bool {
    true
}

/// The sentences about what an edit changes, in a language.
fn told(edit: impl Fn(&mut Record), language: Language) -> Vec<String> {
    let (before, mut after) = (plan(), plan());
    edit(&mut after);
    let words = Words::of(language);
    changes(&before, &after, &all).iter().map(|change| words.change(change, &before, &after)).collect()
}

fn says(edit: impl Fn(&mut Record), sentences: &[&str]) {
    assert_eq!(told(edit, Language::English), sentences);
}

#[test]
fn rows_that_come_and_go_are_told_with_who_and_by_when() {
    let dentist = |owner: Option<&str>, role: &str, due: Option<&str>| Action {
        id: id("a-9"),
        what: "Take Ola to the dentist".into(),
        owner: owner.map(|owner| Link::to(&id(owner))).unwrap_or_default(),
        owner_role: role.into(),
        due: due.map(day).unwrap_or_default(),
        ..Action::default()
    };
    for (action, sentence) in [
        (
            dentist(Some("priya"), "", Some("2026-04-12")),
            "The action “Take Ola to the dentist” was added: Priya Nair, by 12 April 2026.",
        ),
        (
            dentist(Some("priya"), "School nurse", None),
            "The action “Take Ola to the dentist” was added: Priya Nair.",
        ),
        (
            dentist(None, "School nurse", None),
            "The action “Take Ola to the dentist” was added: School nurse.",
        ),
        (
            dentist(None, "", Some("2026-04-12")),
            "The action “Take Ola to the dentist” was added: by 12 April 2026.",
        ),
        (dentist(None, "", None), "The action “Take Ola to the dentist” was added."),
    ] {
        says(|record| record.plan.actions.insert(0, action.clone()), &[sentence]);
    }
    says(
        |record| drop(record.plan.actions.remove(1)),
        &["The action “Brush teeth twice a day” was removed."],
    );
    says(
        |record| {
            record.plan.outcomes.push(Outcome {
                id: id("o-2"),
                what: "Ola smiles.".into(),
                target_date: day("2026-06-01"),
                ..Outcome::default()
            })
        },
        &["The outcome “Ola smiles.” was added: by 1 June 2026."],
    );
    says(
        |record| record.people.push(Person { id: id("dad"), name: "Femi Bello".into(), ..Person::default() }),
        &["The family member “Femi Bello” was added."],
    );
    says(|record| record.plan.needs.clear(), &["The need “Ola needs healthy teeth.” was removed."]);
}

#[test]
fn answers_are_told_with_what_they_were_and_what_they_are() {
    says(
        |record| record.plan.actions[0].due = day("2026-04-12"),
        &[
            "Date it will be done by, in the action “Register with a dentist”: from 3 March 2026 to 12 April 2026.",
        ],
    );
    says(
        |record| record.plan.actions[0].owner = Link::to(&id("priya")),
        &["Who will do it, in the action “Register with a dentist”: from Ada Bello to Priya Nair."],
    );
    says(
        |record| record.plan.actions[1].due = day("2026-04-12"),
        &[
            "Date it will be done by, in the action “Brush teeth twice a day”: 12 April 2026. There was no answer before.",
        ],
    );
    says(
        |record| record.plan.actions[0].due = Typed::Blank,
        &[
            "Date it will be done by, in the action “Register with a dentist”: no answer now. Before: 3 March 2026.",
        ],
    );
    says(
        |record| record.plan.actions[0].due = Typed::Unread("after Easter".into()),
        &[
            "Date it will be done by, in the action “Register with a dentist”: from 3 March 2026 to after Easter.",
        ],
    );
    says(
        |record| record.plan.actions[0].what = "Register with the dentist in Hightown".into(),
        &["The action “Register with a dentist” now says “Register with the dentist in Hightown”."],
    );
    says(
        |record| record.plan.start = day("2026-02-03"),
        &["Date the plan started (The plan): from 2 February 2026 to 3 February 2026."],
    );
    says(
        |record| record.plan.actions[0].status = Typed::Given(ActionStatus::InProgress),
        &[
            "How far it has come, in the action “Register with a dentist”: from “Not started” to “In progress”.",
        ],
    );
}

#[test]
fn a_long_text_that_changed_at_its_end_is_not_repeated() {
    let (mut before, mut after) = (plan(), plan());
    let long = "She needs somebody to go with her, because the last visit frightened her and the waiting room is loud";
    before.plan.why = format!("{long}. Old end.").as_str().into();
    after.plan.why = format!("{long}. New end.").as_str().into();
    let found = changes(&before, &after, &all);
    let told: Vec<String> =
        found.iter().map(|one| Words::of(Language::English).change(one, &before, &after)).collect();
    assert_eq!(told, ["Why there is a plan (The plan): the wording changed."]);
}

#[test]
fn several_changes_stand_in_the_order_of_the_file() {
    says(
        |record| {
            record.plan.actions.remove(0);
            record.plan.actions[0].owner = Link::to(&id("mum"));
            record.plan.actions.push(Action {
                id: id("a-3"),
                what: "Book a check-up".into(),
                ..Action::default()
            });
            record.plan.needs[0].what = "Ola needs teeth that do not hurt.".into();
        },
        &[
            "The need “Ola needs healthy teeth” now says “Ola needs teeth that do not hurt”.",
            "Who will do it, in the action “Brush teeth twice a day”: Ada Bello. There was no answer before.",
            "The action “Book a check-up” was added.",
            "The action “Register with a dentist” was removed.",
        ],
    );
}

#[test]
fn welsh_sentences_have_the_same_names_and_days() {
    let welsh = told(
        |record| {
            record.plan.actions[0].due = day("2026-04-12");
            record.plan.actions.remove(1);
        },
        Language::Welsh,
    );
    assert_eq!(welsh.len(), 2);
    assert!(
        welsh[0].contains("“Register with a dentist”")
            && welsh[0].contains("3 Mawrth 2026")
            && welsh[0].contains("12 Ebrill 2026")
    );
    assert_eq!(welsh[1], "Tynnwyd cam gweithredu “Brush teeth twice a day”.");
}

#[test]
fn moved_rows_white_space_and_what_nobody_reads_are_no_change() {
    says(
        |record| {
            record.plan.actions.reverse();
            record.plan.why = "  ".into();
            record.document.reference = "R-2".into();
            record.carried.push(("new".into(), 1.into()));
        },
        &[],
    );
}

#[test]
fn only_what_is_covered_is_compared() {
    let (before, mut after) = (plan(), plan());
    after.plan.start = day("2026-02-03");
    after.plan.actions.remove(1);
    after.plan.actions[0].due = Typed::Blank;
    let due = Place { key: Some("due"), ..Place::row(&before.plan.actions[0]) };
    let only = changes(&before, &after, &|place| *place == due);
    assert_eq!(only, [Change { place: due, what: Changed::Answer }]);
    assert_eq!(changes(&before, &after, &|place| Scope::Plan.covers(place)).len(), 3);
    assert_eq!(changes(&before, &after, &|place| Scope::Report.covers(place)), []);
}

/// Every answer that somebody reads, with its state, by its place.
fn read(record: &Record) -> BTreeMap<Place, (bool, String)> {
    let mut read = BTreeMap::new();
    record.each_answer(&mut |place, field, answer| {
        if field.audience != Audience::System {
            read.insert(place.clone(), (answer.state() == State::Unread, answer.written().trim().to_owned()));
        }
    });
    read
}

/// Does to a record what a change names and nothing else.
fn apply(record: &mut Record, change: &Change, after: &Record) {
    let Place { home, row, .. } = &change.place;
    match change.what {
        Changed::Answer => {
            let answer = after.answer(&change.place).unwrap();
            record.answer_mut(&change.place).unwrap().hold(answer.holds());
        }
        Changed::Removed => drop(record.rows_mut(home).unwrap().take(row.as_ref().unwrap()).unwrap()),
        Changed::Added => {
            record.rows_mut(home).unwrap().insert(usize::MAX, row.clone().unwrap());
            let added = after.section(&change.place).unwrap();
            for field in added.shape().fields {
                let holds = added.answer(field.key).unwrap().holds();
                record.answer_mut(&change.place.at_key(field.key)).unwrap().hold(holds);
            }
        }
    }
}

proptest! {
    #[test]
    fn a_record_does_not_differ_from_itself(seed in any::<u64>()) {
        let record = generated::record(seed, 3);
        prop_assert_eq!(changes(&record, &record, &all), []);
    }

    #[test]
    fn what_is_named_and_nothing_else_leads_from_one_to_the_other(one in any::<u64>(), other in any::<u64>()) {
        let (mut before, after) = (generated::record(one, 2), generated::record(other, 2));
        let found = changes(&before, &after, &all);
        for change in &found {
            let at = |record: &Record| record.answer(&change.place).map(|answer| (answer.state(), answer.written().into_owned()));
            prop_assert!(change.place.key.is_none() || at(&before) != at(&after), "{:?} changes nothing", change);
            apply(&mut before, change, &after);
        }
        prop_assert_eq!(read(&before), read(&after));
    }

    #[test]
    fn what_is_taken_one_by_one_is_the_other_text_and_nothing_is_taken_twice(one in any::<u64>(), other in any::<u64>()) {
        let (mut record, later) = (generated::record(one, 1), generated::record(other, 1));
        let mut left = changes(&record, &later, &all);
        while let Some(change) = left.first().cloned() {
            let before = left.len();
            prop_assert!(record.take(&change, &later), "{:?} cannot be taken", change);
            left = changes(&record, &later, &all);
            prop_assert_eq!(left.len(), before - 1);
            let again = record.clone().take(&change, &later);
            prop_assert_eq!(again, change.what == Changed::Answer);
        }
        prop_assert_eq!(read(&record), read(&later));
    }

    #[test]
    fn every_change_can_be_told_in_both_languages(one in any::<u64>(), other in any::<u64>()) {
        let (before, after) = (generated::record(one, 1), generated::record(other, 1));
        for change in changes(&before, &after, &all).iter().step_by(7) {
            for language in Language::ALL {
                let sentence = Words::of(language).change(change, &before, &after);
                prop_assert!(sentence.contains(['.', ':']) && !sentence.contains("{one}"), "{}", sentence);
            }
        }
    }
}
