//! What an ending asks: due until the day the plan ends, and unmet from then on.

use super::{Finding, Report, Terms};
use crate::record::Answer;
use crate::record::meeting::{Meeting, MeetingStatus};
use crate::record::{Place, Record, State};

/// Reports that something the ending asks is not done. It is due while the plan's end lies ahead;
/// an ending was chosen, so it is unmet where the end has come or has no day.
pub fn not_done<'r>(
    report: &'r mut Report,
    record: &Record,
    terms: &Terms<'_>,
    place: Place,
) -> &'r mut Finding {
    match record.plan.ended_on.get().filter(|end| *end > terms.today) {
        Some(end) => report.due(place, end, None),
        None => report.unmet(place),
    }
}

/// Reports an answer that the ending asks for and that is not given: with this sentence where it is
/// blank, and as unknown where it could not be read.
pub fn not_answered(
    report: &mut Report,
    record: &Record,
    terms: &Terms<'_>,
    (answer, place, says): (&dyn Answer, Place, &'static str),
) {
    match answer.state() {
        State::Given => {}
        State::Unread => {
            report.unknown(place);
        }
        State::Blank => {
            not_done(report, record, terms, place).saying(says);
        }
    }
}

/// Reports a meeting that the ending rests on and that was not held: due until its day.
pub fn not_held(report: &mut Report, terms: &Terms<'_>, meeting: &Meeting) {
    let place = Meeting::status.at(meeting);
    match (meeting.status.given(), meeting.on.get()) {
        (Some(MeetingStatus::Held), _) => {}
        (None, _) => {
            report.unknown(place);
        }
        (Some(MeetingStatus::Planned), Some(day)) if day >= terms.today => {
            report.due(place, day, None).saying("not-held");
        }
        _ => {
            report.unmet(place).saying("not-held");
        }
    }
}
