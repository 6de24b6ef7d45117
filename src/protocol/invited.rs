//! Whether a key agency is part of a meeting, and where the reason stands if it is left out.

use super::absence::chaired;
use super::finding::Severity;
use super::meetings::{in_hand, was_held};
use super::rule::Report;
use super::terms::Terms;
use crate::record::attendance::{Attendance, Exclusion};
use crate::record::codes::YesNo;
use crate::record::meeting::Meeting;
use crate::record::professionals::Agency;
use crate::record::{Place, Record, first_by_id};

/// What a meeting's record says of an agency.
pub enum Part<'a> {
    /// Somebody of the agency is asked, comes, or chairs.
    Asked,
    /// This person of the agency is listed, and nothing says whether they are asked.
    Open(&'a Attendance),
    /// Nobody of the agency is listed yet.
    NotYet,
    /// The agency is left out: somebody decided so, or the meeting was held without it.
    LeftOut,
}

/// Each key agency at each meeting in hand, with its part. Where there is no such meeting or no key
/// agency, the rule does not apply.
pub fn key_agencies<'a>(
    record: &'a Record,
    terms: &Terms<'_>,
    report: &mut Report,
) -> Vec<(&'a Meeting, &'a Agency, Part<'a>)> {
    let key = || record.agencies.iter().filter(|agency| agency.key_agency.is(YesNo::Yes));
    let mut found = Vec::new();
    for meeting in in_hand(record, terms) {
        found.extend(key().map(|agency| (meeting, agency, part(record, agency, meeting, terms))));
    }
    if found.is_empty() {
        report.not_applicable();
    }
    found
}

fn part<'a>(record: &'a Record, agency: &'a Agency, meeting: &'a Meeting, terms: &Terms<'_>) -> Part<'a> {
    let rows: Vec<&Attendance> = record.attendance_of(agency, meeting).collect();
    if chaired(record, agency, meeting) || rows.iter().any(|row| row.was_asked()) {
        return Part::Asked;
    }
    let decided = exclusions(record, agency).any(|row| row.meeting.id() == Some(&meeting.id));
    match first_by_id(rows.iter().copied().filter(|row| !row.was_left_out())) {
        Some(row) if !decided => Part::Open(row),
        None if !decided && rows.is_empty() && !was_held(meeting, terms) => Part::NotYet,
        _ => Part::LeftOut,
    }
}

/// Whether the reason stands in the record of this meeting.
pub fn reason_stands(record: &Record, agency: &Agency, meeting: &Meeting) -> bool {
    let here = |row: &Exclusion| row.meeting.id() == Some(&meeting.id) && !row.reason.is_blank();
    let mut rows = record.attendance_of(agency, meeting);
    exclusions(record, agency).any(here)
        || rows.any(|row| row.was_left_out() && !row.not_invited_reason.is_blank())
}

/// Whether the reason stands in the record of this meeting, or an exclusion with a reason in that of
/// another of its series. Why one person was not asked to one meeting says nothing of the next.
pub fn reason_stands_in_series(record: &Record, agency: &Agency, meeting: &Meeting) -> bool {
    let of = |row: &Exclusion| row.meeting.id().and_then(|id| record.meeting(id));
    let mut given = exclusions(record, agency).filter(|row| !row.reason.is_blank());
    reason_stands(record, agency, meeting)
        || given.any(|row| of(row).is_some_and(|other| other.is_of_series(meeting)))
}

/// Whether a reason is given anywhere for this series, even where it names no meeting.
pub fn has_reason(record: &Record, agency: &Agency, meeting: &Meeting) -> bool {
    reason_stands_in_series(record, agency, meeting)
        || exclusions(record, agency).any(|row| row.meeting.is_blank() && !row.reason.is_blank())
}

/// Reports agencies whose reason is asked for: each where its row is, and those that have no row
/// together, by name, at the list. Weighs at most this much.
pub fn wants_reasons(
    record: &Record,
    agencies: &[(&Meeting, &Agency)],
    report: &mut Report,
    at_most: Severity,
) {
    let mut names: Vec<&str> = Vec::new();
    for (meeting, agency) in agencies {
        let name = agency.name.trim();
        match row_of(record, agency, meeting) {
            Some(place) => _ = report.unmet(place).naming(vec![name]).at_most(at_most),
            None => names.push(name),
        }
    }
    if !names.is_empty() {
        report.unmet(Place::home("exclusions")).naming(names).at_most(at_most);
    }
}

/// The question whose answer is the reason, or says to which meeting it belongs.
fn row_of(record: &Record, agency: &Agency, meeting: &Meeting) -> Option<Place> {
    let here = |row: &&Exclusion| row.meeting.id() == Some(&meeting.id);
    let loose = |row: &&Exclusion| row.meeting.is_blank();
    if let Some(row) = first_by_id(exclusions(record, agency).filter(here)) {
        return Some(Exclusion::reason.at(row));
    }
    let left_out = record.attendance_of(agency, meeting).filter(|row| row.was_left_out());
    if let Some(row) = first_by_id(left_out) {
        return Some(Attendance::not_invited_reason.at(row));
    }
    let row = first_by_id(exclusions(record, agency).filter(loose))?;
    Some(if row.reason.is_blank() { Exclusion::reason.at(row) } else { Exclusion::meeting.at(row) })
}

fn exclusions<'a>(record: &'a Record, agency: &'a Agency) -> impl Iterator<Item = &'a Exclusion> {
    record.exclusions.iter().filter(|row| row.agency.id() == Some(&agency.id))
}
