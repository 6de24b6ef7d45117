//! Notice of a meeting: the earliest day that leaves people enough working days.

use super::{Calendar, Worked, add_days};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Which days count towards the notice (domain 1.5.5, decision 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    /// Clear days: neither the day notice was sent nor the day of the meeting.
    Clear,
    /// The day of the meeting counts, the day notice was sent does not.
    ExcludeNoticeDayOnly,
}

impl Calendar {
    /// The first date, whatever its weekday, that gives `working_days` of notice after `sent`.
    /// The form offers the [`Calendar::first_working_day_on_or_after`] it. No notice at all
    /// leaves the day it was sent.
    pub fn earliest_with_notice(&self, sent: NaiveDate, working_days: u32, notice: Notice) -> Worked {
        let worked = self.add_working_days(sent, working_days, false);
        match (worked, notice) {
            (Worked::Known { date, working }, Notice::Clear) if working_days > 0 => {
                Worked::Known { date: add_days(date, 1), working }
            }
            (worked, _) => worked,
        }
    }
}
