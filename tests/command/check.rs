//! `check`: the same findings as the library's, told in words, with the place and the source.

use crate::program::{refuses, run, run_on};
use serde_json::{Value, json};
use team_around::calendar::{Calendar, Nation};
use team_around::protocol::{Finding, Protocol, Status, Terms, review};
use team_around::wire::{ANSWERS, Envelope, built_in_pack, finding_json, read_text, stamp};
use team_around::words::{Language, Words};

const PLAN: &str = "tests/data/command/plan.json";
const PLAN_TEXT: &str = include_str!("../data/command/plan.json");
const PACKS: &str = "hampshire-cin-2018,childrens-commissioner-2024";

fn checked(more: &[&str]) -> crate::program::Answer {
    run(&[&["check", PLAN, "--protocol", PACKS, "--today", "2026-03-20"], more].concat())
}

/// What the library finds in the plan, as JSON; all of it, or what a reader is told of unasked.
fn found(language: Language, all: bool) -> (Vec<Value>, usize) {
    let record = read_text(PLAN_TEXT).record;
    let ids = PACKS.split(',').chain([ANSWERS]);
    let protocol = Protocol::of(ids.map(|id| built_in_pack(id).unwrap()).collect());
    let calendar = Calendar::built_in(Nation::EnglandAndWales);
    let terms = Terms {
        today: "2026-03-20".parse().unwrap(),
        calendar: &calendar,
        protocol: &protocol,
        meeting: None,
    };
    let found = review(&record, &terms);
    let told = |finding: &&Finding| all || !matches!(finding.status, Status::Met | Status::NotApplicable);
    let json = |finding: &Finding| finding_json(finding, &record, &protocol, Words::of(language));
    (found.iter().filter(told).map(json).collect(), found.iter().filter(|finding| finding.stops()).count())
}

#[test]
fn json_findings_are_the_library_s() {
    for (more, language, all) in [
        (vec!["--json"], Language::English, false),
        (vec!["--json", "--all"], Language::English, true),
        (vec!["--json", "--lang", "cy"], Language::Welsh, false),
    ] {
        let (expected, stopping) = found(language, all);
        let answer = checked(&more);
        let came = answer.json();
        assert_eq!(came["findings"], Value::from(expected), "{more:?}");
        assert_eq!(came["stopping"], stopping);
        assert_eq!(came["as_of"], "2026-03-20");
        assert_eq!(answer.code, Some(1), "a plan without an assessment is not final");
    }
}

#[test]
fn text_names_the_place_in_words_the_source_and_who_set_it_aside() {
    let text = checked(&[]).out;
    assert!(text.starts_with("As of Friday 20 March 2026\nChecked against "), "{text}");
    let place = "    Where: Actions, ‘Weekly visit’, Who will do it [plan/actions/a-1/owner]\n";
    let (before, after) = text.split_once(place).unwrap_or_else(|| panic!("{text}"));
    let sentence = before.lines().last().unwrap();
    assert_eq!(sentence, "  Should, Not met: Say who will do this.");
    let block: Vec<&str> = after.lines().take_while(|line| line.starts_with("    ")).collect();
    assert!(block.iter().any(|line| line.starts_with("    Source: ")), "{block:?}");
    let aside = "    Set aside by Priya Shah, Team Manager: The new worker starts on Monday.";
    assert!(block.contains(&aside), "{block:?}");
    assert!(text.contains("\nActions\n"), "{text}");
    assert!(text.contains("\nSet aside with a reason: 1\n"), "{text}");
}

#[test]
fn text_ends_with_counts_that_json_bears_out() {
    let (text, json) = (checked(&[]).out, checked(&["--json"]).json());
    let count = |status: &str| {
        json["findings"].as_array().unwrap().iter().filter(|finding| finding["status"] == status).count()
    };
    for (label, n) in [
        ("Stops the plan from being made final or shared", json["stopping"].as_u64().unwrap() as usize),
        ("Still in time", count("due")),
        ("Not known yet", count("unknown")),
        ("Does not fit in the file’s format", 1),
    ] {
        assert!(text.contains(&format!("\n{label}: {n}\n")), "{label}: {n} in {text}");
    }
    assert_eq!(json["problems"][0]["pointer"], "/visits");
    assert!(
        text.contains("\n/visits: The file has something else where we expect a list of entries."),
        "{text}"
    );
}

