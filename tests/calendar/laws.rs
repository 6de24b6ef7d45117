//! What must hold for every day, whatever the holidays.

use chrono::NaiveDate;
use proptest::prelude::*;
use team_around::calendar::{Calendar, Nation, Notice, add_days};

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2014, 1, 1).expect("a date");
    (0_u32..365 * 13).prop_map(move |days| add_days(first, days))
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    let closures = prop::collection::vec(any_day(), 0..20);
    let built_in = prop::sample::select(Nation::ALL.to_vec()).prop_map(Calendar::built_in);
    (built_in, closures).prop_map(|(calendar, days)| calendar.with_closures(days))
}

/// Counts by asking every day, as a person with a wall calendar would.
fn counted_by_hand(calendar: &Calendar, after: NaiveDate, through: NaiveDate) -> u32 {
    let days = after.iter_days().skip(1).take_while(|date| *date <= through);
    days.map(|date| u32::from(calendar.is_working_day(date) == Some(true))).sum()
}

proptest! {
    #[test]
    fn the_nth_working_day_is_one_and_n_lie_up_to_it(
        calendar in any_calendar(), from in any_day(), n in 1_u32..60
    ) {
        let date = calendar.add_working_days(from, n, false).date().expect("covered");
        prop_assert_eq!(calendar.is_working_day(date), Some(true));
        prop_assert_eq!(calendar.working_days_between(from, date), Ok(n));
        prop_assert_eq!(counted_by_hand(&calendar, from, date), n);
    }

    #[test]
    fn a_count_agrees_with_counting_by_hand(
        calendar in any_calendar(), from in any_day(), to in any_day()
    ) {
        let counted = calendar.working_days_between(from, to);
        prop_assert_eq!(counted, Ok(counted_by_hand(&calendar, from, to)));
    }

    #[test]
    fn the_later_the_start_and_the_longer_the_count_the_later_the_end(
        calendar in any_calendar(), from in any_day(), later in 0_u32..40, n in 1_u32..40, more in 1_u32..20
    ) {
        let end = |start, n| calendar.add_working_days(start, n, false).date().expect("covered");
        prop_assert!(end(from, n) <= end(add_days(from, later), n));
        prop_assert!(end(from, n) < end(from, n + more));
    }

    #[test]
    fn counting_the_anchor_starts_from_the_day_before(
        calendar in any_calendar(), from in any_day(), n in 1_u32..40
    ) {
        let next = add_days(from, 1);
        let (with, without) = (calendar.add_working_days(next, n, true), calendar.add_working_days(from, n, false));
        prop_assert_eq!(with.date(), without.date());
    }

    #[test]
    fn every_day_of_a_count_is_counted_skipped_or_weekend(
        calendar in any_calendar(), from in any_day(), n in 1_u32..60
    ) {
        let worked = calendar.add_working_days(from, n, false);
        let (date, working) = (worked.date().expect("covered"), worked.working().expect("covered"));
        let days = n as usize + working.skipped.len() + working.weekend_days as usize;
        prop_assert_eq!(i64::try_from(days).ok(), Some((date - from).num_days()));
        prop_assert_eq!(calendar.working_days_between(from, working.day_one), Ok(1));
        for holiday in &working.skipped {
            prop_assert_eq!(calendar.holiday(holiday.date), Some(holiday));
        }
    }

    #[test]
    fn clear_notice_leaves_n_days_strictly_between_and_no_earlier_date_does(
        calendar in any_calendar(), sent in any_day(), n in 1_u32..30
    ) {
        let meeting = calendar.earliest_with_notice(sent, n, Notice::Clear).date().expect("covered");
        let eve = meeting.pred_opt().expect("a day before");
        prop_assert_eq!(counted_by_hand(&calendar, sent, eve), n);
        prop_assert_eq!(counted_by_hand(&calendar, sent, eve.pred_opt().expect("a day before")), n - 1);
        let lenient = calendar.earliest_with_notice(sent, n, Notice::ExcludeNoticeDayOnly).date();
        prop_assert_eq!(lenient, Some(eve));
    }

    #[test]
    fn the_nearest_working_days_have_none_nearer(calendar in any_calendar(), date in any_day()) {
        let next = calendar.first_working_day_on_or_after(date).expect("covered");
        prop_assert_eq!(counted_by_hand(&calendar, date.pred_opt().expect("a day before"), next), 1);
        if let Ok(last) = calendar.last_working_day_on_or_before(date) {
            prop_assert_eq!(calendar.is_working_day(last), Some(true));
            prop_assert_eq!(counted_by_hand(&calendar, last, date), 0);
        }
    }
}
