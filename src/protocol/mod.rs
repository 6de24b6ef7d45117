//! What ought to be said: rules over a record, packs of them as data, and what they find.
//!
//! A rule is one file in `rules/`: Rust, because it compares typed answers. What councils differ
//! in (which rules, figures, weight, sources, words) is a pack: data in `packs/`.
//!
//! Never here: a clock, the browser, files, a label's text, or what a person has touched.

pub mod absence;
mod answered;
pub mod catalogue;
mod children_at;
mod compose;
mod ending_day;
mod finding;
mod fitting;
mod invited;
mod last_review;
pub mod meetings;
pub mod pack;
mod pack_faults;
pub mod packs;
mod phrases;
mod review;
mod rule;
pub mod rules;
mod scope;
mod sending;
mod terms;
pub mod timescales;
mod topic;
pub mod vectors;

pub use compose::{Protocol, Ruling, Source, unit};
pub use finding::{Fact, Finding, Severity, Status};
pub use pack::Pack;
pub use pack_faults::{Fault, PackFault};
pub use review::{review, review_of};
pub use rule::{Report, Rule};
pub use scope::{OF_A_PLAN, Scope};
pub use terms::Terms;
pub use timescales::{Timescales, timescales};
pub use topic::Topic;
