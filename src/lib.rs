//! Guided forms for the people around a child.

pub mod calendar;
#[cfg(feature = "drafts")]
pub mod draft;
pub mod protocol;
pub mod reading;
pub mod record;
pub mod wire;
pub mod words;

#[cfg(any(feature = "element", feature = "device", feature = "family"))]
pub mod element;
#[cfg(feature = "element")]
pub mod form;
