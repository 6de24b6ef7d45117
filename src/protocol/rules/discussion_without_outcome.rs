//! Something said at a meeting that bears on no outcome of the plan.
//!
//! **Asks:** where there is a plan with outcomes, each thing said at a meeting names the one that it bears on.
//! **Why:** the talk then follows the changes that the child needs.
//!
//! Source: CALD-PROG-06, footnote 1.

use crate::protocol::meetings::just_held;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::discussion::DiscussionItem;

/// See the module.
pub static RULE: Rule = Rule { code: "discussion-without-outcome", topic: Topic::Discussion, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let held = just_held(record, terms).into_iter();
    let mut items = held.flat_map(|meeting| record.discussion_at(meeting)).peekable();
    if items.peek().is_none() || record.plan.outcomes.is_empty() {
        return report.not_applicable();
    }
    for item in items {
        report.wants(&item.outcome, DiscussionItem::outcome.at(item));
    }
}
