//! The built-in packs: what they cite, how much each rule weighs, and what a bad pack is told.

mod built_in;
mod faults;
mod kinds;
mod reader;
mod said_once;
mod severities;
