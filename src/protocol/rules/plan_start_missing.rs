//! No day from which the plan counts.
//!
//! **Asks:** the day the plan started is given.
//! **Why:** reviews and visits are counted from it; the form proposes the day of the meeting that
//! agreed the plan.
//! Source: ours (domain.md 1.5.2; decisions.md 7).

use crate::protocol::timescales::{first_planning_meeting, has_ended};
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::plan::Plan;

/// See the module.
pub static RULE: Rule = Rule { code: "plan-start-missing", topic: Topic::Reviews, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    if has_ended(record, terms) {
        return report.not_applicable();
    }
    if record.plan.start.get().is_some() {
        return;
    }
    if !record.plan.start.is_blank() {
        report.unknown(Plan::start.here());
        return;
    }
    let proposed = first_planning_meeting(record, terms).and_then(|meeting| meeting.on.get());
    let finding = report.unmet(Plan::start.here());
    if let Some(day) = proposed {
        finding.saying("proposed").with("proposed", Fact::Day(day));
    }
}