#[test]
fn a_distribution_deadline_shows_how_it_was_counted() {
    let text = run(&["check", PLAN, "--protocol", PACKS, "--today", "2026-03-10"]).out;
    let working = "10 working days from Monday 2 March 2026. Day 1 is Tuesday 3 March 2026.";
    assert!(text.contains(working) && text.contains("16 March 2026"), "{text}");
}

#[test]
fn standard_input_is_read_where_there_is_no_file_or_a_hyphen() {
    let rest = ["--protocol", PACKS, "--today", "2026-03-20"];
    for before in [&["check"][..], &["check", "-"]] {
        let came = run_on(PLAN_TEXT.as_bytes(), &[before, &rest].concat());
        assert_eq!(came.out, checked(&[]).out);
    }
}

#[test]
fn an_envelope_says_which_packs() {
    let envelope = json!({
        "format": "team-around", "version": 1, "record": serde_json::from_str::<Value>(PLAN_TEXT).unwrap(),
        "protocol": [{ "id": "childrens-commissioner-2024", "version": "1", "hash": "0".repeat(64) }],
    });
    let text = envelope.to_string();
    assert_eq!(Envelope::read_text(&text).envelope.protocol.len(), 1);
    let came = run_on(text.as_bytes(), &["check", "--json", "--today", "2026-03-20"]).json();
    let packs: Vec<&str> =
        came["protocol"].as_array().unwrap().iter().filter_map(|p| p["id"].as_str()).collect();
    assert_eq!(packs, ["childrens-commissioner-2024", ANSWERS]);
    let told = run_on(text.as_bytes(), &["check", "--today", "2026-03-20"]).out;
    assert!(told.contains("another text of the pack “childrens-commissioner-2024”"), "{told}");
    let same = stamp(&built_in_pack("childrens-commissioner-2024").unwrap()).hash.to_string();
    let told =
        run_on(text.replace(&"0".repeat(64), &same).as_bytes(), &["check", "--today", "2026-03-20"]).out;
    assert!(told.contains("Stops the plan") && !told.contains("another text"), "{told}");
    let council = text.replace("childrens-commissioner-2024", "vale-2026");
    refuses(&run_on(council.as_bytes(), &["check"]), &["“vale-2026”", "--protocol"]);
    let given = run_on(council.as_bytes(), &["check", "--protocol", "tests/data/command/sound_pack.json"]);
    assert!(given.out.contains("Vale, edition 2"), "{}{}", given.out, given.err);
}

#[test]
fn nothing_that_stops_ends_with_nought() {
    let pack = ["--protocol", "tests/data/command/sound_pack.json", "--today", "2026-03-20"];
    let came = run_on(
        br#"{"children":[{"id":"c"}],"plan":{"actions":[{"id":"a"}]}}"#,
        &[&["check", "--json"][..], &pack].concat(),
    );
    assert_eq!((came.code, came.json()["stopping"].as_u64()), (Some(0), Some(0)));
    let rules: Vec<String> = came.json()["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["rule"].to_string())
        .collect();
    assert!(rules.contains(&"\"action-without-owner\"".to_owned()), "a warning stops nothing: {rules:?}");
}

#[test]
fn without_a_day_the_machine_s_own_is_printed() {
    let before = chrono::Local::now().date_naive();
    let came = run(&["check", PLAN, "--protocol", PACKS, "--json"]).json();
    let after = chrono::Local::now().date_naive();
    let day = came["as_of"].as_str().unwrap().parse().unwrap();
    assert!((before..=after).contains(&day), "{day}");
}
