//! `timescales` and `vectors`: days by hand from the documents' figures, and files of right answers.

use crate::program::{refuses, run};

const PLAN: &str = "tests/data/command/plan.json";

fn timescales(more: &[&str]) -> crate::program::Answer {
    let rest = ["timescales", PLAN, "--protocol", "hampshire-cin-2018", "--today", "2026-03-20"];
    run(&[&rest, more].concat())
}

#[test]
fn json_has_each_day_with_its_working() {
    let answer = timescales(&["--json"]);
    let came = answer.json();
    assert_eq!(answer.code, Some(0));
    assert_eq!((&came["plan_start"], &came["boundary"]), (&"2026-03-02".into(), &"2026-09-02".into()));
    // Six weeks from 2 March 2026 is Monday 13 April; three weeks is Monday 23 March.
    assert_eq!(came["review"]["due"], "2026-04-13");
    assert_eq!(came["review"]["last_working_day"], "2026-04-13");
    assert_eq!(came["review"]["interval"]["quantity"], 6);
    assert_eq!(came["visits"]["due"], "2026-03-23");
    assert_eq!(came["visits"]["overdue"], false);
    // Day 1 is 3 March, day 10 is 16 March.
    assert_eq!(came["distribution"]["due"], "2026-03-16");
    assert_eq!(came["distribution"]["overdue"], true);
    assert_eq!(came["distribution"]["working"]["day_one"], "2026-03-03");
    // Ten clear days after 20 March, less Good Friday and Easter Monday: 8 April.
    assert_eq!(came["notice"]["earliest"], "2026-04-08");
}

#[test]
fn text_says_each_day_and_why() {
    let text = timescales(&[]).out;
    for line in [
        "As of Friday 20 March 2026",
        "The plan started: Monday 2 March 2026",
        "The first period is over: Wednesday 2 September 2026",
        "  Review the plan by: Monday 13 April 2026",
        "  How this date was worked out: 6 weeks from Monday 2 March 2026.",
        "  Longest time between: 6 weeks (the interval of the first period)",
        "  Next visit by: Monday 23 March 2026",
        "  Send the plan by: Monday 16 March 2026",
        "  Have no copy yet: Carys Vance, Sam Okoro, Osian Vance (a child of the plan)",
    ] {
        assert!(text.lines().any(|came| came == line), "{line} in {text}");
    }
}

#[test]
fn a_plan_without_a_start_says_so() {
    let came = crate::program::run_on(b"{}", &["timescales", "--json", "--protocol", "hampshire-cin-2018"]);
    assert_eq!(came.json()["review"]["stopped"], "no-start");
    assert_eq!(came.code, Some(0));
}

#[test]
fn the_files_of_right_answers_come_true() {
    let came = run(&["vectors", "tests/vectors/dates.json", "tests/vectors/ladder.json"]);
    let last = came.out.lines().last().unwrap_or_default();
    assert!(last.ends_with(" passed, 0 failed") && !last.starts_with("0 "), "{}{}", came.out, came.err);
    assert_eq!(came.code, Some(0));
}

#[test]
fn a_wrong_answer_is_named_with_what_came() {
    let file = "tests/data/command/wrong_vectors.json";
    let came = run(&["vectors", file]);
    let expected = format!(
        "{file}: vectors.distribution_deadline[1]: expected \"2026-04-11\", came \"2026-04-13\"\n\
         {file}: vectors.moon_phase: not known to this version, so not checked\n\
         1 passed, 2 failed\n"
    );
    assert_eq!((came.out, came.code), (expected, Some(1)));
}

#[test]
fn other_figures_and_nations_are_used_where_they_are_named() {
    let file = "tests/vectors/dates.json";
    for more in [["--nation", "scotland"], ["--protocol", "example-contrasting-council"]] {
        let came = run(&[&["vectors", file][..], &more].concat());
        assert_eq!(came.code, Some(1), "{more:?}");
        assert!(!came.out.ends_with(" 0 failed\n"), "{more:?}");
    }
    refuses(&run(&["vectors", PLAN]), &[PLAN, "“vectors” or “cases”"]);
}

#[test]
fn the_interval_says_by_which_rule_it_applies() {
    let told = |agreements: &str| {
        let plan = format!(
            r#"{{"plan": {{"start": "2025-01-06"}}, "agreements": [{agreements}],
               "meetings": [{{"id": "m-1", "kind": "cin-review", "status": "held", "on": "2025-09-01", "plan_reviewed": "yes"}}],
               "professionals": [{{"id": "w-1", "name": "Sam Okoro", "role": "social-worker"}}],
               "visits": [{{"id": "v-1", "on": "2025-02-10", "by": "w-1", "format": "in-person", "result": "completed", "child_seen": "yes"}}]}}"#
        );
        let rest = ["timescales", "--protocol", "hampshire-cin-2018", "--today", "2025-10-01"];
        crate::program::run_on(plan.as_bytes(), &rest).out
    };
    // Six weeks and three months from Monday 1 September 2025; the first period ended on 6 July.
    let shorter = told("");
    assert!(shorter.contains("  Review the plan by: Monday 13 October 2025\n"), "{shorter}");
    assert!(shorter.contains("6 weeks (the shorter interval, because no Team Manager"), "{shorter}");
    let agreed = r#"{"id": "g-1", "kind": "three-monthly-review", "name": "Priya Shah", "role": "Team Manager", "on": "2025-09-02"}"#;
    let longer = told(agreed);
    assert!(longer.contains("  Review the plan by: Monday 1 December 2025\n"), "{longer}");
    let why = "3 months (the longer interval, as agreed by Priya Shah, Team Manager, on 2 September 2025)";
    assert!(longer.contains(why), "{longer}");
    // Three weeks from the plan's start is Monday 27 January: the visit of 10 February came late.
    assert!(
        longer.contains("  A visit on Monday 10 February 2025 was due by Monday 27 January 2025.\n"),
        "{longer}"
    );
}
