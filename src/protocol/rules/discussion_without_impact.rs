//! Something said at a meeting, and nothing on what it means for the child.
//!
//! **Asks:** each thing said at a meeting says what it means for the child.
//! **Why:** a story alone does not tell how the child fares.
//!
//! Source: CALD-STR-02, How is the discussion of the meeting structured?

use crate::protocol::meetings::just_held;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::discussion::DiscussionItem;

/// See the module.
pub static RULE: Rule = Rule { code: "discussion-without-impact", topic: Topic::Discussion, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let held = just_held(record, terms).into_iter();
    let mut items = held.flat_map(|meeting| record.discussion_at(meeting)).peekable();
    if items.peek().is_none() {
        return report.not_applicable();
    }
    for item in items {
        report.wants(&item.impact, DiscussionItem::impact.at(item));
    }
}
