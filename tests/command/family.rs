//! `family-copy`: what goes to one reader, on a server without a browser.

use crate::program::{refuses, run, run_on};
use serde_json::{Value, json};

const PLAN: &str = "tests/data/family/plan.json";

fn changed(change: impl Fn(&mut Value)) -> Vec<u8> {
    let mut plan: Value = serde_json::from_str(include_str!("../data/family/plan.json")).unwrap();
    change(&mut plan);
    plan.to_string().into_bytes()
}

#[test]
fn a_copy_that_was_approved_is_one_file_without_a_script() {
    let answer = run(&["family-copy", PLAN, "--copy", "copy-1", "--today", "2026-03-04"]);
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""));
    assert!(
        answer.out.starts_with("<!doctype html>") && answer.out.contains("Who will do what, and by when?")
    );
    assert!(
        !answer.out.contains("<script")
            && !answer.out.contains("Mill Street")
            && !answer.out.contains("Carys")
    );
}

#[test]
fn the_page_that_shows_the_element_has_what_the_command_writes() {
    let answer = run(&["family-copy", PLAN, "--copy", "copy-1", "--today", "2026-03-04", "--json"]);
    assert_eq!(
        answer.json(),
        serde_json::from_str::<Value>(include_str!("../../www/pages/assets/family-copy.json")).unwrap()
    );
}

#[test]
fn every_reason_against_it_is_said_and_nothing_is_written() {
    let late = run(&["family-copy", PLAN, "--copy", "copy-1", "--today", "2026-07-01"]);
    assert_eq!((late.code, late.out.as_str()), (Some(1), ""));
    assert_eq!(late.err, "The last day of this copy is over.\n");
    let told = changed(|plan| plan["plan"]["why"] = json!("They are at 18 Mill Street now."));
    let told = run_on(&told, &["family-copy", "--copy", "copy-1", "--today", "2026-03-04"]);
    assert_eq!((told.code, told.out.as_str()), (Some(1), ""));
    assert!(
        told.err.contains("gives away an address") && told.err.contains("The plan, Why there is a plan"),
        "{}",
        told.err
    );
    refuses(&run(&["family-copy", PLAN, "--copy", "copy-9"]), &["no such copy"]);
}

#[test]
fn who_approves_sees_what_goes_and_what_does_not() {
    let answer = run(&["family-copy", PLAN, "--copy", "copy-1", "--look"]);
    let (goes, left) = answer.out.split_once("This does not:").unwrap();
    assert!(
        goes.contains("Go to the course that helps fathers to stay calm.") && !goes.contains("Mill Street"),
        "{goes}"
    );
    for line in [
        "Address: For named people only",
        "Where: For professionals",
        "About someone this reader must not learn about",
    ] {
        assert!(left.contains(line), "{left}");
    }
    assert!(left.contains("Seal of what goes out: "));
    let welsh = run(&["--lang", "cy", "family-copy", PLAN, "--copy", "copy-1", "--look"]);
    assert!(welsh.out.contains("Nid yw hyn yn mynd:"), "{}", welsh.out);
}

#[test]
fn a_host_gives_the_pages_sentences_in_another_language() {
    let polish = changed(|plan| plan["sharing"]["copies"][0]["language"] = json!("pl"));
    let seal = run_on(&polish, &["family-copy", "--copy", "copy-1", "--look"]);
    let seal = seal.out.split("Seal of what goes out: ").nth(1).unwrap().trim().to_owned();
    let polish = changed(|plan| {
        plan["sharing"]["copies"][0]["language"] = json!("pl");
        plan["sharing"]["copies"][0]["approved"] = json!(seal);
    });
    let table = std::env::temp_dir().join("team-around-polish.json");
    std::fs::write(&table, r#"{"family.question.why": "Dlaczego jest plan?"}"#).unwrap();
    let table = table.to_str().unwrap();
    let answer =
        run_on(&polish, &["family-copy", "--copy", "copy-1", "--today", "2026-03-04", "--words", table]);
    assert!(
        answer.out.contains("<html lang=\"pl\" dir=\"ltr\">") && answer.out.contains("Dlaczego jest plan?"),
        "{}{}",
        answer.out,
        answer.err
    );
    refuses(
        &run(&["family-copy", PLAN, "--copy", "copy-1", "--today", "2026-03-04", "--words", "README.md"]),
        &["README.md", "no table of words"],
    );
}
