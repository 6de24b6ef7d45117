//! Chronologies that agencies keep for themselves, as files: read into a record, and written out.  CALD-CHR-01
//!
//! A file is first a [`Table`]; a person sees which column is which and a few rows as they would be
//! read; only then are its rows added to the record.

mod export;
mod import;
mod imported;
mod mapping;
mod refused;
mod separated;
mod table;

pub use export::chronology_csv;
pub(super) use import::has;
pub use import::{Previewed, import, preview, take_out};
pub use imported::Imported;
pub use mapping::{Column, Mapping};
pub use refused::Refused;
pub use table::Table;

/// The most rows of a table below its names of columns.
pub const ROWS: usize = super::limits::LIST;
/// The most columns of a table.
pub const COLUMNS: usize = 64;
