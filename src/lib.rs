//! Guided forms for the people around a child.

pub mod calendar;
pub mod protocol;
pub mod reading;
pub mod record;
pub mod wire;
pub mod words;

#[cfg(feature = "drafts")]
pub mod draft;
#[cfg(feature = "element")]
pub mod element;
#[cfg(feature = "element")]
pub mod form;
