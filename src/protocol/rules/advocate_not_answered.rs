//! Nobody has said whether the child has, or needs, an advocate.
//!
//! **Asks:** for each child who is born, it is said whether the child has an advocate, and of one who has none whether
//! the child needs one.
//! **Why:** some children are heard only when somebody speaks with them or for them.
//!
//! Source: CALD-PREP-20, How will the voice of the child be represented.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::codes::YesNo;
use crate::record::voice::Voice;

/// See the module.
pub static RULE: Rule = Rule { code: "advocate-not-answered", topic: Topic::Voice, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for voice in report.wants_voices(record) {
        report.wants(&voice.has_advocate, Voice::has_advocate.at(voice));
        if !voice.has_advocate.is(YesNo::Yes) {
            report.wants_saying("need-missing", &voice.needs_advocate, Voice::needs_advocate.at(voice));
        }
    }
}
