//! Where the table ends, closures, and counts that are easy to have wrong by one.

use crate::{day, england};
use chrono::NaiveDate;
use team_around::calendar::{Beyond, Interval, Notice, Unit, Worked, add_months, civil_date};

#[test]
fn past_the_end_of_the_table_nothing_is_guessed() {
    let calendar = england();
    let past = Beyond::Past(day("2027-12-31"));
    assert_eq!(calendar.is_working_day(day("2027-12-31")), Some(true));
    assert_eq!(calendar.is_working_day(day("2028-01-01")), None);
    assert_eq!(calendar.add_working_days(day("2027-12-17"), 8, false).date(), Some(day("2027-12-31")));
    assert_eq!(calendar.add_working_days(day("2027-12-17"), 9, false), Worked::Unknown(past));
    assert_eq!(calendar.add_working_days(day("2030-01-01"), 1, false), Worked::Unknown(past));
    assert_eq!(calendar.earliest_with_notice(day("2027-12-20"), 10, Notice::Clear), Worked::Unknown(past));
    assert_eq!(calendar.working_days_between(day("2027-12-01"), day("2028-01-01")), Err(past));
    assert_eq!(calendar.first_working_day_on_or_after(day("2028-01-01")), Err(past));
    assert_eq!(calendar.last_working_day_on_or_before(day("2028-01-01")), Err(past));
    assert_eq!(past.edge(), day("2027-12-31"));
}

#[test]
fn before_the_start_of_the_table_nothing_is_guessed() {
    let calendar = england();
    let before = Beyond::Before(day("2014-01-01"));
    assert_eq!(calendar.is_working_day(day("2013-12-31")), None);
    assert_eq!(calendar.add_working_days(day("2013-12-30"), 1, false), Worked::Unknown(before));
    assert_eq!(calendar.working_days_between(day("2013-12-30"), day("2014-01-10")), Err(before));
    assert_eq!(calendar.first_working_day_on_or_after(day("2013-12-31")), Err(before));
    assert_eq!(calendar.last_working_day_on_or_before(day("2014-01-01")), Err(before));
}

#[test]
fn only_the_days_that_are_looked_at_need_be_covered() {
    let worked = england().add_working_days(day("2013-12-31"), 1, false);
    assert_eq!(worked.date(), Some(day("2014-01-02")));
}

#[test]
fn calendar_units_need_no_table() {
    let start = day("2030-01-31");
    for (unit, end) in [(Unit::Days, "2030-02-01"), (Unit::Weeks, "2030-02-07"), (Unit::Months, "2030-02-28")]
    {
        let worked = Interval::new(1, unit).after(start, &england());
        assert_eq!(worked.date(), Some(day(end)), "{unit:?}");
        let working = worked.working().expect("always known");
        assert_eq!(working.day_one, day("2030-02-01"));
        assert_eq!(working.clamped, unit == Unit::Months);
        assert!(working.skipped.is_empty());
    }
}

#[test]
fn counting_the_anchor_ends_a_day_sooner() {
    let rows = [
        ("2026-03-02", 21, Unit::Days, "2026-03-22"),
        ("2026-03-02", 3, Unit::Weeks, "2026-03-22"),
        ("2026-03-02", 6, Unit::Months, "2026-09-01"),
        ("2026-08-31", 6, Unit::Months, "2027-02-28"),
        ("2026-03-28", 1, Unit::WorkingDays, "2026-03-30"),
        ("2026-03-30", 1, Unit::WorkingDays, "2026-03-30"),
    ];
    for (anchor, quantity, unit, end) in rows {
        let interval = Interval::new(quantity, unit).counting_anchor_day();
        assert_eq!(interval.after(day(anchor), &england()).date(), Some(day(end)), "{anchor} {unit:?}");
    }
}

#[test]
fn an_interval_of_nothing_is_the_anchor_itself() {
    let sunday = day("2026-03-29");
    for unit in [Unit::WorkingDays, Unit::Days, Unit::Weeks, Unit::Months] {
        assert_eq!(Interval::new(0, unit).after(sunday, &england()).date(), Some(sunday));
    }
    assert_eq!(england().earliest_with_notice(sunday, 0, Notice::Clear).date(), Some(sunday));
}

#[test]
fn the_largest_quantities_and_dates_have_answers() {
    let (calendar, most) = (england(), u32::MAX);
    for unit in [Unit::Days, Unit::Weeks, Unit::Months] {
        for anchor in [NaiveDate::MIN, day("2026-01-01"), NaiveDate::MAX] {
            assert!(Interval::new(most, unit).after(anchor, &calendar).date().is_some());
            assert!(
                Interval::new(most, unit).counting_anchor_day().after(anchor, &calendar).date().is_some()
            );
        }
    }
    let past = Beyond::Past(day("2027-12-31"));
    assert_eq!(calendar.add_working_days(day("2026-01-01"), most, false), Worked::Unknown(past));
    assert_eq!(calendar.add_working_days(NaiveDate::MAX, most, true), Worked::Unknown(past));
    assert_eq!(calendar.working_days_between(NaiveDate::MAX, NaiveDate::MIN), Ok(0));
    assert!(calendar.working_days_between(NaiveDate::MIN, NaiveDate::MAX).is_err());
    assert_eq!(add_months(day("2026-01-01"), most), NaiveDate::MAX);
}

#[test]
fn closures_of_the_council_are_no_working_days() {
    let shut = ["2026-12-29", "2026-12-30", "2026-12-31", "2026-12-25", "2026-12-26"].map(day);
    let calendar = england().with_closures(shut);
    assert_eq!(calendar.is_working_day(day("2026-12-30")), Some(false));
    let title = |date| calendar.holiday(day(date)).map(|holiday| holiday.title.key());
    assert_eq!(title("2026-12-30"), Some("local-closure"));
    assert_eq!(title("2026-12-25"), Some("christmas-day"), "a holiday keeps its name");
    assert_eq!(title("2026-12-26"), None, "a Saturday needs none");
    assert_eq!(calendar.working_days_between(day("2026-12-24"), day("2027-01-04")), Ok(1));
    assert_eq!(england().working_days_between(day("2026-12-24"), day("2027-01-04")), Ok(4));
}

#[test]
fn a_date_in_data_has_one_form_only() {
    assert_eq!(civil_date("2026-04-03"), NaiveDate::from_ymd_opt(2026, 4, 3));
    for text in [
        "",
        "2026-4-3",
        "2026-02-29",
        "2026-13-01",
        "+2026-04-03",
        " 2026-04-03",
        "2026-04-03-",
        "03/04/2026",
    ] {
        assert_eq!(civil_date(text), None, "{text:?}");
    }
}
