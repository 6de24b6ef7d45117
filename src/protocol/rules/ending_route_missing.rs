//! A plan that ended, nobody says how.
//!
//! **Asks:** a plan that has an end says whether it was closed, stepped down or stepped up, or that the
//! child is now an adult.
//! **Why:** what has to be done at the end depends on how it ends.
//!
//! Source: HANTS-END-01, Ending the Child in Need plan. The fourth way is DfE's (domain.md 3.5).

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::ending::Ending;
use crate::record::plan::Plan;
use crate::record::{Record, Typed};

/// See the module.
pub static RULE: Rule = Rule { code: "ending-route-missing", topic: Topic::Ending, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    match (&record.plan.ended_on, &record.ending.route) {
        (Typed::Blank, _) => report.not_applicable(),
        (_, Typed::Given(_)) => {}
        (Typed::Given(_), Typed::Blank) => {
            report.unmet(Ending::route.here());
        }
        (Typed::Given(_), Typed::Unread(_)) => {
            report.unknown(Ending::route.here());
        }
        (Typed::Unread(_), _) => {
            report.unknown(Plan::ended_on.here());
        }
    }
}
