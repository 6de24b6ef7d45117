//! A first meeting that did not agree when the plan will be looked at again.
//!
//! **Asks:** the first meeting agrees and records when the plan will be reviewed: the day is the plan's, or the next meeting's.
//! **Why:** a plan without an end to look towards drifts.
//! Source: CALD-REV-01, Successful Multi-Agency Meetings / Review.

use crate::protocol::timescales::{has_ended, held_meetings};
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;
use crate::record::plan::Plan;

/// See the module.
pub static RULE: Rule = Rule { code: "review-date-not-agreed", topic: Topic::Reviews, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let held = held_meetings(record, terms);
    let numbered = held.iter().find(|row| row.sequence.is(1));
    let first = numbered.is_some();
    let unnumbered = held.iter().filter(|row| row.sequence.get().is_none());
    let unnumbered = unnumbered.min_by_key(|row| (row.on.get(), &row.id));
    if has_ended(record, terms) || !first && unnumbered.is_none() {
        return report.not_applicable();
    }
    // A day that was set for the next meeting is when the plan is looked at again.
    let is_set = numbered.or(unnumbered).is_some_and(|row| row.next_on.get().is_some());
    match (record.plan.review_on.get(), unnumbered) {
        (Some(_), _) => {}
        (None, _) if is_set && record.plan.review_on.is_blank() => {}
        (None, _) if !record.plan.review_on.is_blank() => _ = report.unknown(Plan::review_on.here()),
        (None, Some(row)) if !first => _ = report.unknown(Meeting::sequence.at(row)).saying("unnumbered"),
        (None, _) => _ = report.unmet(Plan::review_on.here()),
    }
}
