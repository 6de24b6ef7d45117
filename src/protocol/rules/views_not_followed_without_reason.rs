//! A child's views that the plan or a decision does not follow, without a reason.
//!
//! **Asks:** where the plan, or a decision of a meeting, follows a child's views only in part or not at all, the
//! record says why.
//! **Why:** a child can bear a no that comes with a reason.
//!
//! Source: CALD-VOICE-05, How is the child's voice taken into account.

use crate::protocol::meetings::just_held;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::discussion::Decision;
use crate::record::voice::{Reflects, Voice};

/// See the module.
pub static RULE: Rule = Rule { code: "views-not-followed-without-reason", topic: Topic::Voice, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let mut applies = decisions(record, terms, report);
    for voice in &record.voices {
        match voice.reflects.get() {
            Some(Reflects::Partly | Reflects::No) => {
                applies = true;
                report.wants(&voice.not_followed_reason, Voice::not_followed_reason.at(voice));
            }
            Some(Reflects::Yes) => {}
            None => {
                report.unknown(Voice::reflects.at(voice));
            }
        }
    }
    if !applies {
        report.not_applicable();
    }
}

/// Looks at what the meetings in hand decided; whether a decision does not follow the views in full.
/// One of which it is not said how far it does is left to the rule on that.
fn decisions(record: &Record, terms: &Terms<'_>, report: &mut Report) -> bool {
    let mut applies = false;
    for row in just_held(record, terms).into_iter().flat_map(|meeting| record.decisions_at(meeting)) {
        if matches!(row.reflects.get(), Some(Reflects::Partly | Reflects::No)) {
            applies = true;
            let place = Decision::not_followed_reason.at(row);
            report.wants_saying("decision", &row.not_followed_reason, place);
        }
    }
    applies
}
