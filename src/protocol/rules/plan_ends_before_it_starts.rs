//! A plan that ends before it starts.
//!
//! **Asks:** the day a plan ended is not before the day it started; it may be the same day.
//! **Why:** every timescale is counted between the two.
//!
//! Source: ours, after DfE rule 4011 (domain.md 3.4).

use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::plan::Plan;
use crate::record::{Record, Typed};

/// See the module.
pub static RULE: Rule = Rule { code: "plan-ends-before-it-starts", topic: Topic::Answers, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    match (&record.plan.start, &record.plan.ended_on) {
        (_, Typed::Blank) => report.not_applicable(),
        (_, Typed::Unread(_)) => {
            report.unknown(Plan::ended_on.here());
        }
        (Typed::Given(start), Typed::Given(end)) if end < start => {
            report.unmet(Plan::ended_on.here()).with("start", Fact::Day(*start));
        }
        (Typed::Given(_), Typed::Given(_)) => {}
        (Typed::Blank | Typed::Unread(_), Typed::Given(_)) => {
            report.unknown(Plan::start.here());
        }
    }
}
