//! The architecture as tests: what the drawing of the house says, read from the source.

mod builds;
mod contract;
mod forms;
mod readme;
mod rooms;
mod rules;
mod source;
mod spoken;

// The pages are read here as the source has them, without the form that draws them.
use team_around::{protocol, record};
