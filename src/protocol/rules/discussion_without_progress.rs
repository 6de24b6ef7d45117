//! The record of a meeting that says nothing about progress.
//!
//! **Asks:** from the second meeting of a series on, something said at it tells how far needs or
//! risks have become less, or have not; or the progress of an outcome is recorded for it.
//! **Why:** the record of each meeting shows progress or the lack of it, not only a review’s.
//!
//! Source: CALD-STR-03, How is the discussion of the meeting structured?; audit.md 1a 13 (sentence C61).

use crate::protocol::last_review::progress_at;
use crate::protocol::meetings::just_held;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::codes::YesNo;
use crate::record::discussion::DiscussionItem;
use crate::record::meeting::Meeting;
use crate::record::progress::Progress;
use crate::record::{Place, Record, first_by_id};

/// See the module.
pub static RULE: Rule = Rule { code: "discussion-without-progress", topic: Topic::Discussion, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let mut later = just_held(record, terms);
    later.retain(|meeting| !meeting.is_first(record));
    if later.is_empty() {
        report.not_applicable();
    }
    for meeting in later {
        let said = record.discussion_at(meeting).any(|item| !item.progress.is_blank());
        if !said && !progress_at(record, meeting).any(Progress::is_recorded) {
            nothing_said(record, meeting, report);
        }
    }
}

/// A review with nothing written down at all is left to the rule on progress at reviews.
fn nothing_said(record: &Record, meeting: &Meeting, report: &mut Report) {
    match first_by_id(record.discussion_at(meeting)) {
        Some(item) => _ = report.unmet(DiscussionItem::progress.at(item)),
        None if meeting.plan_reviewed.is(YesNo::Yes) => {}
        None => _ = report.unmet(Place::home("discussion")).saying("nothing"),
    }
}
