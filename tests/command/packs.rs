//! `pack check` and `rules`: what is wrong with a pack and where, and what every rule says.

use crate::program::{refuses, run};
use std::collections::BTreeSet;
use team_around::protocol::rules::RULES;
use team_around::wire::built_in_ids;

#[test]
fn five_wrong_things_are_five_sentences_that_say_where() {
    let came = run(&["pack", "check", "tests/data/command/five_faults.json"]);
    let lines: Vec<&str> = came.out.lines().collect();
    let places: BTreeSet<&str> =
        lines.iter().filter_map(|line| line.split_once(": ")).map(|(at, _)| at).collect();
    let expected = ["/id", "/titel_cy", "/figures/0/unit", "/rules/1", "/rules/2/severity", "Faults"]
        .into_iter()
        .collect();
    assert_eq!(places, expected, "{}", came.out);
    assert_eq!((lines.len(), came.code), (6, Some(1)), "{}", came.out);
    assert!(lines.contains(&"Faults: 5"), "{}", came.out);
    assert!(lines.contains(&"/rules/1: There is no rule called “outcomes-absent”."), "{}", came.out);
}

#[test]
fn a_sound_pack_is_one_line() {
    let came = run(&["pack", "check", "tests/data/command/sound_pack.json"]);
    assert_eq!((came.out.as_str(), came.code), ("vale-2026: no faults. Rules: 1. Figures: 1.\n", Some(0)));
    for id in built_in_ids() {
        let file = format!("src/protocol/packs/{id}.json");
        let came = run(&["pack", "check", &file]);
        assert_eq!((came.out.lines().count(), came.code), (1, Some(0)), "{}{}", came.out, came.err);
    }
}

#[test]
fn a_pack_with_faults_checks_nothing() {
    let file = "tests/data/command/five_faults.json";
    refuses(&run(&["check", "tests/data/command/plan.json", "--protocol", file]), &[file]);
}

#[test]
fn every_rule_is_listed_with_its_sentences_and_sources() {
    let came = run(&["rules", "--json"]);
    let json = came.json();
    let rules = json["rules"].as_array().unwrap();
    let codes: Vec<&str> = rules.iter().filter_map(|rule| rule["code"].as_str()).collect();
    assert_eq!(codes, RULES.iter().map(|rule| rule.code).collect::<Vec<_>>());
    for rule in rules {
        assert!(rule["title"].as_str().is_some_and(|title| !title.starts_with("rule.")), "{rule}");
        assert!(!rule["sentences"].as_object().unwrap().is_empty(), "{rule}");
        assert!(!rule["packs"].as_array().unwrap().is_empty(), "no pack has it: {rule}");
    }
    let owner = rules.iter().find(|rule| rule["code"] == "action-without-owner").unwrap();
    assert!(
        owner["packs"]
            .as_array()
            .unwrap()
            .iter()
            .any(|source| source["pack"] == "childrens-commissioner-2024")
    );
    let text = run(&["rules"]).out;
    assert!(codes.iter().all(|code| text.contains(&format!("{code}: "))), "{text}");
}

#[test]
fn rows_that_wait_are_counted_by_what_they_wait_for() {
    let json = run(&["rules", "--json"]).json();
    let table = include_str!("../../src/protocol/catalogue.tsv");
    let waiting = |subject: &str| {
        let end = format!("\tnot yet\t{subject}");
        table.lines().filter(|line| line.trim_end().ends_with(&end)).count()
    };
    let groups = json["not_yet"].as_array().unwrap();
    for group in groups {
        let subject = group["waits_for"].as_str().unwrap();
        assert_eq!(group["count"].as_u64().unwrap() as usize, waiting(subject), "{subject}");
    }
    let all = table.lines().filter(|line| line.contains("\tnot yet\t")).count();
    assert_eq!(json["counts"]["not yet"].as_u64().unwrap() as usize, all);
    assert_eq!(groups.is_empty(), all == 0);
}

#[test]
fn a_council_s_pack_shows_its_own_weight() {
    let came = run(&["rules", "--json", "--protocol", "tests/data/command/sound_pack.json"]).json();
    let rules = came["rules"].as_array().unwrap();
    let owner = rules.iter().find(|rule| rule["code"] == "action-without-owner").unwrap();
    assert_eq!(owner["packs"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&owner["packs"][0]["pack"], &owner["packs"][0]["severity"]),
        (&"vale-2026".into(), &"should".into())
    );
}
