//! A meeting recorded here that has a procedure of its own.
//!
//! **Asks:** strategy discussions, child protection conferences and looked-after reviews are recorded elsewhere.
//! **Why:** their own procedures say who chairs, who comes and what is decided, and a record on the wrong form misses that.
//!
//! Source: CALD-SCOPE-03, introduction; domain/audit.md 1a.1.

use crate::protocol::meetings::beyond_the_guide;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::{Meeting, MeetingKind};

/// See the module.
pub static RULE: Rule = Rule { code: "meeting-has-own-procedure", topic: Topic::Meetings, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for meeting in beyond_the_guide(record, terms) {
        let says = match meeting.kind.get() {
            Some(MeetingKind::StrategyDiscussion) => "strategy-discussion",
            Some(MeetingKind::InitialConference) => "initial-conference",
            Some(MeetingKind::ReviewConference) => "review-conference",
            _ => "looked-after-review",
        };
        report.unmet(Meeting::kind.at(meeting)).saying(says);
    }
}
