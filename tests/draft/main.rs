//! Sealed drafts: what was changed does not open, what is written opens elsewhere, and a key shows nothing.

mod keys;
mod known;
mod reading;
mod round;
mod samples;
mod script;
mod tamper;
