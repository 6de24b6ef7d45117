//! What only the forms of meetings and reports draw. A module for browsers that holds the plan alone
//! is built without it (`meetings_absent.rs` stands in its place).

mod afterwards;
mod alike;
mod chronology;
mod contributions;
mod differences;
mod drawn;
mod heads;
mod lines;
mod mapping;
mod minutes;
mod opening;
mod shortcuts;
mod years;

pub use drawn::drawn;
pub use heads::{about, awaited, is_minuted, next_meeting, own_procedure};
pub use lines::lines;
pub use opening::open;
pub use shortcuts::{heard_elsewhere, heard_key};

use super::pages::{IN_MINUTES, Keys, Part};
use super::state::Form;
use crate::record::chronology::ChronologyEntry;
use crate::record::{Place, Record, RowId};
use leptos::prelude::RwSignal;

/// What these forms keep beside the record.
pub struct Kept {
    /// The plan as it was before the meeting.
    before: Record,
    /// The agency for which a request was asked for.
    requested: Option<RowId>,
    /// The table on offer.
    offer: Option<mapping::Offer>,
    /// What the last table added, as it was added.
    imported: Vec<ChronologyEntry>,
    /// Whether a letter is awaited after F2.
    waiting: bool,
    /// What was last decided of entries that look alike.
    decided: Option<alike::Decided>,
}

impl Kept {
    /// What is kept from the start: the plan as the host says that it was, or as it is now.
    pub fn of(record: &Record, before: Option<Record>) -> Self {
        let before = before.unwrap_or_else(|| record.clone());
        Self { before, requested: None, offer: None, imported: Vec::new(), waiting: false, decided: None }
    }
}

/// What these forms watch beside what every form does.
#[derive(Clone, Copy, Default)]
pub struct Signals {
    /// Counts the tables that were offered.
    offers: RwSignal<u32>,
    /// Counts the changes of how the offered table is read.
    previewed: RwSignal<u32>,
    /// Counts the changes of the chronology's days.
    dated: RwSignal<u32>,
    /// Counts the entries that were joined with another, or parted again.
    joined: RwSignal<u32>,
    /// What the last file that was brought in came to.
    told: RwSignal<Vec<String>>,
    /// Whether the minute-taker's shortcuts are on.
    shortcuts: RwSignal<bool>,
}

/// The question of a row of this list that a minute-taker answers first.
pub fn first_asked(home: &str) -> Option<&'static str> {
    let (_, keys) = IN_MINUTES.iter().find(|(found, _)| *found == home)?;
    keys.first().copied()
}

/// The lists that stand open, a line a row, in a part of a page.
pub fn lines_of(part: Part) -> &'static [(&'static str, Keys)] {
    if part == Part::Minutes { IN_MINUTES } else { &[] }
}

/// Whether a question concerns this row.
pub fn fits(form: Form, place: &Place, key: &'static str) -> bool {
    form.concerns(place, key)
}

/// A row was closed: what happened may stand in another order now.
pub fn row_closed(form: Form, place: &Place) {
    if place.home == chronology::HOME {
        form.dates_changed();
    }
}
