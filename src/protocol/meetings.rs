//! Which meetings the rules about preparing and recording a meeting look at.
//!
//! A plan may name a meeting by its day alone, because its record is kept elsewhere: such a meeting
//! is not asked for an agenda. Earlier meetings are history; what was left out of them can no longer
//! be put right. So the rules look at meetings that have a record here and are being prepared, or
//! are the last of their series that was held. Where the document is about one meeting, they look at that one, however
//! long ago it was.

use super::terms::Terms;
use super::timescales::has_come;
use crate::record::attendance::Attendance;
use crate::record::meeting::{Meeting, MeetingKind, MeetingStatus};
use crate::record::{Record, RowId};

/// The meetings that the rules look at: being prepared, or the last held of their series; with a
/// record here, and of a kind that the guide covers.
pub fn in_hand<'a>(record: &'a Record, terms: &Terms<'_>) -> Vec<&'a Meeting> {
    looked_at(record, terms).filter(|row| is_covered(row)).collect()
}

/// The like of a kind that has a procedure of its own, and does not belong on this form.
pub fn beyond_the_guide<'a>(record: &'a Record, terms: &Terms<'_>) -> Vec<&'a Meeting> {
    looked_at(record, terms).filter(|row| !is_covered(row)).collect()
}

/// Those of them that were held: what was said and who came can be asked for.
pub fn just_held<'a>(record: &'a Record, terms: &Terms<'_>) -> Vec<&'a Meeting> {
    in_hand(record, terms).into_iter().filter(|row| was_held(row, terms)).collect()
}

/// Those of [`in_hand`] to which the family comes: every kind but a professionals meeting (decisions.md 8).
pub fn with_family<'a>(record: &'a Record, terms: &Terms<'_>) -> Vec<&'a Meeting> {
    in_hand(record, terms).into_iter().filter(|row| !row.kind.is(MeetingKind::Professionals)).collect()
}

/// Whether the guide covers this kind; a blank or unread kind is taken as covered.
pub fn is_covered(meeting: &Meeting) -> bool {
    !meeting.kind.get().is_some_and(MeetingKind::has_own_procedure)
}

/// Whether the meeting took place, today or earlier.
pub fn was_held(meeting: &Meeting, terms: &Terms<'_>) -> bool {
    meeting.status.is(MeetingStatus::Held) && has_come(&meeting.on, terms)
}

/// Whether people met, today or earlier: also where too few came to decide, for who stayed away is why. Nothing but who
/// came is asked of such a meeting.
pub fn people_met(meeting: &Meeting, terms: &Terms<'_>) -> bool {
    was_held(meeting, terms) || meeting.status.is(MeetingStatus::Inquorate) && has_come(&meeting.on, terms)
}

/// The meetings at which it is known who came: those of [`in_hand`] at which people met, and those to which too few came.
pub fn who_came<'a>(record: &'a Record, terms: &Terms<'_>) -> Vec<&'a Meeting> {
    let own = |row: &&Meeting| terms.meeting.is_none_or(|id| row.id == *id);
    let too_few = |row: &&Meeting| row.status.is(MeetingStatus::Inquorate) && has_come(&row.on, terms);
    let last = |row: &&Meeting| {
        let later = |other: &Meeting| other.is_of_series(row) && other.order() > row.order();
        terms.meeting.is_some()
            || !record.meetings.iter().any(|other| later(other) && people_met(other, terms))
    };
    let rows = record.meetings.iter().filter(own).filter(too_few).filter(last);
    in_hand(record, terms).into_iter().chain(rows.filter(|row| is_covered(row))).collect()
}

/// Whether the meeting's record is kept here: somebody or something is listed for it, something was said or decided at
/// it, or its purpose is given.
pub fn is_recorded(record: &Record, meeting: &Meeting) -> bool {
    let of = |id: Option<&RowId>| id == Some(&meeting.id);
    !meeting.purpose.is_blank()
        || record.attendance.iter().any(|row| of(row.meeting.id()))
        || record.children_at_meetings.iter().any(|row| of(row.meeting.id()))
        || record.agenda.iter().any(|row| of(row.meeting.id()))
        || record.reports.iter().any(|row| of(row.meeting.id()))
        || record.discussion.iter().any(|row| of(row.meeting.id()))
        || record.decisions.iter().any(|row| of(row.meeting.id()))
        || record.escalations.iter().any(|row| of(row.meeting.id()))
}

/// The meeting of the same series that was held before this one, where there is one.
pub fn held_before<'a>(record: &'a Record, meeting: &Meeting, terms: &Terms<'_>) -> Option<&'a Meeting> {
    let day = meeting.on.get();
    let before = |row: &&Meeting| {
        row.id != meeting.id
            && row.is_of_series(meeting)
            && was_held(row, terms)
            && day.is_none_or(|day| row.on.get().is_some_and(|on| on <= day))
    };
    record.meetings.iter().filter(before).max_by_key(|row| row.order())
}

/// Whether a row of attendance is a professional's.
pub fn is_professional(record: &Record, row: &Attendance) -> bool {
    record.professionals.iter().any(|one| row.person.id() == Some(&one.id))
}

fn looked_at<'a>(record: &'a Record, terms: &Terms<'_>) -> impl Iterator<Item = &'a Meeting> {
    let own = |row: &&Meeting| terms.meeting.is_none_or(|id| row.id == *id);
    let rows = record.meetings.iter().filter(own).filter(|row| is_recorded(record, row));
    rows.filter(|row| is_being_prepared(row, terms) || is_to_be_recorded(record, row, terms))
}

/// A meeting whose day has passed, and of which nobody said that it was held, is asked about in its own document.
fn is_being_prepared(meeting: &Meeting, terms: &Terms<'_>) -> bool {
    let ahead = meeting.on.get().is_none_or(|day| day >= terms.today);
    let is_own = terms.meeting == Some(&meeting.id);
    (ahead || is_own) && (meeting.status.is(MeetingStatus::Planned) || meeting.status.is_blank())
}

/// What an earlier meeting left out is still told in its own document, and nowhere else.
fn is_to_be_recorded(record: &Record, meeting: &Meeting, terms: &Terms<'_>) -> bool {
    was_held(meeting, terms) && (terms.meeting.is_some() || is_last_held(record, meeting, terms))
}

fn is_last_held(record: &Record, meeting: &Meeting, terms: &Terms<'_>) -> bool {
    let later = |row: &Meeting| row.is_of_series(meeting) && row.order() > meeting.order();
    !record.meetings.iter().any(|row| later(row) && was_held(row, terms))
}
