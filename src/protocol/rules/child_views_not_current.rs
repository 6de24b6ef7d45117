//! What a child said before the last meeting, shown at the next one as if it were said of now.
//!
//! **Asks:** at a meeting that follows another one of its series, the child was heard since that one, and the record
//! says when. Until the day of the meeting there is time.
//! **Why:** what was carried forward reads like the child's words of today; a plan that is reviewed on them follows a
//! child of six weeks ago.
//!
//! Source: ours, from CALD-VOICE-01, How is the child's voice taken into account: the views on the *current* situation.

use crate::protocol::meetings::{held_before, in_hand, was_held};
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::voice::Voice;
use chrono::NaiveDate;

/// See the module.
pub static RULE: Rule = Rule { code: "child-views-not-current", topic: Topic::Voice, check };

/// A meeting that follows another one.
struct Following {
    on: NaiveDate,
    held: bool,
    last: NaiveDate,
}

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let following = |meeting| {
        let last = held_before(record, meeting, terms)?.on.get()?;
        Some(Following { on: meeting.on.get()?, held: was_held(meeting, terms), last })
    };
    let mut meetings: Vec<Following> = in_hand(record, terms).into_iter().filter_map(following).collect();
    // What was missing at one that was held comes before what is due at one to come.
    meetings.sort_by_key(|meeting| (!meeting.held, meeting.on));
    let voices: Vec<&Voice> = record.voices.iter().filter(|voice| !voice.views_now.is_blank()).collect();
    if meetings.is_empty() || voices.is_empty() {
        return report.not_applicable();
    }
    for voice in voices {
        heard(voice, &meetings, terms, report);
    }
}

fn heard(voice: &Voice, meetings: &[Following], terms: &Terms<'_>, report: &mut Report) {
    let place = Voice::heard_on.at(voice);
    let day = voice.heard_on.get();
    if day.is_none() && !voice.heard_on.is_blank() {
        report.unknown(place);
        return;
    }
    let Some(missing) = meetings.iter().find(|meeting| day.is_none_or(|day| day <= meeting.last)) else { return };
    let is_late = missing.held || missing.on < terms.today;
    let finding = match (is_late, day) {
        (true, Some(_)) => report.unmet(place),
        (true, None) => report.unmet(place).saying("undated"),
        (false, Some(_)) => report.due(place, missing.on, None),
        (false, None) => report.due(place, missing.on, None).saying("undated-due"),
    };
    finding.with("last", Fact::Day(missing.last));
}
