//! Rows that were prepared for an agency's report, and in which it wrote nothing.

use super::naming::Named;
use crate::record::Record;
use crate::record::report::ReportedProgress;

/// Whether a row that came in is one that was prepared, as it was prepared: the chair's list would only grow by it.
pub(super) fn is_untouched(theirs: &Record, row: &Named) -> bool {
    let row = theirs.reported_progress.get(row.index).filter(|_| row.home == "reported_progress");
    row.is_some_and(|row| prepared(theirs, row).as_ref() == Some(row))
}

/// The row that was prepared where this one stands.
fn prepared(theirs: &Record, row: &ReportedProgress) -> Option<ReportedProgress> {
    let report = theirs.reports.iter().find(|report| Some(&report.id) == row.report.id())?;
    ReportedProgress::prepared(report, row.outcome.id()?)
}
