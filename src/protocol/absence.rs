//! The ladder of absence: what an agency did that had nobody at a meeting.
//!
//! A report comes first: it may be asked for, and is then awaited until the day of the meeting. Only
//! where neither a report nor an apology came is it taken to the agency's line manager.
//! Calderdale guide, What happens if a key agency will not be represented; HANTS-ESC-01; decisions.md 5 and 6.

use super::finding::Fact;
use super::meetings::people_met;
use super::terms::Terms;
use crate::record::attendance::{Attendance, Attended};
use crate::record::meeting::Meeting;
use crate::record::professionals::Agency;
use crate::record::report::AgencyReport;
use crate::record::{Place, Record, first_by_id};

/// How an agency took part in a meeting, as far as the record says.
#[derive(Clone, Debug, PartialEq)]
pub enum Part<'a> {
    /// Somebody of it came.
    Came,
    /// Its report, written or spoken, is there.
    Reported,
    /// A report of it is on the list, and has not come.
    Awaited(&'a AgencyReport),
    /// Nobody came, and there is no report.
    Nothing,
    /// The question that has to be answered before it can be told.
    Unsaid(Place),
}

/// How this agency took part in this meeting. Who chairs a meeting that was held was there.
pub fn part_of<'a>(
    record: &'a Record,
    agency: &'a Agency,
    meeting: &'a Meeting,
    terms: &Terms<'_>,
) -> Part<'a> {
    let held = people_met(meeting, terms);
    if held && chaired(record, agency, meeting) || record.attendance_of(agency, meeting).any(Attendance::came)
    {
        return Part::Came;
    }
    if record.has_reported(agency, meeting) {
        return Part::Reported;
    }
    let unsaid = unsaid(record, agency, meeting);
    let of = |report: &&AgencyReport| report.agency.id() == Some(&agency.id);
    match (first_by_id(record.reports_to(meeting).filter(of)), unsaid) {
        (_, Some(question)) if held => Part::Unsaid(question),
        (Some(report), _) => Part::Awaited(report),
        (None, Some(question)) => Part::Unsaid(question),
        (None, None) => Part::Nothing,
    }
}

/// Whether the meeting's chair works for this agency.
pub fn chaired(record: &Record, agency: &Agency, meeting: &Meeting) -> bool {
    let chair = record.professionals.iter().find(|one| meeting.chair.id() == Some(&one.id));
    chair.is_some_and(|one| one.agency.id() == Some(&agency.id))
}

/// The first question on who came that is not answered for this agency. A meeting at which nobody
/// is listed has not been asked who came.
fn unsaid(record: &Record, agency: &Agency, meeting: &Meeting) -> Option<Place> {
    if record.attendance_at(meeting).next().is_none() {
        return Some(Place::home("attendance"));
    }
    let open = |row: &&Attendance| row.attended.get().is_none() && !row.was_left_out();
    let rows = record.attendance_of(agency, meeting).filter(open);
    first_by_id(rows).map(|row| Attendance::attended.at(row))
}

/// Whether the agency stayed away without a word: somebody of it who was not left out did not come,
/// and nobody of it sent apologies.
pub fn stayed_away(record: &Record, agency: &Agency, meeting: &Meeting) -> bool {
    let rows = || record.attendance_of(agency, meeting);
    rows().any(is_no_show) && !rows().any(|row| row.attended.is(Attended::Apologies))
}

/// Whether somebody who was not left out did not come, and sent no apologies.
pub fn is_no_show(row: &Attendance) -> bool {
    row.attended.is(Attended::NoShow) && !row.was_left_out()
}

/// Names agencies in a finding, each once, in an order that does not hang on the rows'.
pub fn named(mut agencies: Vec<&Agency>) -> Fact {
    agencies.sort_unstable_by_key(|agency| (agency.name.trim(), &agency.id));
    agencies.dedup_by_key(|agency| &agency.id);
    Fact::Agencies(agencies.into_iter().map(|agency| agency.id.clone()).collect())
}
