//! The controls: a line, a narrative, three boxes of a date, a choice, several choices.
//!
//! They are drawn once from the record and never written back to. They have no listeners: the
//! form's root hears them (`listen.rs`) and reads from the id, or from `data-ask` where there are
//! several boxes, whose answer it is.

mod choices;
mod day;
mod links;
mod words;

pub use choices::option;
pub use day::{PARTS, join};
pub use links::Candidates;

use super::markup::{El, Node};
use super::question::Tie;
use super::state::Form;
use crate::record::codes::YesNo;
use crate::record::{CodeSet, Field, Kind, Place};

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// On a page, with its hint.
    Page,
    /// In a line with others, where there is room for little.
    Line,
}

/// A control, and whether its label is a label or a legend.
pub enum Control {
    /// A box to tick, whose label follows it.
    Tick(Node),
    /// One box, which the label names.
    One(Node),
    /// Several boxes, which a legend names.
    Several(Node),
}

/// The control of a question.
pub fn control(form: Form, place: &Place, field: &'static Field, tie: Tie, style: Style) -> Control {
    let in_line = style == Style::Line;
    match field.kind {
        Kind::Choice(list) if in_line && list.name == YesNo::LIST.name && field.of == "attendance" => {
            Control::Tick(choices::tick(form, place, tie).into())
        }
        Kind::Choice(list) if in_line && matches!(list.codes.len(), 2 | 4) => {
            Control::Several(choices::short_radios(form, place, list).into())
        }
        Kind::Choice(list) if in_line => Control::One(choices::select(form, place, list, tie).into()),
        Kind::Narrative if in_line => Control::One(words::short_narrative(form, place, tie).into()),
        Kind::Line => Control::One(words::line(form, place, tie).into()),
        Kind::Number => Control::One(words::number(form, place, tie).into()),
        Kind::Narrative => Control::One(words::narrative(form, place, tie).into()),
        Kind::Day => Control::Several(day::boxes(form, place, tie).into()),
        Kind::Choice(list) if list.codes.len() > 3 => {
            Control::One(choices::select(form, place, list, tie).into())
        }
        Kind::Choice(list) => Control::Several(choices::radios(form, place, list).into()),
        Kind::Choices(list) => Control::Several(choices::checkboxes(form, place, list).into()),
        Kind::Link(target) => Control::One(links::select(form, place, target, tie).into()),
        Kind::Links(target) => Control::Several(links::checkboxes(form, place, target).into()),
        Kind::Part(_) | Kind::Rows(_) => Control::One(Node::Nothing),
    }
}

impl El {
    /// The control of a question: its id is the place, which says whose answer it is.
    fn answering(self, tie: Tie) -> Self {
        self.attr("id", tie.id)
            .attr("autocomplete", "off")
            .attr("aria-describedby", tie.described_by)
            .maybe("aria-invalid", tie.invalid.then_some("true"))
    }
}
