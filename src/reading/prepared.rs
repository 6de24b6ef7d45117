//! The rows of an agency's report as they are when the agency opens the request.

use crate::record::meeting::{Meeting, MeetingStatus};
use crate::record::professionals::{Agency, AgencyKind};
use crate::record::report::{AgencyReport, Knowledge, ReportMode, ReportedProgress};
use crate::record::{Choice, Choices, Day, Link, Record, RowId, first_by_id};

/// Prepares a written report, with a row of progress for each outcome that is still to be reached.
/// Rows that the record has already keep their ids, so that what comes back is theirs.
pub(super) fn prepare(sent: &mut Record, record: &Record, meeting: &Meeting, agency: &Agency) {
    let report = report(record, meeting, agency);
    let open = record.plan.outcomes.iter().filter(|outcome| outcome.is_open());
    sent.reported_progress = open.filter_map(|outcome| progress(record, &report, &outcome.id)).collect();
    sent.reports.push(report);
}

fn report(record: &Record, meeting: &Meeting, agency: &Agency) -> AgencyReport {
    let there = record.reports_to(meeting).filter(|row| row.agency.id() == Some(&agency.id));
    let id = first_by_id(there).map(|row| row.id.clone());
    AgencyReport {
        id: id.unwrap_or_else(|| AgencyReport::first_id(&meeting.id, &agency.id)),
        agency: Link::to(&agency.id),
        meeting: Link::to(&meeting.id),
        mode: Choice::Given(ReportMode::Written),
        period_from: held_before(record, meeting),
        knowledge: Choices(agency.kind.get().map(knowledge).map(Choice::Given).into_iter().collect()),
        ..AgencyReport::default()
    }
}

fn progress(record: &Record, report: &AgencyReport, outcome: &RowId) -> Option<ReportedProgress> {
    let prepared = ReportedProgress::prepared(report, outcome)?;
    let same = |row: &&ReportedProgress| row.report == prepared.report && row.outcome == prepared.outcome;
    let there = first_by_id(record.reported_progress.iter().filter(same));
    let id = there.map_or_else(|| prepared.id.clone(), |row| row.id.clone());
    Some(ReportedProgress { id, ..prepared })
}

/// The day of the last meeting of the series that was held before this one.  CALD-PREP-16
fn held_before(record: &Record, meeting: &Meeting) -> Day {
    let held = record.meetings.iter().filter(|row| {
        row.id != meeting.id && row.status.is(MeetingStatus::Held) && row.is_of_series(meeting)
    });
    let days = held.filter_map(|row| row.on.get());
    let before = days.filter(|day| meeting.on.get().is_none_or(|on| *day < on)).max();
    before.map_or(Day::Blank, Day::Given)
}

/// What an agency of this kind knows about.  HANTS-ATT-01
fn knowledge(kind: AgencyKind) -> Knowledge {
    match kind {
        AgencyKind::Education => Knowledge::Education,
        AgencyKind::Health => Knowledge::Health,
        AgencyKind::MentalHealth => Knowledge::MentalHealth,
        AgencyKind::SubstanceMisuse => Knowledge::SubstanceMisuse,
        AgencyKind::Housing => Knowledge::Housing,
        _ => Knowledge::Other,
    }
}
