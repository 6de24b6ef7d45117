//! A date that was worked out, with what a reader needs to check it.

use super::{Beyond, Holiday, Interval};
use chrono::NaiveDate;

/// A date, or how far the table reaches where it ends too soon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Worked {
    /// The date and how it was counted.
    Known {
        /// The date that was asked for.
        date: NaiveDate,
        /// How it was counted.
        working: Working,
    },
    /// The count leaves the covered years; no date is guessed.
    Unknown(Beyond),
}

impl Worked {
    /// The date, where it is known.
    pub const fn date(&self) -> Option<NaiveDate> {
        match self {
            Worked::Known { date, .. } => Some(*date),
            Worked::Unknown(_) => None,
        }
    }

    /// How it was counted, where it is known.
    pub const fn working(&self) -> Option<&Working> {
        match self {
            Worked::Known { working, .. } => Some(working),
            Worked::Unknown(_) => None,
        }
    }
}

/// How a date was counted. Data, not a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Working {
    /// The day of the event that the count starts from.
    pub anchor: NaiveDate,
    /// The first day that was counted; the anchor where nothing was counted.
    pub day_one: NaiveDate,
    /// What was counted.
    pub counted: Interval,
    /// Holidays on weekdays that were passed over, in order. Only working days pass over any.
    pub skipped: Vec<Holiday>,
    /// Saturdays and Sundays that were passed over. Only working days pass over any.
    pub weekend_days: u32,
    /// The month is too short for the anchor's day of the month, so its last day was taken.
    pub clamped: bool,
}

impl Working {
    pub(super) const fn plain(anchor: NaiveDate, day_one: NaiveDate, counted: Interval) -> Working {
        Working { anchor, day_one, counted, skipped: Vec::new(), weekend_days: 0, clamped: false }
    }
}
