//! Drafts on a worker's own machine: nothing that was said to be saved is lost, nothing is kept too long,
//! what was changed does not open, what is written opens elsewhere, and a key shows nothing.

mod damage;
mod expiring;
mod golden;
mod keys;
mod known;
mod locking;
mod pacing;
mod pause;
mod reading;
mod round;
mod samples;
mod script;
mod tamper;
mod unlocking;
mod writing;
