//! What an agency's earlier report said and a later one no longer says.

use super::admit::Admitted;
use super::answers::says_nothing;
use super::last;
use super::naming::{Named, link};
use super::taking::{Two, row_of};
use crate::protocol::Scope;
use crate::record::{Kind, Place, Record, RowId, Section, State};
use crate::wire::Envelope;

/// The lists of an agency's own report.
const OWN: [&str; 3] = ["reports", "reported_progress", "need_views"];

/// What is written here about a report: that a file leaves it blank takes nothing back.
const ABOUT: [&str; 4] = ["mode", "author", "author_role", "received_on"];

/// Whether an earlier report of the agency to this meeting was brought in: a file that is known to
/// be older than that one takes nothing back.
pub(super) fn is_later(record: &Record, from: &Envelope, admitted: &Admitted) -> bool {
    let before = last(record, admitted).filter(|_| admitted.scope == Scope::Report);
    before.is_some_and(|before| match (from.made.on.given(), before.made_on.given()) {
        (Some(day), Some(before)) => day >= before,
        _ => true,
    })
}

/// The answers here of the reports in a later file that are blank in it, with the rows that hang on them.
pub(super) fn withdrawn(
    record: &Record,
    theirs: &Record,
    taken: &[Named],
    agency: Option<&RowId>,
) -> Vec<Two> {
    let mut found = Vec::new();
    for home in OWN {
        let Some(rows) = record.rows(home) else { continue };
        let rows = (0..rows.len()).filter_map(|index| rows.row(index));
        for ours in rows.filter(|ours| is_of_a_report(home, *ours, taken, agency)) {
            let id = ours.row_id();
            let row = taken.iter().find(|row| row.home == home && Some(&row.id) == id);
            let place = Place { home, row: id.cloned(), key: None };
            blank_now(ours, row.and_then(|row| row_of(theirs, row)), &place, &mut found);
        }
    }
    found
}

/// Whether a row is a report in the file, or the agency's own on one.
fn is_of_a_report(home: &str, row: &dyn Section, taken: &[Named], agency: Option<&RowId>) -> bool {
    let report = if home == "reports" { row.row_id() } else { link(row, "report") };
    let is_taken = taken.iter().any(|row| row.home == "reports" && Some(&row.id) == report);
    is_taken && link(row, "agency").is_none_or(|id| Some(id) == agency)
}

fn blank_now(ours: &dyn Section, theirs: Option<&dyn Section>, place: &Place, found: &mut Vec<Two>) {
    for field in ours.shape().fields {
        let Some(answer) = ours.answer(field.key).filter(|answer| !says_nothing(*answer)) else { continue };
        let now = theirs.and_then(|row| row.answer(field.key));
        let is_link = matches!(field.kind, Kind::Link(_) | Kind::Links(_));
        if now.is_none_or(|now| now.state() == State::Blank) && !is_link && !ABOUT.contains(&field.key) {
            let ours = answer.written().into_owned();
            found.push(Two { place: place.at_key(field.key), ours, theirs: String::new() });
        }
    }
}
