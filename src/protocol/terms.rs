//! What a review is told and never looks up: the day, the working days, and the local figures.

use super::compose::Protocol;
use super::pack::{FigureName, ReadingName};
use crate::calendar::{Calendar, Interval, Worked};
use crate::record::RowId;
use chrono::NaiveDate;

/// The terms of one review.
#[derive(Clone, Copy)]
pub struct Terms<'a> {
    /// The civil day on which the record is looked at.
    pub today: NaiveDate,
    /// The working days.
    pub calendar: &'a Calendar,
    /// The packs, composed.
    pub protocol: &'a Protocol,
    /// The meeting that the document is about: what is asked of how a meeting is prepared and recorded is asked of this
    /// one alone. `None` looks at each that is being prepared or was last held.
    pub meeting: Option<&'a RowId>,
}

impl Terms<'_> {
    /// A length of time, where a pack states it.
    pub fn interval(&self, figure: FigureName) -> Option<Interval> {
        self.protocol.interval(figure)
    }

    /// A number, where a pack states it.
    pub fn number(&self, figure: FigureName) -> Option<u32> {
        self.protocol.number(figure)
    }

    /// Whether the packs read a doubtful place of a document this way.
    pub fn reads(&self, reading: ReadingName, value: &str) -> bool {
        self.protocol.reading(reading) == value
    }

    /// The last day in time of something due a stated length of time after a day.
    pub fn due(&self, anchor: NaiveDate, figure: FigureName) -> Option<Worked> {
        Some(self.interval(figure)?.after(anchor, self.calendar))
    }
}
