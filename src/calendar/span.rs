//! How far the table reaches.

use chrono::NaiveDate;

/// Whole years for which every holiday is known, both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// 1 January of the first year.
    pub first: NaiveDate,
    /// 31 December of the last year.
    pub last: NaiveDate,
}

impl Span {
    /// Whether the day lies within.
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }

    pub(super) fn of_years(first: i32, last: i32) -> Option<Span> {
        let first = NaiveDate::from_ymd_opt(first, 1, 1)?;
        let last = NaiveDate::from_ymd_opt(last, 12, 31)?;
        Some(Span { first, last })
    }

    /// Spans of neighbouring years, from years in rising order.
    pub(super) fn join(years: impl IntoIterator<Item = i32>) -> Vec<Span> {
        let mut runs: Vec<(i32, i32)> = Vec::new();
        for year in years {
            match runs.last_mut() {
                Some(run) if run.1 + 1 == year => run.1 = year,
                _ => runs.push((year, year)),
            }
        }
        runs.into_iter().filter_map(|(first, last)| Span::of_years(first, last)).collect()
    }
}

/// Why a count of working days has no answer: it leaves the years that the table covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// The calendar is not known past this day, the last that is covered.
    Past(NaiveDate),
    /// The calendar is not known before this day, the first that is covered.
    Before(NaiveDate),
}

impl Beyond {
    /// The covered day nearest to what was asked.
    pub const fn edge(self) -> NaiveDate {
        match self {
            Beyond::Past(day) | Beyond::Before(day) => day,
        }
    }
}
