//! The shipped table against an independent list.
//!
//! `tests/data/bank_holidays_independent.txt` was written by the Python package `holidays`
//! 0.109 (its first lines say how); our table was not made from it. Titles and substitute days
//! were compared with GOV.UK's published lists for 2019 to 2027 when the table was made.

use crate::day;
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeSet;
use team_around::calendar::{Calendar, Nation};

static INDEPENDENT: &str = include_str!("../data/bank_holidays_independent.txt");

fn expected(nation: Nation) -> BTreeSet<NaiveDate> {
    let lines = INDEPENDENT.lines().filter_map(|line| line.split_once(' '));
    lines.filter(|(division, _)| *division == nation.division()).map(|(_, date)| day(date)).collect()
}

#[test]
fn every_day_of_every_nation_agrees_with_the_independent_list() {
    for nation in Nation::ALL {
        let (calendar, holidays) = (Calendar::built_in(nation), expected(nation));
        assert!(holidays.len() > 100, "{nation:?}");
        let covered = calendar.covered()[0];
        for date in covered.first.iter_days().take_while(|date| *date <= covered.last) {
            let weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
            let holiday = holidays.contains(&date);
            assert_eq!(calendar.holiday(date).is_some(), holiday, "{nation:?} {date}");
            assert_eq!(calendar.is_working_day(date), Some(!weekend && !holiday), "{nation:?} {date}");
        }
    }
}

#[test]
fn the_years_that_are_covered() {
    for nation in Nation::ALL {
        let calendar = Calendar::built_in(nation);
        let [span] = calendar.covered() else { panic!("one span") };
        assert_eq!((span.first, span.last), (day("2014-01-01"), day("2027-12-31")));
    }
}

#[test]
fn days_that_were_moved_or_proclaimed_once() {
    let rows = [
        ("2020-05-04", "ESN", None),
        ("2020-05-08", "ESN", Some("early-may-ve-day")),
        ("2022-05-30", "ESN", None),
        ("2022-06-02", "ESN", Some("spring")),
        ("2022-06-03", "ESN", Some("platinum-jubilee")),
        ("2022-09-19", "ESN", Some("state-funeral")),
        ("2023-05-08", "ESN", Some("coronation")),
        ("2026-06-15", "S", Some("world-cup")),
        ("2026-06-15", "EN", None),
        ("2026-04-06", "EN", Some("easter-monday")),
        ("2026-04-06", "S", None),
        ("2026-08-03", "S", Some("summer")),
        ("2026-08-31", "S", None),
        ("2017-01-02", "S", Some("second-january")),
        ("2017-01-02", "EN", Some("new-years-day")),
    ];
    for (date, nations, title) in rows {
        for nation in nations.chars().map(nation) {
            let calendar = Calendar::built_in(nation);
            let found = calendar.holiday(day(date)).map(|holiday| holiday.title.key());
            assert_eq!(found, title, "{nation:?} {date}");
        }
    }
}

#[test]
fn substitute_days_say_so() {
    let rows = [
        ("2026-12-25", 'E', false),
        ("2026-12-28", 'E', true),
        ("2027-12-27", 'S', true),
        ("2024-12-02", 'S', true),
        ("2024-03-18", 'N', true),
        ("2026-07-13", 'N', true),
        ("2027-07-12", 'N', false),
    ];
    for (date, letter, substitute) in rows {
        let calendar = Calendar::built_in(nation(letter));
        let found = calendar.holiday(day(date)).map(|holiday| holiday.substitute);
        assert_eq!(found, Some(substitute), "{date}");
    }
}

#[test]
fn nations_carry_the_names_of_the_list() {
    for nation in Nation::ALL {
        assert_eq!(Nation::from_division(nation.division()), Some(nation));
        let written = serde_json::to_value(nation).expect("JSON");
        assert_eq!(written, nation.division());
    }
    assert_eq!(Nation::from_division("wales"), None);
}

fn nation(letter: char) -> Nation {
    match letter {
        'E' => Nation::EnglandAndWales,
        'S' => Nation::Scotland,
        _ => Nation::NorthernIreland,
    }
}
