//! A child's views that the plan does not follow, without a reason.
//!
//! **Asks:** where the plan follows a child's views only in part or not at all, the record says why.
//! **Why:** a child can bear a no that comes with a reason.
//!
//! Source: CALD-VOICE-05, How is the child's voice taken into account.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::voice::{Reflects, Voice};

/// See the module.
pub static RULE: Rule = Rule { code: "views-not-followed-without-reason", topic: Topic::Voice, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let mut applies = false;
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
