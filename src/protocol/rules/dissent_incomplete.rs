//! A decision that somebody did not agree with, and nothing on who or why.
//!
//! **Asks:** where somebody did not agree with a decision, the record says which agency, or who of the family, and why.
//! **Why:** a doubt that is written down can be looked at again.
//!
//! Source: ours; audit.md part 2, CALD-MEET-06.

use crate::protocol::meetings::just_held;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::codes::YesNo;
use crate::record::discussion::{Decision, Dissent};

/// See the module.
pub static RULE: Rule = Rule { code: "dissent-incomplete", topic: Topic::Decisions, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let mut applies = false;
    for meeting in just_held(record, terms) {
        for row in record.dissents_at(meeting) {
            applies = true;
            if !record.is_of_family(row.by.id()) {
                report.wants_saying("agency", &row.agency, Dissent::agency.at(row));
            }
            report.wants_saying("reason", &row.reason, Dissent::reason.at(row));
        }
        for decision in record.decisions_at(meeting).filter(|row| row.dissent.is(YesNo::Yes)) {
            applies = true;
            if !record.dissents.iter().any(|row| row.decision.id() == Some(&decision.id)) {
                report.unmet(Decision::dissent.at(decision));
            }
        }
    }
    if !applies {
        report.not_applicable();
    }
}
