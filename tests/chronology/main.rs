//! Chronologies: times known in part, several agencies' entries brought together, files read and written.

#[path = "../generated/mod.rs"]
mod generated;
mod merged;
mod when;
