//! An agreed plan that nobody is to send.
//!
//! **Asks:** somebody in Children's Services is named who sends the plan.
//! **Why:** what is everybody's task is done by nobody.
//! Source: HANTS-DIST-03, Reviewing the plan.

use crate::protocol::timescales::distribution;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::distribution::Distribution;

/// See the module.
pub static RULE: Rule = Rule { code: "distribution-owner-missing", topic: Topic::Distribution, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    if let Err(stopped) = distribution(record, terms) {
        return stopped.say(report);
    }
    if record.distribution.owner.is_blank() {
        report.unmet(Distribution::owner.here());
    }
}
