//! Rule trials: each rule fires where it should, and does not where it should not.

mod answers;
mod assessment;
mod attendance;
mod child_at_meeting;
mod contingency;
mod covered;
mod decisions;
mod ending;
mod family;
mod gathering;
mod group;
mod one_meeting;
mod plan;
mod preparation;
mod progress;
mod referrals;
mod reports;
mod sharing;
mod spoken;
mod timescales;
#[allow(dead_code)]
mod trial;
mod voice;
