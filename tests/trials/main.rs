//! Rule trials: each rule fires where it should, and does not where it should not.

mod answers;
mod assessment;
mod contingency;
mod decisions;
mod ending;
mod family;
mod group;
mod plan;
mod progress;
mod referrals;
mod reports;
mod sharing;
mod spoken;
mod timescales;
#[allow(dead_code)]
mod trial;
mod voice;
