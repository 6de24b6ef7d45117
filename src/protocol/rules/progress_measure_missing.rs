//! Progress that does not say how it was measured.
//!
//! **Asks:** each row of progress of the last review, and of another meeting in hand, says how it was measured.
//! **Why:** an impression and a measure weigh differently.
//!
//! Source: CALD-PROG-04, How is progress assessed?

use crate::protocol::last_review::{LastReview, last_review, measured_progress};
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;
use crate::record::progress::Progress;

/// See the module.
pub static RULE: Rule = Rule { code: "progress-measure-missing", topic: Topic::Progress, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let review = match last_review(record) {
        LastReview::None => None,
        LastReview::Undated(meeting) => {
            report.unknown(Meeting::on.at(meeting));
            return;
        }
        LastReview::At(meeting, _) => Some(meeting),
    };
    let Some(rows) = measured_progress(record, review, terms) else { return report.not_applicable() };
    for row in rows.into_iter().filter(|row| row.measured_how.is_blank()) {
        report.unmet(Progress::measured_how.at(row));
    }
}
