//! A child whose views on things now are not written down.
//!
//! **Asks:** for each child who is born, the record says what the child says or shows about things now.
//! **Why:** the plan is about the child's life, and the child knows it best.
//!
//! Source: CALD-VOICE-01, How is the child's voice taken into account; HANTS-ASM-02, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::voice::Voice;

/// See the module.
pub static RULE: Rule = Rule { code: "child-views-now-missing", topic: Topic::Voice, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for voice in report.wants_voices(record) {
        report.wants(&voice.views_now, Voice::views_now.at(voice));
    }
}
