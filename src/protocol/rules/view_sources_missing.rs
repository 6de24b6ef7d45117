//! A child's views, and nothing on where they come from.
//!
//! **Asks:** for each child who is born, the record says where the views come from; other sources are said in
//! words.
//! **Why:** a reader must be able to tell the child's own words from what adults saw; and a baby has views too.
//!
//! Source: CALD-VOICE-08, footnote 3. The list there ends in "etc.", so ours has "other".

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::voice::{ViewSource, Voice};

/// See the module.
pub static RULE: Rule = Rule { code: "view-sources-missing", topic: Topic::Voice, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for voice in report.wants_voices(record) {
        if voice.sources.has(ViewSource::Other) {
            let place = Voice::sources_detail.at(voice);
            report.wants_saying("detail-missing", &voice.sources_detail, place);
        }
        report.wants(&voice.sources, Voice::sources.at(voice));
    }
}
