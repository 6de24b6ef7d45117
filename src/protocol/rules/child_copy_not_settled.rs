//! A child of whom nobody said whether they get the plan.
//!
//! **Asks:** each child is sent a copy in time, or it is said why that is not appropriate or not safe.
//! **Why:** the plan is the child's first of all.
//! Source: HANTS-DIST-02, Reviewing the plan; decisions.md 2.

use crate::protocol::sending::look;
use crate::protocol::timescales::distribution;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "child-copy-not-settled", topic: Topic::Distribution, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    if record.children.is_empty() || record.all_unborn() {
        return report.not_applicable();
    }
    let sending = match distribution(record, terms) {
        Ok(sending) => sending,
        Err(stopped) => return stopped.say(report),
    };
    let copies = sending.recipients.iter().filter(|row| row.is_child).collect::<Vec<_>>();
    look(&sending, &copies, Place::home("distribution"), report);
}
