//! An agency that withdrew without writing to the chair.
//!
//! **Asks:** a professional who left because the agency decided so wrote to the chair, and the day is recorded.
//! Where the chair agreed, no letter is asked for.
//! **Why:** what is only said is soon remembered in different ways.
//!
//! Source: HANTS-MEM-02, Reviewing the plan; domain/decisions.md 6.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::professionals::{ExitRoute, Professional};

/// See the module.
pub static RULE: Rule = Rule { code: "withdrawal-not-in-writing", topic: Topic::Group, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let mut applies = false;
    for member in &record.professionals {
        match member.exit_route.get() {
            Some(ExitRoute::NotInWriting) => {
                applies = true;
                report.unmet(Professional::exit_route.at(member));
            }
            Some(ExitRoute::WroteToChair) => {
                applies = true;
                let place = Professional::exit_notice_on.at(member);
                report.wants_saying("day-missing", &member.exit_notice_on, place);
            }
            Some(ExitRoute::ChairAgreed) | None => {}
        }
    }
    if !applies {
        report.not_applicable();
    }
}
