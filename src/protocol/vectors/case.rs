//! Vectors of whole records on one day.

use super::date::agreed;
use super::{Outcome, Told, Unreadable, reading};
use crate::calendar::{Interval, Unit};
use crate::protocol::Terms;
use crate::protocol::timescales::{Timescales, timescales};
use crate::record::codes::YesNo;
use crate::record::meeting::{Meeting, MeetingStatus};
use crate::record::professionals::{Professional, ProfessionalRole};
use crate::record::visits::{Visit, VisitFormat, VisitResult};
use crate::record::{Link, Record, RowId, Typed};
use chrono::NaiveDate;
use serde_json::{Map, Value};

const MEMBERS: [&str; 7] = [
    "about",
    "plan_start",
    "reviews_held",
    "three_monthly_agreed_by_team_manager_on",
    "visits_completed",
    "today",
    "expect",
];

/// Runs every case.
pub(super) fn cases(value: &Value, told: Told<'_>, outcome: &mut Outcome) -> Result<(), Unreadable> {
    for (index, case) in reading::list(value, "cases")?.iter().enumerate() {
        let at = format!("cases[{index}]");
        let members = reading::object(case, &at)?;
        let strange = members.keys().filter(|name| !MEMBERS.contains(&name.as_str()));
        outcome.unknown.extend(strange.map(|name| format!("{at}.{name}")));
        run(members, &at, told, outcome)?;
    }
    Ok(())
}

fn run(
    members: &Map<String, Value>,
    at: &str,
    told: Told<'_>,
    outcome: &mut Outcome,
) -> Result<(), Unreadable> {
    let record = record(members, at)?;
    let today = reading::day(reading::member(members, "today", at)?, &format!("{at}.today"))?;
    let came = timescales(
        &record,
        &Terms { today, calendar: told.calendar, protocol: told.protocol, meeting: None },
    );
    let expected = reading::member(members, "expect", at)?;
    let at = format!("{at}.expect");
    for (name, expected) in reading::object(expected, &at)? {
        match answer(name, &came) {
            Some(came) => outcome.compare(&format!("{at}.{name}"), expected, &came),
            None => outcome.unknown.push(format!("{at}.{name}")),
        }
    }
    Ok(())
}

/// What the timescales say under this name; `None` where the name is not known.
fn answer(name: &str, came: &Timescales) -> Option<Value> {
    let (review, visits) = (came.review.as_ref().ok(), came.visits.as_ref().ok());
    let truth = |said: Option<bool>| said.map_or(Value::Null, Value::Bool);
    Some(match name {
        "six_month_boundary" => reading::written(came.boundary),
        "interval" => review.map_or(Value::Null, |clock| Value::from(length(clock.interval))),
        "review_due" => reading::written(review.and_then(|clock| clock.due.date())),
        "review_overdue" => truth(review.and_then(|clock| clock.overdue)),
        "last_working_day_for_review" => reading::written(review.and_then(|clock| clock.last_working_day)),
        "late_visit_gaps" => visits.map_or(Value::Null, |clock| {
            let gap = |from, to| Value::from(vec![reading::written(Some(from)), reading::written(Some(to))]);
            clock.late.iter().map(|late| gap(late.from, late.to)).collect()
        }),
        "next_visit_due" => reading::written(visits.and_then(|clock| clock.due.date())),
        "visit_overdue" => truth(visits.and_then(|clock| clock.overdue)),
        _ => return None,
    })
}

/// A length of time as a file of vectors has it: `6 weeks`.
fn length(interval: Interval) -> String {
    let unit = match interval.unit {
        Unit::WorkingDays => "working days",
        Unit::Days => "days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
    };
    format!("{} {unit}", interval.quantity)
}

/// The record that a case tells of.
fn record(members: &Map<String, Value>, at: &str) -> Result<Record, Unreadable> {
    let mut record = Record::default();
    let start = reading::member(members, "plan_start", at)?;
    record.plan.start = Typed::Given(reading::day(start, &format!("{at}.plan_start"))?);
    let held = reading::days(members, "reviews_held", at)?;
    record.meetings = held.into_iter().enumerate().map(|(index, day)| review(index, day)).collect();
    let name = "three_monthly_agreed_by_team_manager_on";
    if let Some(value) = members.get(name).filter(|value| !value.is_null()) {
        record.agreements.push(agreed(reading::day(value, &format!("{at}.{name}"))?));
    }
    let worker = worker();
    let made = reading::days(members, "visits_completed", at)?.into_iter().enumerate();
    record.visits = made.map(|(index, day)| visit(index, day, &worker)).collect();
    record.professionals.push(worker);
    Ok(record)
}

fn row_id(letter: &str, index: usize) -> RowId {
    RowId::new(&format!("{letter}{index}")).unwrap_or_default()
}

fn worker() -> Professional {
    let role = Typed::Given(ProfessionalRole::SocialWorker);
    Professional { id: row_id("p", 0), role, ..Professional::default() }
}

fn review(index: usize, day: NaiveDate) -> Meeting {
    Meeting {
        id: row_id("m", index),
        status: Typed::Given(MeetingStatus::Held),
        on: Typed::Given(day),
        plan_reviewed: Typed::Given(YesNo::Yes),
        ..Meeting::default()
    }
}

fn visit(index: usize, day: NaiveDate, worker: &Professional) -> Visit {
    Visit {
        id: row_id("v", index),
        on: Typed::Given(day),
        by: Link::to(&worker.id),
        result: Typed::Given(VisitResult::Completed),
        format: Typed::Given(VisitFormat::InPerson),
        child_seen: Typed::Given(YesNo::Yes),
        ..Visit::default()
    }
}
