//! Chronologies: times known in part, several agencies' entries brought together, files read and written.

mod export;
#[path = "../generated/mod.rs"]
mod generated;
mod hostile;
mod import;
mod merged;
mod when;
