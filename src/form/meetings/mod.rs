//! What only the forms of meetings and reports draw. A module for browsers that holds the plan alone
//! is built without it (`meetings_absent.rs` stands in its place).

mod afterwards;
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

pub use drawn::drawn;
pub use heads::{about, is_minuted, next_meeting, own_procedure};
pub use lines::lines;
pub use opening::open;

use super::pages::IN_MINUTES;
use super::state::Form;
use crate::record::{Place, RowId};

/// What these forms keep beside the record.
#[derive(Default)]
pub struct Kept {
    /// The agency for which a request was asked for.
    requested: Option<RowId>,
    /// The table on offer.
    offer: Option<mapping::Offer>,
    /// Entries that look alike and that somebody keeps apart.
    apart: Vec<(RowId, RowId)>,
}

/// The question of a row of this list that a minute-taker answers first.
pub fn first_asked(home: &str) -> Option<&'static str> {
    let (_, keys) = IN_MINUTES.iter().find(|(found, _)| *found == home)?;
    keys.first().copied()
}

/// A question was left: the order of what happened may be another one.
pub fn left(form: Form, place: &Place) {
    if place.home == chronology::HOME {
        form.dates_changed();
    }
}
