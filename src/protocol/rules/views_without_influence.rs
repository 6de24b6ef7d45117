//! A child's views, and nothing on what they changed.
//!
//! **Asks:** for each child who is born, the record says how the views shape what was decided.
//! **Why:** a child who is asked and sees nothing come of it stops answering.
//!
//! Source: CALD-VOICE-03, How is the child's voice taken into account.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::voice::Voice;

/// See the module.
pub static RULE: Rule = Rule { code: "views-without-influence", topic: Topic::Voice, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for voice in report.wants_voices(record) {
        report.wants(&voice.influence, Voice::influence.at(voice));
    }
}
