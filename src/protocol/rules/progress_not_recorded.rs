//! A review that does not say how far an outcome has come.
//!
//! **Asks:** each outcome still to be reached has its progress, or lack of it, at the last review.
//! **Why:** a review that skips an outcome lets it drift.
//!
//! Source: CALD-PROG-03, How is progress assessed?

use crate::protocol::last_review::{LastReview, last_review, progress_at};
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::meeting::Meeting;
use crate::record::progress::Progress;
use crate::record::{Place, Record, RowId};
use std::collections::HashSet;

/// See the module.
pub static RULE: Rule = Rule { code: "progress-not-recorded", topic: Topic::Progress, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let (review, day) = match last_review(record) {
        LastReview::None => return report.not_applicable(),
        LastReview::Undated(meeting) => {
            report.unknown(Meeting::on.at(meeting));
            return;
        }
        LastReview::At(meeting, day) => (meeting, day),
    };
    let found: Vec<&Progress> = progress_at(record, review).collect();
    for row in found.iter().filter(|row| !row.is_recorded()) {
        report.unmet(Progress::status.at(row)).saying("row");
    }
    let recorded: HashSet<&RowId> = found.iter().filter_map(|row| row.outcome.id()).collect();
    let mut missing =
        record.plan.outcomes.iter().filter(|outcome| outcome.is_open() && !recorded.contains(&outcome.id));
    if let Some(first) = missing.next() {
        let others = u32::try_from(missing.count()).unwrap_or(u32::MAX);
        let finding = report.unmet(Place::home("progress"));
        finding.with("outcome", Fact::Words(first.what.trim().to_owned()));
        finding.with("count", Fact::Count(others.saturating_add(1))).with("day", Fact::Day(day));
    }
}
