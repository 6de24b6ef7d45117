//! A decision, and nothing on how the child’s views show in it.
//!
//! **Asks:** each decision says how far it follows the child’s views and, where it does, how they show in it.
//! **Why:** a child who was heard can see where.
//!
//! Source: CALD-VOICE-04, How is the child’s voice taken into account?; audit.md 1a 11.

use crate::protocol::meetings::just_held;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::discussion::Decision;
use crate::record::voice::Reflects;

/// See the module.
pub static RULE: Rule = Rule { code: "decision-without-views", topic: Topic::Voice, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let held = just_held(record, terms).into_iter();
    let mut decisions = held.flat_map(|meeting| record.decisions_at(meeting)).peekable();
    if decisions.peek().is_none() || record.all_unborn() {
        return report.not_applicable();
    }
    for row in decisions {
        match row.reflects.get() {
            Some(Reflects::Yes | Reflects::Partly) => {
                report.wants_saying("how", &row.reflects_how, Decision::reflects_how.at(row));
            }
            Some(Reflects::No) => {}
            None => _ = report.wants(&row.reflects, Decision::reflects.at(row)),
        }
    }
}
