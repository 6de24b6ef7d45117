//! The command as a council's server runs it: the built program, on files and on standard input.
#![cfg(feature = "command")]

mod check;
mod chronology;
mod family;
mod hostile;
mod merging;
mod packs;
mod program;
mod schema;
mod timescales;
