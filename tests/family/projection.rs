//! A record that says in every field which field it is, and thousands of readers: only what they may read goes out.

use crate::arranged::{arranged, id};
use crate::may_read::{BESIDE, EVER, OWN, wrong};
use std::collections::BTreeSet;
use team_around::reading::family::{ALLOWED, prepared, write_copy};
use team_around::reading::page::{Phrases, document};
use team_around::record::{Audience, Place, State};
use team_around::wire::whole_text;
use team_around::words::{Language, Words};

/// The long run takes 2,000.
fn cases() -> u64 {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    asked.unwrap_or(0).clamp(150, 2_000)
}

#[test]
fn only_what_a_reader_may_read_goes_out() {
    let (mut seen, mut went) = (BTreeSet::new(), BTreeSet::new());
    for seed in 0..cases() {
        let (record, marks) = arranged(seed);
        let made = prepared(&record, &id("sharing-copies-1")).unwrap();
        let text = write_copy(&made.copy);
        let found = marks.found(&text);
        let wrong = wrong(&record, &found);
        assert!(
            wrong.is_empty(),
            "seed {seed}: {wrong:?} went out, and is not in EVER of tests/family/may_read.rs\n{text}"
        );
        // The page says what the copy says, and nothing else of the record.
        let words = Words::of(Language::English);
        let say = |key: &str| words.say(key).map(str::to_owned);
        let html = document(&made.copy, &Phrases { say: &say, language: "en" });
        let shown = marks.found(&html);
        assert!(shown.is_subset(&found), "seed {seed}: {:?}", shown.difference(&found).collect::<Vec<_>>());
        seen.extend(found.into_iter().map(|(question, _)| question));
        // Whoever approves sees of each answer that it goes, or why not.
        let left: BTreeSet<String> = made.left_out.iter().map(|left| left.place.to_string()).collect();
        let goes: BTreeSet<String> = made.goes.iter().map(Place::to_string).collect();
        record.each_answer(&mut |place, field, answer| {
            let row = Place { key: None, ..place.clone() }.to_string();
            let told =
                left.contains(&place.to_string()) || left.contains(&row) || goes.contains(&place.to_string());
            let aside = ["sharing/copies", "sharing/choices"].contains(&place.home)
                || field.audience == Audience::System;
            assert!(told || aside || answer.state() == State::Blank, "seed {seed}: {place}");
        });
        went.extend(made.goes.iter().filter_map(|place| Some((place.home, place.key?))));
        assert!(left.is_disjoint(&goes), "seed {seed}: {:?}", left.intersection(&goes).collect::<Vec<_>>());
    }
    // The suite would find nothing wrong in copies that say nothing: each question of the list is read by somebody.
    let never: Vec<&&str> =
        EVER.iter().chain(&OWN).chain(&BESIDE).filter(|question| !seen.contains(**question)).collect();
    assert!(never.is_empty(), "{never:?}");
    // What is on the list and in no part would look as if it went.
    let listed = ALLOWED.iter().flat_map(|(home, keys)| keys.iter().map(move |key| (*home, *key)));
    let beside = |key: &str| include_str!("../../src/reading/family/parts.rs").contains(key);
    let named = |home: &str, key: &str| home == "children" && key == "name";
    let unsaid: Vec<_> = listed
        .filter(|(home, key)| !went.contains(&(*home, *key)) && !beside(key) && !named(home, key))
        .collect();
    assert!(unsaid.is_empty(), "src/reading/family/parts.rs says nothing of {unsaid:?}");
}

#[test]
fn a_copy_that_only_hides_what_is_not_to_be_read_is_found_out() {
    let (record, marks) = arranged(1);
    let hidden = format!("<style>.no{{display:none}}</style><div class=no>{}</div>", whole_text(&record));
    assert!(wrong(&record, &marks.found(&hidden)).len() > 100);
}

#[test]
fn what_is_listed_is_for_the_family() {
    for (home, keys) in ALLOWED {
        for key in keys {
            let place = Place { home, row: None, key: Some(key) };
            let field = place.field().unwrap_or_else(|| panic!("{home}/{key} is no question"));
            assert!(field.audience == Audience::Family, "{home}/{key} is for {:?}", field.audience);
        }
    }
}
