//! A closure that no meeting confirmed.
//!
//! **Asks:** a closure says who confirms it; where that is a meeting, which meeting, and that it was held.
//! **Why:** the group that made the plan sees that it is done.
//!
//! Source: HANTS-CLO-02, Ending the Child in Need plan / Closure.

use crate::protocol::ending_day::{not_answered, not_held};
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::ending::{ClosureRoute, EndRoute, Ending};

/// See the module.
pub static RULE: Rule = Rule { code: "closure-meeting-missing", topic: Topic::Ending, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let ending = &record.ending;
    if !ending.route.is(EndRoute::Closure) || ending.closure_route.is(ClosureRoute::TeamManager) {
        return report.not_applicable();
    }
    if !ending.closure_route.is(ClosureRoute::Meeting) {
        not_answered(report, record, terms, (&ending.closure_route, Ending::closure_route.here(), "route"));
        return;
    }
    let Some(id) = ending.meeting.id() else {
        not_answered(report, record, terms, (&ending.meeting, Ending::meeting.here(), "meeting"));
        return;
    };
    match record.meetings.iter().find(|meeting| meeting.id == *id) {
        Some(meeting) => not_held(report, terms, meeting),
        None => {
            report.unknown(Ending::meeting.here());
        }
    }
}
