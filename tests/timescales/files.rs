//! The two files of vectors, whole; and files that are wrong.

use crate::{england, protocol};
use team_around::protocol::pack::FigureName;
use team_around::protocol::vectors::{Fault, Outcome, Unreadable, run};
use team_around::record::codes::IntervalUnit;

const DATES: &str = include_str!("../vectors/dates.json");
const LADDER: &str = include_str!("../vectors/ladder.json");

fn outcome(text: &str) -> Result<Outcome, Unreadable> {
    run(text, &protocol(None, &[]), &england())
}

#[test]
fn every_date_comes_true() {
    let outcome = outcome(DATES).unwrap();
    assert_eq!(outcome.failed, []);
    assert_eq!((outcome.passed, outcome.is_whole()), (6 * 47, true));
}

#[test]
fn every_case_comes_true() {
    let outcome = outcome(LADDER).unwrap();
    assert_eq!(outcome.failed, []);
    assert_eq!((outcome.passed, outcome.is_whole()), (30 * 8, true));
}

#[test]
fn another_figure_makes_them_fail() {
    let figures = [
        (FigureName::FirstPeriod, 5, IntervalUnit::Months),
        (FigureName::Review, 40, IntervalUnit::Days),
        (FigureName::ReviewReduced, 13, IntervalUnit::Weeks),
        (FigureName::Visit, 15, IntervalUnit::WorkingDays),
        (FigureName::VisitReduced, 3, IntervalUnit::Weeks),
    ];
    for figure in figures {
        let failed = run(LADDER, &protocol(Some(figure), &[]), &england()).unwrap().failed;
        assert!(!failed.is_empty(), "{figure:?}");
    }
    for name in [FigureName::Distribution, FigureName::Notice] {
        let nine = protocol(Some((name, 9, IntervalUnit::WorkingDays)), &[]);
        assert!(run(DATES, &nine, &england()).unwrap().failed.len() >= 47, "{name:?}");
    }
}

#[test]
fn another_reading_makes_them_fail() {
    for reading in [("interval-selected-by", "due-date"), ("reduced-without-agreement", "yes")] {
        let other = run(LADDER, &protocol(None, &[reading]), &england()).unwrap();
        assert!(!other.failed.is_empty(), "{reading:?}");
    }
    let lenient = protocol(None, &[("notice-count", "exclude-notice-day-only")]);
    let failed = run(DATES, &lenient, &england()).unwrap().failed;
    assert!(failed.len() >= 47 && failed.iter().all(|row| row.at.starts_with("vectors.notice_earliest")));
}

#[test]
fn a_mismatch_says_where_what_was_expected_and_what_came() {
    let failed = outcome(r#"{"vectors": {"three_months": [["2026-11-30", "2027-03-02"]]}}"#).unwrap().failed;
    let [mismatch] = failed.as_slice() else { panic!("{failed:?}") };
    assert_eq!(mismatch.at, "vectors.three_months[0]");
    assert_eq!((mismatch.expected.as_str(), mismatch.came.as_str()), ("\"2027-03-02\"", "\"2027-02-28\""));
}

#[test]
fn what_is_not_known_is_reported_and_not_passed() {
    let case =
        r#"{"plan_start": "2026-03-02", "today": "2026-03-02", "colour": 1, "expect": {"mood": "good"}}"#;
    let text = format!(r#"{{"vectors": {{"tea_time": []}}, "cases": [{case}], "more": 1}}"#);
    let outcome = outcome(&text).unwrap();
    assert_eq!(outcome.unknown, ["vectors.tea_time", "cases[0].colour", "cases[0].expect.mood", "more"]);
    assert!(!outcome.is_whole());
}

#[test]
fn a_day_past_the_calendars_end_is_not_known() {
    let failed =
        outcome(r#"{"vectors": {"distribution_deadline": [["2027-12-28", "2028-01-12"]]}}"#).unwrap().failed;
    assert_eq!(failed.first().map(|row| row.came.as_str()), Some("null"));
}

#[test]
fn a_file_that_cannot_be_read_says_where() {
    let wrong = [
        ("{", "line 1, column 1", Fault::NotJson),
        ("[]", "", Fault::NotAnObject),
        ("{}", "", Fault::NeitherShape),
        (r#"{"vectors": []}"#, "vectors", Fault::NotAnObject),
        (r#"{"vectors": {"three_months": [["2026-11-30"]]}}"#, "vectors.three_months[0]", Fault::NotAPair),
        (
            r#"{"vectors": {"three_months": [["x", "2026-11-30"]]}}"#,
            "vectors.three_months[0][0]",
            Fault::NotADay,
        ),
        (r#"{"cases": {}}"#, "cases", Fault::NotAList),
        (r#"{"cases": [{}]}"#, "cases[0].plan_start", Fault::Missing),
        (
            r#"{"cases": [{"plan_start": "2026-03-02", "reviews_held": ["2026-02-30"]}]}"#,
            "cases[0].reviews_held[0]",
            Fault::NotADay,
        ),
        (
            r#"{"cases": [{"plan_start": "2026-03-02", "today": "2026-03-02", "expect": 4}]}"#,
            "cases[0].expect",
            Fault::NotAnObject,
        ),
    ];
    for (text, at, why) in wrong {
        assert_eq!(outcome(text), Err(Unreadable { at: at.to_owned(), why }), "{text}");
    }
}
