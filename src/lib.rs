//! Guided forms for the people around a child.

pub mod calendar;
pub mod record;
pub mod wire;
