//! A date as it is written in data: `2026-04-03`.

use chrono::{Datelike, NaiveDate};

/// Reads `YYYY-MM-DD` and nothing else: no sign, no space, no missing nought.
/// `None` for any other text, and for a day that does not exist.
pub fn civil_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn digits(text: &str, length: usize) -> Option<u32> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// Writes `YYYY-MM-DD`. By hand, because the general formatting of days takes a browser longer to
/// fetch than a quarter of the rules.
pub fn iso(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}
