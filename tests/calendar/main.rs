//! The calendar room against the documents' examples, an independent list and its own laws.

mod edges;
mod feed;
mod laws;
mod table;
mod vectors;

use chrono::NaiveDate;
use team_around::calendar::{Calendar, Nation, civil_date};

/// A date as the documents' tables write it.
fn day(text: &str) -> NaiveDate {
    civil_date(text).unwrap_or_else(|| panic!("{text} is no date"))
}

fn england() -> Calendar {
    Calendar::built_in(Nation::EnglandAndWales)
}
