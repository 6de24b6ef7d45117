//! In place of what the forms of meetings and reports draw, where the module holds the plan alone.

use super::copies::copies;
use super::markup::{El, Node};
use super::pages::{Keys, Part, Sheet};
use super::start::Subject;
use super::state::Form;
use crate::protocol::Scope;
use crate::record::{Place, Record, RowId, RowIds};
use chrono::NaiveDate;

/// Nothing is kept beside the record.
pub struct Kept;

impl Kept {
    /// Nothing is kept from the start.
    pub fn of(_: &Record, _: Option<Record>) -> Self {
        Self
    }
}

/// Nothing is watched beside what every form does.
#[derive(Clone, Copy, Default)]
pub struct Signals;

/// A plan has one such part: the copies for the family.
pub fn drawn(form: Form, part: Part) -> Node {
    if part == Part::Copies { copies(form) } else { Node::Nothing }
}

/// A plan has no such lines.
pub fn lines(_: Form, _: &'static str, _: Keys) -> Node {
    Node::Nothing
}

/// A plan is about no one row.
pub fn open(_: &mut Record, _: Scope, _: &Subject, _: NaiveDate, _: Option<&mut RowIds>) -> Option<RowId> {
    None
}

/// A plan is about no one row.
pub fn about(_: Form) -> Option<El> {
    None
}

/// No meeting is written here.
pub fn own_procedure(_: Form) -> Option<El> {
    None
}

/// No reports come here.
pub fn awaited(_: Form, _: &Sheet) -> Option<String> {
    None
}

/// No meeting is written here.
pub fn next_meeting(_: Form) -> Option<El> {
    None
}

/// No minutes are taken here.
pub fn is_minuted(_: Form, _: &Sheet, _: &Place) -> bool {
    false
}

/// No minutes are taken here.
pub fn first_asked(_: &str) -> Option<&'static str> {
    None
}

/// No list of a plan stands open a line a row.
pub fn lines_of(_: Part) -> &'static [(&'static str, Keys)] {
    &[]
}

/// Every question of a plan concerns every row.
pub fn fits(_: Form, _: &Place, _: &'static str) -> bool {
    true
}

/// There are no shortcuts.
pub fn heard_key(_: Form, _: &web_sys::Event) {}

/// There are no shortcuts.
pub fn heard_elsewhere(_: Form) {}

/// Nothing follows.
pub fn row_closed(_: Form, _: &Place) {}

impl Form {
    /// Whether an answer came with the request for a report.
    pub fn is_prepared(self, _: &Place) -> bool {
        false
    }

    /// A plan is for no one meeting.
    pub fn subject(self) -> Subject {
        Subject::default()
    }
}
