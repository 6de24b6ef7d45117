//! A contingency plan that does not say clearly what will happen.
//!
//! **Asks:** where there is one, it says what starts it, by when, what is done and who does it. Who does
//! it is our own question and never more than a question (audit.md 1b).
//! **Why:** "clear" can be checked only in its parts.
//!
//! Source: CALD-CONT-02, What if progress is not being made?

use crate::protocol::{Report, Rule, Severity, Terms, Topic};
use crate::record::contingency::Contingency;
use crate::record::{Record, Typed};

/// See the module.
pub static RULE: Rule = Rule { code: "contingency-incomplete", topic: Topic::Contingency, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let contingency = &record.contingency;
    if contingency.is_missing() {
        return report.not_applicable();
    }
    if contingency.trigger.is_blank() {
        report.unmet(Contingency::trigger.here()).saying("trigger");
    }
    match contingency.by {
        Typed::Given(_) => {}
        Typed::Unread(_) => {
            report.unknown(Contingency::by.here());
        }
        Typed::Blank => {
            report.unmet(Contingency::by.here()).saying("by");
        }
    }
    if contingency.action.is_blank() {
        report.unmet(Contingency::action.here()).saying("action");
    }
    if contingency.owner.is_blank() {
        report.unmet(Contingency::owner.here()).saying("owner").at_most(Severity::Ask);
    }
}
