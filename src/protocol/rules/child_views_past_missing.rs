//! A child whose views on the past are not written down.
//!
//! **Asks:** for each child who is born, the record says what the child says or shows about the past, or why that
//! was not explored.
//! **Why:** what happened before shapes what the child fears and hopes for now.
//!
//! Source: CALD-VOICE-02, How is the child's voice taken into account.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::voice::Voice;

/// See the module.
pub static RULE: Rule = Rule { code: "child-views-past-missing", topic: Topic::Voice, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for voice in report.wants_voices(record) {
        if voice.views_past_not_explored.is_blank() {
            report.wants(&voice.views_past, Voice::views_past.at(voice));
        }
    }
}
