//! The ladder of absence: what an agency did that had nobody at a meeting.
//!
//! A report comes first: it may be asked for, and is then awaited until the day of the meeting. Only
//! where neither a report nor an apology came is it taken to the agency's line manager.
//! Calderdale guide, What happens if a key agency will not be represented; HANTS-ESC-01; decisions.md 5 and 6.

use super::meetings::was_held;
use super::terms::Terms;
use crate::record::attendance::{Attendance, Attended, Invited};
use crate::record::meeting::Meeting;
use crate::record::professionals::Agency;
use crate::record::report::AgencyReport;
use crate::record::{Place, Record};

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

/// How this agency took part in this meeting.
pub fn part_of<'a>(
    record: &'a Record,
    agency: &'a Agency,
    meeting: &'a Meeting,
    terms: &Terms<'_>,
) -> Part<'a> {
    let mut rows = record.attendance_of(agency, meeting);
    if rows.any(Attendance::came) {
        return Part::Came;
    }
    if record.has_reported(agency, meeting) {
        return Part::Reported;
    }
    let unsaid = unsaid(record, agency, meeting);
    let awaited = record.reports_to(meeting).find(|report| report.agency.id() == Some(&agency.id));
    match (awaited, unsaid) {
        (_, Some(question)) if was_held(meeting, terms) => Part::Unsaid(question),
        (Some(report), _) => Part::Awaited(report),
        (None, Some(question)) => Part::Unsaid(question),
        (None, None) => Part::Nothing,
    }
}

/// The first question on who came that is not answered for this agency. A meeting at which nobody
/// is listed has not been asked who came.
fn unsaid(record: &Record, agency: &Agency, meeting: &Meeting) -> Option<Place> {
    if record.attendance_at(meeting).next().is_none() {
        return Some(Place::home("attendance"));
    }
    let mut rows = record.attendance_of(agency, meeting);
    rows.find(|row| row.attended.get().is_none()).map(|row| Attendance::attended.at(row))
}

/// Whether the agency stayed away without a word: somebody of it who was not left out did not come,
/// and nobody of it sent apologies.
pub fn stayed_away(record: &Record, agency: &Agency, meeting: &Meeting) -> bool {
    let rows = || record.attendance_of(agency, meeting);
    rows().any(is_no_show) && !rows().any(|row| row.attended.is(Attended::Apologies))
}

/// Whether somebody who was not left out did not come, and sent no apologies.
pub fn is_no_show(row: &Attendance) -> bool {
    row.attended.is(Attended::NoShow) && !row.invited.is(Invited::No) && !row.invited.is(Invited::Unsafe)
}

/// Whether this key agency was left out with a recorded reason, at this or an earlier meeting.
pub fn is_left_out(record: &Record, agency: &Agency) -> bool {
    record.exclusions.iter().any(|row| row.agency.id() == Some(&agency.id) && !row.reason.is_blank())
}

/// The names of agencies, as a sentence lists them.
pub fn names(agencies: &[&Agency]) -> String {
    let names = agencies.iter().map(|agency| agency.name.trim()).filter(|name| !name.is_empty());
    names.collect::<Vec<_>>().join(", ")
}
