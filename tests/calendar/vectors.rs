//! Right answers from the table of domain 1.5.8 and from the two files of vectors.

use crate::{day, england};
use serde_json::Value;
use team_around::calendar::{Interval, Notice, Unit, Working, add_days, add_months, add_weeks};

type Answer<'a> = &'a dyn Fn(&str) -> Option<chrono::NaiveDate>;

fn file(text: &str) -> Value {
    serde_json::from_str(text).expect("vectors are JSON")
}

#[test]
fn every_vector_of_dates_json() {
    let calendar = england();
    let vectors = file(include_str!("../vectors/dates.json"));
    let notice = |sent: &str| calendar.earliest_with_notice(day(sent), 10, Notice::Clear).date();
    let known: [(&str, Answer); 6] = [
        ("distribution_deadline", &|at| calendar.add_working_days(day(at), 10, false).date()),
        ("notice_earliest", &notice),
        ("notice_earliest_working_day", &|sent| {
            notice(sent).and_then(|date| calendar.first_working_day_on_or_after(date).ok())
        }),
        ("six_month_boundary", &|start| Some(add_months(day(start), 6))),
        ("three_months", &|last| Some(add_months(day(last), 3))),
        ("last_working_day_on_or_before", &|date| calendar.last_working_day_on_or_before(day(date)).ok()),
    ];
    let tables = vectors["vectors"].as_object().expect("an object of tables");
    assert_eq!(tables.len(), known.len(), "a table has no test");
    for (name, answer) in known {
        let rows = tables[name].as_array().expect("a list of pairs");
        assert_eq!(rows.len(), 47, "{name}");
        for row in rows {
            let (given, expected) = (row[0].as_str().expect("text"), row[1].as_str().expect("text"));
            assert_eq!(answer(given), Some(day(expected)), "{name} of {given}");
        }
    }
}

#[test]
fn the_dates_of_ladder_json_that_need_only_a_calendar() {
    let calendar = england();
    let ladder = file(include_str!("../vectors/ladder.json"));
    let cases = ladder["cases"].as_array().expect("a list of cases");
    assert!(!cases.is_empty());
    for case in cases {
        let text = |value: &Value| value.as_str().map(day).expect("a date");
        let expect = &case["expect"];
        assert_eq!(add_months(text(&case["plan_start"]), 6), text(&expect["six_month_boundary"]));
        let last = calendar.last_working_day_on_or_before(text(&expect["review_due"]));
        assert_eq!(last, Ok(text(&expect["last_working_day_for_review"])));
    }
}

#[test]
fn distribution_within_ten_working_days() {
    let rows = [
        ("2026-03-25", "2026-04-10"),
        ("2026-03-28", "2026-04-14"),
        ("2026-04-02", "2026-04-20"),
        ("2026-08-28", "2026-09-14"),
        ("2026-12-18", "2027-01-06"),
    ];
    for (meeting, deadline) in rows {
        let worked = england().add_working_days(day(meeting), 10, false);
        assert_eq!(worked.date(), Some(day(deadline)), "{meeting}");
    }
}

#[test]
fn notice_of_the_next_meeting() {
    let calendar = england();
    let offered = |sent: &str, notice| {
        let earliest = calendar.earliest_with_notice(day(sent), 10, notice).date()?;
        calendar.first_working_day_on_or_after(earliest).ok()
    };
    assert_eq!(offered("2026-03-25", Notice::Clear), Some(day("2026-04-13")));
    assert_eq!(offered("2026-03-25", Notice::ExcludeNoticeDayOnly), Some(day("2026-04-10")));
    assert_eq!(offered("2026-12-18", Notice::Clear), Some(day("2027-01-07")));
}

#[test]
fn months_and_weeks() {
    let months = [
        ("2026-03-02", 6, "2026-09-02"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-08-29", 6, "2027-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-09-28", 3, "2026-12-28"),
    ];
    for (start, n, end) in months {
        assert_eq!(add_months(day(start), n), day(end), "{start} and {n} months");
    }
    for (start, n, end) in
        [("2026-03-02", 6, "2026-04-13"), ("2026-03-02", 3, "2026-03-23"), ("2026-09-02", 6, "2026-10-14")]
    {
        assert_eq!(add_weeks(day(start), n), day(end), "{start} and {n} weeks");
        assert_eq!(add_days(day(start), n * 7), day(end));
    }
}

#[test]
fn twenty_working_days_with_and_without_the_anchor() {
    let meeting = day("2026-03-02");
    assert_eq!(england().add_working_days(meeting, 20, false).date(), Some(day("2026-03-30")));
    assert_eq!(england().add_working_days(meeting, 20, true).date(), Some(day("2026-03-27")));
}

#[test]
fn the_working_of_the_easter_example_of_the_design() {
    let worked = england().add_working_days(day("2026-03-25"), 10, false);
    let working = worked.working().expect("a covered year");
    let Working { anchor, day_one, counted, skipped, weekend_days, clamped } = working;
    assert_eq!((*anchor, *day_one), (day("2026-03-25"), day("2026-03-26")));
    assert_eq!(*counted, Interval::new(10, Unit::WorkingDays));
    let skipped: Vec<_> = skipped.iter().map(|holiday| (holiday.date, holiday.title.key())).collect();
    assert_eq!(skipped, [(day("2026-04-03"), "good-friday"), (day("2026-04-06"), "easter-monday")]);
    assert_eq!((*weekend_days, *clamped), (4, false));
}

#[test]
fn an_interval_reads_and_writes_as_a_pack_states_it() {
    let six_weeks = r#"{"quantity":6,"unit":"weeks","count_anchor_day":false}"#;
    let read: Interval = serde_json::from_str(six_weeks).expect("an interval");
    assert_eq!(read, Interval::new(6, Unit::Weeks));
    assert_eq!(serde_json::to_string(&read).expect("JSON"), six_weeks);
    for (unit, name) in [
        (Unit::WorkingDays, "\"working days\""),
        (Unit::Days, "\"days\""),
        (Unit::Weeks, "\"weeks\""),
        (Unit::Months, "\"months\""),
    ] {
        assert_eq!(serde_json::to_string(&unit).expect("JSON"), name);
    }
}
