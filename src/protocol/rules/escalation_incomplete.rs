//! Something taken further, and nothing on to whom, when or what comes next.
//!
//! **Asks:** what is taken further says to whom it went, on what day, and what happens next.
//! **Why:** otherwise nobody can follow it up.
//!
//! Source: CALD-ESC-02, What are the expectations?

use crate::protocol::meetings::just_held;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::discussion::Escalation;

/// See the module.
pub static RULE: Rule = Rule { code: "escalation-incomplete", topic: Topic::Escalation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let held = just_held(record, terms);
    let of_held = |row: &&Escalation| {
        row.meeting.is_blank() || held.iter().any(|meeting| row.meeting.id() == Some(&meeting.id))
    };
    let mut rows = record.escalations.iter().filter(of_held).peekable();
    if rows.peek().is_none() {
        return report.not_applicable();
    }
    for row in rows {
        report.wants(&row.to, Escalation::to.at(row));
        report.wants_saying("day", &row.on, Escalation::on.at(row));
        report.wants_saying("next-step", &row.next_step, Escalation::next_step.at(row));
    }
}
