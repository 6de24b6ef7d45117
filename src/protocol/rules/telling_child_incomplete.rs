//! A way to tell the child about a decision, and nothing on who does it or by when.
//!
//! **Asks:** where it is said how the child will be told, it is said who tells and by when.
//! **Why:** what nobody in particular does by no day in particular is easily left.
//!
//! Source: ours; audit.md 1b, CALD-VOICE-06.

use crate::protocol::meetings::just_held;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::discussion::Decision;

/// See the module.
pub static RULE: Rule = Rule { code: "telling-child-incomplete", topic: Topic::Voice, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let held = just_held(record, terms).into_iter();
    let decisions = held.flat_map(|meeting| record.decisions_at(meeting));
    let mut told = decisions.filter(|row| !row.tell_child_how.is_blank()).peekable();
    if told.peek().is_none() {
        return report.not_applicable();
    }
    for row in told {
        report.wants(&row.tell_child_by, Decision::tell_child_by.at(row));
        report.wants_saying("day", &row.tell_child_on, Decision::tell_child_on.at(row));
    }
}
