//! The host's own list: laid over the shipped table, or refused with everything that is wrong.

use crate::day;
use chrono::TimeDelta;
use serde_json::{Value, json};
use team_around::calendar::{Beyond, Calendar, FeedFault, Nation, Title, Worked};

const ENGLAND: Nation = Nation::EnglandAndWales;

/// Titles and dates of GOV.UK's list for England and Wales in 2028.
const YEAR_2028: [(&str, &str, &str); 8] = [
    ("New Year’s Day", "2028-01-03", "Substitute day"),
    ("Good Friday", "2028-04-14", ""),
    ("Easter Monday", "2028-04-17", ""),
    ("Early May bank holiday", "2028-05-01", ""),
    ("Spring bank holiday", "2028-05-29", ""),
    ("Summer bank holiday", "2028-08-28", ""),
    ("Christmas Day", "2028-12-25", ""),
    ("Boxing Day", "2028-12-26", ""),
];

fn event(title: &str, date: &str, notes: &str) -> Value {
    json!({"title": title, "date": date, "notes": notes, "bunting": true})
}

fn year_2028() -> Vec<Value> {
    YEAR_2028.map(|(title, date, notes)| event(title, date, notes)).into()
}

/// The same eight weekdays whole weeks earlier or later: an invented year.
fn moved(weeks: i64) -> Vec<Value> {
    let date = |date: &str| (day(date) + TimeDelta::weeks(weeks)).to_string();
    YEAR_2028.map(|(title, on, notes)| event(title, &date(on), notes)).into()
}

fn feed(events: &[Value]) -> String {
    json!({"england-and-wales": {"division": "england-and-wales", "events": events}}).to_string()
}

fn faults(json: &str) -> Vec<(FeedFault, String)> {
    let error = Calendar::from_govuk(json, ENGLAND).expect_err("a feed with faults");
    error.problems.into_iter().map(|problem| (problem.fault, problem.place)).collect()
}

#[test]
fn a_newer_year_is_added_to_the_shipped_ones() {
    let calendar = Calendar::from_govuk(&feed(&year_2028()), ENGLAND).expect("a sound feed");
    let [span] = calendar.covered() else { panic!("one span") };
    assert_eq!((span.first, span.last), (day("2014-01-01"), day("2028-12-31")));
    assert_eq!(calendar.holiday(day("2026-04-03")).map(|holiday| holiday.title.key()), Some("good-friday"));
    let new_year = calendar.holiday(day("2028-01-03")).expect("a holiday");
    assert_eq!((&new_year.title, new_year.substitute), (&Title::NewYearsDay, true));
    let across = calendar.add_working_days(day("2027-12-29"), 4, false);
    assert_eq!(across.date(), Some(day("2028-01-05")));
}

#[test]
fn a_year_of_the_feed_replaces_the_shipped_year_whole() {
    let mut events = moved(-52);
    events.push(event("Jubilee of the invented king", "2027-07-01", "Extra bank holiday"));
    let calendar = Calendar::from_govuk(&feed(&events), ENGLAND).expect("a sound feed");
    let title = |date| calendar.holiday(day(date)).map(|holiday| holiday.title.clone());
    assert_eq!(title("2027-07-01"), Some(Title::Given("Jubilee of the invented king".to_owned())));
    assert_eq!(title("2027-03-26"), None, "Good Friday of the shipped table is replaced");
    assert_eq!(calendar.is_working_day(day("2027-03-26")), Some(true));
    assert_eq!(title("2026-04-03"), Some(Title::GoodFriday), "other years stay");
}

#[test]
fn years_that_neither_list_has_stay_unknown() {
    let events = moved(105);
    let calendar = Calendar::from_govuk(&feed(&events), ENGLAND).expect("a sound feed");
    assert_eq!(calendar.covered().len(), 2);
    assert_eq!(calendar.is_working_day(day("2029-06-01")), None);
    let past = Beyond::Past(day("2027-12-31"));
    assert_eq!(calendar.add_working_days(day("2027-12-30"), 10, false), Worked::Unknown(past));
    assert_eq!(calendar.working_days_between(day("2027-12-01"), day("2030-06-01")), Err(past));
    assert_eq!(calendar.is_working_day(day("2030-06-04")), Some(true));
}

#[test]
fn only_the_asked_division_is_read() {
    let mut both: Value = serde_json::from_str(&feed(&year_2028())).expect("JSON");
    both["scotland"] = json!("not a division");
    assert!(Calendar::from_govuk(&both.to_string(), ENGLAND).is_ok());
    let error = Calendar::from_govuk(&both.to_string(), Nation::Scotland).expect_err("no division");
    assert_eq!(error.problems[0].place, "/scotland");
}

#[test]
fn all_faults_are_told_with_their_places() {
    let mut events = year_2028();
    events[1] = json!("Good Friday");
    events[2] = event(" ", "2028-04-31", "");
    events[3] = json!({"title": "Early May bank holiday", "date": 20280501});
    events[4] = event("Spring bank holiday", "1066-10-14", "");
    events[7] = event("Boxing Day", "2028-12-25", "");
    let at = |fault, place: &str| (fault, format!("/england-and-wales/events/{place}"));
    assert_eq!(
        faults(&feed(&events)),
        [
            at(FeedFault::NotAnObject, "1"),
            at(FeedFault::TitleMissing, "2/title"),
            at(FeedFault::DateUnreadable, "2/date"),
            at(FeedFault::DateUnreadable, "3/date"),
            at(FeedFault::DateOutOfRange, "4/date"),
            at(FeedFault::DateTwice, "7/date"),
        ]
    );
}

#[test]
fn part_of_a_year_is_refused_because_the_rest_would_count_as_working_days() {
    let mut events = year_2028();
    events.drain(..3);
    events.extend(moved(105));
    let short = |year, found| {
        let fault = FeedFault::YearIncomplete { year, found, at_least: 8 };
        (fault, "/england-and-wales/events".to_owned())
    };
    assert_eq!(faults(&feed(&events)), [short(2028, 5), short(2029, 0)]);
}

#[test]
fn a_feed_of_another_shape_is_refused() {
    let at = |fault, place: &str| vec![(fault, place.to_owned())];
    assert_eq!(faults("{"), at(FeedFault::NotJson { line: 1, column: 1 }, ""));
    assert_eq!(faults("[]"), at(FeedFault::NotAnObject, ""));
    assert_eq!(faults("{}"), at(FeedFault::DivisionMissing, "/england-and-wales"));
    assert_eq!(
        faults(r#"{"england-and-wales":{"division":"scotland","events":[]}}"#),
        at(FeedFault::DivisionMisnamed, "/england-and-wales/division")
    );
    assert_eq!(faults(&feed(&[])), at(FeedFault::EventsMissing, "/england-and-wales/events"));
    let many = vec![event("Good Friday", "2028-04-14", ""); 2001];
    assert_eq!(faults(&feed(&many)), at(FeedFault::TooManyEvents, "/england-and-wales/events"));
    let deep = "[".repeat(100_000);
    assert!(matches!(faults(&deep)[..], [(FeedFault::NotJson { .. }, _)]));
}

#[test]
fn an_error_prints_codes_and_places() {
    let error = Calendar::from_govuk("{}", ENGLAND).expect_err("an empty feed");
    assert_eq!(error.to_string(), "feed-division-missing at \"/england-and-wales\"");
}
