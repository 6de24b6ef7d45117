//! Working days, bank holidays as dated data, and intervals with their working shown.
//!
//! What never happens here: no clock is read and no file opened, nothing panics, no sentence is
//! written (a [`Working`] is data that the words room prints) and no day is guessed. Past the end
//! of the table, or before its start, the answer is [`Beyond`].

mod bank_holidays;
mod govuk;
mod holiday;
mod interval;
mod nation;
mod notice;
mod span;
mod working;
mod working_days;

pub use crate::record::{civil_date, iso};
pub use govuk::{FeedError, FeedFault, FeedProblem};
pub use holiday::{Holiday, Title};
pub use interval::{Interval, Unit, add_days, add_months, add_weeks};
pub use nation::Nation;
pub use notice::Notice;
pub use span::{Beyond, Span};
pub use working::{Worked, Working};
pub use working_days::Calendar;
