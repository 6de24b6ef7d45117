//! The controls: a line, a narrative, three boxes of a date, a choice, several choices.
//!
//! They are drawn once from the record and never written back to. They have no listeners: the
//! form's root hears them (`listen.rs`) and reads `data-ask` to know whose answer it is.

mod choices;
mod day;
mod links;
mod words;

pub use day::{PARTS, join};

use super::question::Tie;
use super::state::Form;
use crate::record::{Field, Kind, Place};
use leptos::prelude::*;

/// A control, and whether its label is a label or a legend.
pub enum Control {
    /// One box, which the label names.
    One(AnyView),
    /// Several boxes, which a legend names.
    Several(AnyView),
}

/// The control of a question.
pub fn control(form: Form, place: &Place, field: &'static Field, tie: &Tie) -> Control {
    match field.kind {
        Kind::Line => Control::One(words::line(form, place, tie).into_any()),
        Kind::Number => Control::One(words::number(form, place, tie).into_any()),
        Kind::Narrative => Control::One(words::narrative(form, place, tie).into_any()),
        Kind::Day => Control::Several(day::boxes(form, place, tie).into_any()),
        Kind::Choice(list) if list.codes.len() > 4 => {
            Control::One(choices::select(form, place, list, tie).into_any())
        }
        Kind::Choice(list) => Control::Several(choices::radios(form, place, list).into_any()),
        Kind::Choices(list) => Control::Several(choices::checkboxes(form, place, list).into_any()),
        Kind::Link(target) => Control::One(links::select(form, place, target, tie).into_any()),
        Kind::Links(target) => Control::Several(links::checkboxes(form, place, target).into_any()),
        Kind::Part(_) | Kind::Rows(_) => Control::One(().into_any()),
    }
}
