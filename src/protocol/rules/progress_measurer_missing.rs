//! Progress that does not say who measured it.
//!
//! **Asks:** each row of progress of the last review says who measured it.
//! **Why:** the group must be able to ask the person who saw it.
//!
//! Source: CALD-PROG-05, How is progress assessed?

use crate::protocol::last_review::{LastReview, last_review, progress_at};
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;
use crate::record::progress::Progress;

/// See the module.
pub static RULE: Rule = Rule { code: "progress-measurer-missing", topic: Topic::Progress, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let review = match last_review(record) {
        LastReview::None => return report.not_applicable(),
        LastReview::Undated(meeting) => {
            report.unknown(Meeting::on.at(meeting));
            return;
        }
        LastReview::At(meeting, _) => meeting,
    };
    for row in progress_at(record, review).filter(|row| row.measured_by.is_blank()) {
        report.unmet(Progress::measured_by.at(row));
    }
}
