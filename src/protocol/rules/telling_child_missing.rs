//! A decision, and nothing on how the child will be told.
//!
//! **Asks:** each decision says how the child will be told about it.
//! **Why:** a child should not have to guess what was decided.
//!
//! Source: CALD-VOICE-06, How is the child’s voice taken into account?

use crate::protocol::meetings::just_held;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::discussion::Decision;

/// See the module.
pub static RULE: Rule = Rule { code: "telling-child-missing", topic: Topic::Voice, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let held = just_held(record, terms).into_iter();
    let mut decisions = held.flat_map(|meeting| record.decisions_at(meeting)).peekable();
    if decisions.peek().is_none() || record.all_unborn() {
        return report.not_applicable();
    }
    for row in decisions {
        report.wants(&row.tell_child_how, Decision::tell_child_how.at(row));
    }
}
