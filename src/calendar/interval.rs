//! An interval: how many of which unit, and whether the anchor's own day is day 1.

use super::working_days::count;
use super::{Beyond, Calendar, Worked, Working};
use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Monday to Friday less holidays.
    #[serde(rename = "working days")]
    WorkingDays,
    /// Calendar days.
    Days,
    /// Seven calendar days each.
    Weeks,
    /// To the same day of a later month, or that month's last day (domain 1.5.1).
    Months,
}

/// A stretch of time as a protocol states it: "6 weeks", "10 working days".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// How many. None at all leads back to the anchor, working day or not.
    pub quantity: u32,
    /// Of what.
    pub unit: Unit,
    /// Whether the anchor's own day is day 1. By default it is day 0 (domain 1.5.1).
    #[serde(default)]
    pub count_anchor_day: bool,
}

impl Interval {
    /// An interval whose anchor is day 0.
    pub const fn new(quantity: u32, unit: Unit) -> Interval {
        Interval { quantity, unit, count_anchor_day: false }
    }

    /// The same interval with the anchor as day 1.
    #[must_use]
    pub const fn counting_anchor_day(self) -> Interval {
        Interval { count_anchor_day: true, ..self }
    }

    /// The last day of the interval that starts from `anchor`: doing a thing on it is in time.
    ///
    /// Days, weeks and months need no table and are always known. Working days are unknown as
    /// soon as a day that must be looked at is not covered.
    pub fn after(&self, anchor: NaiveDate, calendar: &Calendar) -> Worked {
        if self.quantity == 0 {
            return Worked::Known { date: anchor, working: Working::plain(anchor, anchor, *self) };
        }
        let first = if self.count_anchor_day { anchor } else { add_days(anchor, 1) };
        match self.unit {
            Unit::WorkingDays => self.working_days(anchor, first, calendar).unwrap_or_else(Worked::Unknown),
            Unit::Days => self.calendar_days(anchor, first, self.quantity),
            Unit::Weeks => self.calendar_days(anchor, first, self.quantity.saturating_mul(7)),
            Unit::Months => self.months(anchor, first),
        }
    }

    fn working_days(
        &self,
        anchor: NaiveDate,
        first: NaiveDate,
        calendar: &Calendar,
    ) -> Result<Worked, Beyond> {
        let day_one = calendar.working_day_from(first, 0)?;
        let date = calendar.working_day_from(day_one, self.quantity.saturating_sub(1))?;
        let skipped = calendar.holidays_in(first, date).to_vec();
        let looked_at = u32::try_from((date - first).num_days()).unwrap_or(u32::MAX).saturating_add(1);
        let weekend_days = looked_at.saturating_sub(self.quantity).saturating_sub(count(skipped.len()));
        let working = Working { skipped, weekend_days, ..Working::plain(anchor, day_one, *self) };
        Ok(Worked::Known { date, working })
    }

    fn calendar_days(&self, anchor: NaiveDate, first: NaiveDate, days: u32) -> Worked {
        let date = add_days(first, days.saturating_sub(1));
        Worked::Known { date, working: Working::plain(anchor, first, *self) }
    }

    /// Counting the anchor, a month from the 10th ends on the 9th. Where the later month has no
    /// such day its last day ends the period either way.
    fn months(&self, anchor: NaiveDate, first: NaiveDate) -> Worked {
        let same_day = add_months(anchor, self.quantity);
        let clamped = same_day.day() != anchor.day();
        let one_less = self.count_anchor_day && !clamped;
        let date = if one_less { same_day.pred_opt().unwrap_or(same_day) } else { same_day };
        Worked::Known { date, working: Working { clamped, ..Working::plain(anchor, first, *self) } }
    }
}

impl Calendar {
    /// The `n`-th working day after `date`, which is day 0 whether or not it is a working day;
    /// with `count_anchor` it is day 1 if it is one (domain 1.5.1).
    pub fn add_working_days(&self, date: NaiveDate, n: u32, count_anchor: bool) -> Worked {
        let interval = Interval { quantity: n, unit: Unit::WorkingDays, count_anchor_day: count_anchor };
        interval.after(date, self)
    }
}

/// The day `n` calendar days on. The last day that the date type can hold, in the year 262142,
/// stands for all that would lie past it; so too in the two functions below.
pub fn add_days(date: NaiveDate, n: u32) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(n))).unwrap_or(NaiveDate::MAX)
}

/// The same weekday `n` weeks on.
pub fn add_weeks(date: NaiveDate, n: u32) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(n) * 7)).unwrap_or(NaiveDate::MAX)
}

/// The same day of the month `n` months on, or that month's last day if it is too short.
pub fn add_months(date: NaiveDate, n: u32) -> NaiveDate {
    date.checked_add_months(Months::new(n)).unwrap_or(NaiveDate::MAX)
}
