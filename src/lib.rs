//! Guided forms for the people around a child.

pub mod calendar;
#[cfg(feature = "element")]
pub mod element;
