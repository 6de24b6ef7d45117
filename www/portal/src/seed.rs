//! The plans that a new portal has: an invented family's, half done, and an empty one.

use crate::chance::{hash, secret};
use crate::portal::{Portal, now};
use crate::store::{Plan, Version};
use chrono::{Days, NaiveDate};
use serde_json::Value;
use team_around::record::{Kind, Place, Record, State};
use team_around::wire::{read_text, write_text};

/// The protocol of a new plan.
const PROTOCOL: &str = "hampshire-cin-2018 calderdale-meetings-2017 childrens-commissioner-2024";

const FAMILY: &str = include_str!("../seed/CIN-1042.json");
const EMPTY: &str = include_str!("../seed/CIN-1043.json");

/// The day on which the invented family's plan is as it was written.
const WRITTEN_FOR: NaiveDate = match NaiveDate::from_ymd_opt(2026, 3, 16) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Puts the plans into a database that has none.
///
/// # Errors
/// A sentence about what could not be stored.
pub fn plant(portal: &Portal) -> Result<(), String> {
    let failed = |error| format!("The first plans could not be stored: {error}");
    if portal.store.plans().map_err(failed)?.is_empty() {
        for text in [FAMILY, EMPTY] {
            let mut record = read_text(text).record;
            bring_to(portal.today(), &mut record);
            let plan =
                Plan { reference: record.document.reference.to_string(), protocol: PROTOCOL.to_owned() };
            let first = first_version(&record).ok_or("This machine gives no random numbers.")?;
            portal.store.add(&plan, &first).map_err(failed)?;
        }
    }
    Ok(())
}

fn first_version(record: &Record) -> Option<Version> {
    let text = write_text(record);
    Some(Version {
        number: 1,
        kind: "draft".to_owned(),
        hash: hash(text.as_bytes()),
        record: text.clone(),
        received: text,
        receipt: secret::<8>()?,
        by_name: "Ada Okafor".to_owned(),
        by_role: "Social worker".to_owned(),
        at: now(),
        document: "plan".to_owned(),
        meeting: String::new(),
    })
}

/// Moves every day of the record by as many weeks as have passed since it was written, so that a
/// visitor in any year finds a plan of this month. Weekdays stay what they were.
fn bring_to(today: NaiveDate, record: &mut Record) {
    let weeks = (today - WRITTEN_FOR).num_weeks();
    for (place, day) in days(record) {
        if let Some(answer) = record.answer_mut(&place) {
            let _ = answer.read_json(&Value::from(moved(day, weeks).to_string()));
        }
    }
    for row in &mut record.overrides {
        if let Ok(day) = row.at.parse::<NaiveDate>() {
            row.at.write(&moved(day, weeks).to_string());
        }
    }
}

fn moved(day: NaiveDate, weeks: i64) -> NaiveDate {
    let days = Days::new(weeks.unsigned_abs().saturating_mul(7));
    let moved = if weeks < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) };
    moved.unwrap_or(day)
}

/// Every day that was given, with its place.
fn days(record: &Record) -> Vec<(Place, NaiveDate)> {
    let mut days = Vec::new();
    record.each_answer(&mut |place, field, answer| {
        if matches!((field.kind, answer.state()), (Kind::Day, State::Given)) {
            days.extend(answer.written().parse().ok().map(|day| (place.clone(), day)));
        }
    });
    days
}
