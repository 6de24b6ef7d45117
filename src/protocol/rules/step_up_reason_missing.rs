//! A step up that does not say why.
//!
//! **Asks:** a step up names its reasons; several may hold at once.
//! **Why:** what happens next differs for each of them.
//!
//! Source: HANTS-UP-01, HANTS-UP-02, HANTS-UP-03, Ending the Child in Need plan / Step Up.

use crate::protocol::ending_day::not_answered;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::ending::{EndRoute, Ending};

/// See the module.
pub static RULE: Rule = Rule { code: "step-up-reason-missing", topic: Topic::Ending, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let ending = &record.ending;
    if !ending.route.is(EndRoute::StepUp) {
        return report.not_applicable();
    }
    if ending.step_up_reasons.0.iter().all(|reason| reason.given().is_none()) {
        let place = Ending::step_up_reasons.here();
        not_answered(report, record, terms, (&ending.step_up_reasons, place, "unmet"));
    }
}
