//! A time that may be known only in part: a day, a month or a year, for certain or about.

use super::civil_date::civil_date;
use super::typed::Written;
use chrono::{Datelike, Months, NaiveDate};

/// When something happened, as far as it is known. Ordered by its first possible day; of two that
/// begin on one day the more certain comes first, because "14 March" is not after "March".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct When {
    /// The first day it can have been.
    pub first: NaiveDate,
    /// The last day it can have been, as far as the words say.
    pub last: NaiveDate,
    /// Whether the words say "about".
    pub about: bool,
}

/// Words for "about", in English and Welsh.
const ABOUT: [&str; 8] = ["about", "around", "circa", "c.", "approx", "approximately", "tua", "oddeutu"];

impl When {
    /// Reads "14/03/2025", "2025-03-14", "March 2025", "2025", each perhaps with "about" before it, in
    /// English or Welsh; `None` where the words say no day, month or year.
    pub fn read(typed: &str) -> Option<Self> {
        let small: String = typed.trim().chars().map(super::small_letter).collect();
        let hedge =
            ABOUT.iter().find_map(|word| small.strip_prefix(word).filter(|rest| rest.starts_with(' ')));
        let about = hedge.is_some();
        let rest = hedge.unwrap_or(&small).trim();
        let (first, last) = whole(rest)?;
        Some(Self { first, last, about })
    }
}

/// The first and the last day of a day, a month or a year.
fn whole(typed: &str) -> Option<(NaiveDate, NaiveDate)> {
    if let Some(day) = civil_date(typed).or_else(|| NaiveDate::read(typed)) {
        return Some((day, day));
    }
    let (first, months) = if typed.len() == 4 && typed.chars().all(|c| c.is_ascii_digit()) {
        (NaiveDate::read(&format!("1 1 {typed}"))?, 12)
    } else {
        (NaiveDate::read(&format!("1 {typed}"))?, 1)
    };
    let next = first.checked_add_months(Months::new(months))?;
    Some((first.with_day(1)?, next.pred_opt()?))
}
