//! Rule trials: each rule fires where it should, and does not where it should not.

mod answers;
mod contingency;
mod ending;
mod plan;
mod progress;
mod referrals;
mod spoken;
#[allow(dead_code)]
mod trial;
