//! A plan that does not say how the child will be heard from now on.
//!
//! **Asks:** for each child who is born, the plan says how the child's views will be found out from now on.
//! **Why:** being heard once is not being heard.
//!
//! Source: CALD-VOICE-07, How is the child's voice taken into account.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::voice::Voice;

/// See the module.
pub static RULE: Rule = Rule { code: "views-method-missing", topic: Topic::Voice, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for voice in report.wants_voices(record) {
        report.wants(&voice.how_obtained_next, Voice::how_obtained_next.at(voice));
    }
}
