//! The rules: one file each, named after what is wrong, and tried both ways.

use crate::source::below;
use std::collections::BTreeSet;
use team_around::protocol::rules::RULES;

fn codes() -> BTreeSet<String> {
    RULES.iter().map(|rule| rule.code.to_owned()).collect()
}

#[test]
fn the_rules_listed_are_the_files() {
    let files: BTreeSet<String> = below("src/protocol/rules", ".rs")
        .into_iter()
        .filter_map(|source| source.path.strip_prefix("src/protocol/rules/").map(str::to_owned))
        .map(|file| file.trim_end_matches(".rs").replace('_', "-"))
        .filter(|name| name != "mod")
        .collect();
    assert_eq!(files, codes());
    assert_eq!(codes().len(), RULES.len(), "a code stands twice");
}

#[test]
fn a_file_holds_the_rule_of_its_name_and_says_what_it_asks_and_why() {
    for rule in RULES {
        let path = format!("src/protocol/rules/{}.rs", rule.code.replace('-', "_"));
        let source = crate::source::text(&path);
        assert!(source.contains(&format!("code: \"{}\"", rule.code)), "{path}");
        assert!(source.contains("//! **Asks:** ") && source.contains("//! **Why:** "), "{path}");
        assert!(source.lines().count() <= 80, "{path}");
    }
}

#[test]
fn the_rules_stand_in_the_order_of_their_topics() {
    let topics: Vec<_> = RULES.iter().map(|rule| rule.topic).collect();
    assert!(topics.is_sorted(), "{topics:?}");
}

/// What each trial says, with the helpers and the constants of its file that it names.
fn trials() -> Vec<String> {
    let mut trials = Vec::new();
    for source in below("tests/trials", ".rs") {
        let mut functions: Vec<(String, String)> = Vec::new();
        for part in source.text.split("\nfn ") {
            let name = part.split(['(', '<']).next().unwrap_or_default().to_owned();
            functions.push((name, part.to_owned()));
        }
        let called = |body: &str| -> String {
            let called = |name: &str| body.contains(&format!("{name}("));
            functions.iter().skip(1).filter(|(name, _)| called(name)).map(|(_, body)| body.as_str()).collect()
        };
        let constants: Vec<(&str, &str)> = source
            .text
            .split("\nconst ")
            .skip(1)
            .filter_map(|part| part.split(";\n").next()?.split_once(':'))
            .collect();
        let named = |body: &str| -> String {
            constants.iter().filter(|(name, _)| body.contains(name)).map(|(_, value)| *value).collect()
        };
        trials.extend(functions.iter().map(|(_, body)| format!("{body}{}{}", called(body), named(body))));
    }
    trials
}

#[test]
fn every_rule_is_tried_where_it_fires_and_where_it_does_not() {
    let trials = trials();
    let lacks = |code: &String, says: &[&str]| {
        let of = trials.iter().filter(|trial| trial.contains(&format!("\"{code}\"")));
        !of.into_iter().any(|trial| says.iter().any(|said| trial.contains(said)))
    };
    let silent: Vec<_> = codes().into_iter().filter(|code| lacks(code, &["unmet", "due 20"])).collect();
    assert!(silent.is_empty(), "no trial in which it fires: {silent:#?}");
    let loud: Vec<_> = codes()
        .into_iter()
        .filter(|code| lacks(code, &["\"met", "\"not applicable", "is_empty()"]))
        .collect();
    assert!(loud.is_empty(), "no trial in which it does not: {loud:#?}");
}
