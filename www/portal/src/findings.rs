//! The review of a stored or sent record: what the form finds too, with the same code.

use chrono::NaiveDate;
use team_around::calendar::{Calendar, Nation};
use team_around::protocol::{Finding, Protocol, Scope, Terms, review, review_of};
use team_around::record::{Record, RowId};
use team_around::words::{Language, Words};

/// A document, and the meeting that it is about.
pub type About<'a> = (Scope, Option<&'a RowId>);

/// Everything the protocol finds in a record on a day.
pub fn of(record: &Record, protocol: &Protocol, today: NaiveDate) -> Vec<Finding> {
    let calendar = Calendar::built_in(Nation::EnglandAndWales);
    review(record, &Terms { today, calendar: &calendar, protocol, meeting: None })
}

/// What one document answers for of that.
pub fn of_document(
    (scope, meeting): About<'_>,
    record: &Record,
    protocol: &Protocol,
    today: NaiveDate,
) -> Vec<Finding> {
    let calendar = Calendar::built_in(Nation::EnglandAndWales);
    review_of(scope, record, &Terms { today, calendar: &calendar, protocol, meeting })
}

/// A finding as a sentence.
pub fn message(finding: &Finding, record: &Record, protocol: &Protocol) -> String {
    Words::of(Language::English).sentence(finding, record, protocol)
}
