//! Who reads it: what goes to one reader, made by an allow-list from the record.
//!
//! A question that is on no list goes to nobody: one that is new stays where it is until somebody
//! decides who needs it.
//!
//! Never here: the whole record to somebody outside the group, files, the browser or a clock.

pub mod family;
pub mod json;
pub mod leaks;
pub mod page;
pub mod plain;
mod prepared;
mod request;

pub use request::{Refused, request};
