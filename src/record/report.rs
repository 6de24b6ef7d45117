//! An agency's own report to a meeting.  domain.md 2.3 G

use super::choice::{Choice, Choices, codes};
use super::codes::DoneOrUnsafe;
use super::link::{AMeeting, ANeed, AProfessional, AReport, AnAgency, AnOutcome, Anyone, Link};
use super::meeting::Meeting;
use super::plan::OutcomeStatus;
use super::professionals::Agency;
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::Day;
use super::{Record, RowId};
use chrono::NaiveDate;

codes! {
    /// How a report was given (Calderdale guide: "written or verbal"), or that one was asked for and has not come.
    ReportMode "report-mode" { Written "written", Verbal "verbal", Awaited "awaited" }
    /// What an agency knows about (Hampshire protocol, Planning Meeting and plan).  HANTS-ATT-01
    Knowledge "knowledge" {
        Education "education", Health "health", MentalHealth "mental-health", SubstanceMisuse "substance-misuse",
        Housing "housing", Other "other",
    }
}

section! {
    /// An agency's report to one meeting. All of it is for professionals but the summary that the
    /// agency writes for the family.
    row AgencyReport "agency-report" at "reports" {
        /// Which agency's.
        agency: Link<AnAgency>, Professionals;
        /// Written, spoken, or awaited.  CALD-PREP-15
        mode: Choice<ReportMode>, Professionals;
        /// Who made it.
        author: Text, Professionals;
        /// Their role.
        author_role: Text, Professionals;
        /// Who wrote a spoken report down.
        taken_down_by: Link<AProfessional>, Professionals;
        /// Who presents it at the meeting.
        presented_by: Link<Anyone>, Professionals;
        /// The day it came.
        received_on: Day, Professionals;
        /// The first day it tells about: by default the day of the meeting before.  CALD-PREP-16
        period_from: Day, Professionals;
        /// The last day it tells about.
        period_to: Day, Professionals;
        /// What the agency has done since the last meeting.  CALD-PREP-16
        involvement: Narrative, Professionals;
        /// What it knows about.  HANTS-ATT-01
        knowledge: Choices<Knowledge>, Professionals;
        /// Attendance at school, nursery or college.
        education_attendance: Narrative, Professionals;
        /// Attainment, and anything that stands in its way.
        education_attainment: Narrative, Professionals;
        /// Health and development.
        health: Narrative, Professionals;
        /// Mental health and emotional wellbeing.
        mental_health: Narrative, Professionals;
        /// Drugs and alcohol.
        substance_misuse: Narrative, Professionals;
        /// Where the family lives and how settled that is.
        housing: Narrative, Professionals;
        /// Anything else that it knows.
        other_knowledge: Narrative, Professionals;
        /// What is going well.
        going_well: Narrative, Professionals;
        /// What worries the agency.
        worries: Narrative, Professionals;
        /// How far things have come against what was expected.  CALD-PREP-17
        progress_analysis: Narrative, Professionals;
        /// Risk, and needs that nobody meets.  CALD-PREP-18
        risk_and_unmet_need: Narrative, Professionals;
        /// What the agency will contribute.  HANTS-ATT-03
        contribution: Narrative, Professionals;
        /// The child's views as the agency knows them, and how it knows.
        child_views: Narrative, Professionals;
        /// Whether the report was shared with the family.
        shared_with_family: Choice<DoneOrUnsafe>, Professionals;
        /// The day of that.
        shared_on: Day, Professionals;
        /// Who shared it, or who decided that it would be unsafe.
        shared_by: Text, Professionals;
        /// What the agency would say to the family about it, in plain words.
        family_summary: Narrative, Family;
        /// The meeting.
        meeting: Link<AMeeting>, Professionals;
    }

    /// How far one outcome has come, as one agency sees it.
    row ReportedProgress "reported-progress" at "reported_progress" {
        /// The outcome.
        outcome: Link<AnOutcome>, Professionals;
        /// How far it has come.
        status: Choice<OutcomeStatus>, Professionals;
        /// What shows it.
        note: Narrative, Professionals;
        /// How it was measured.
        measured_how: Text, Professionals;
        /// Who measured it.
        measured_by: Text, Professionals;
        /// The report it belongs to.
        report: Link<AReport>, Professionals;
    }

    /// One agency's view of one need. Each agency's stays its own.
    row NeedView "need-view" at "need_views" {
        /// The need.
        need: Link<ANeed>, Professionals;
        /// What the agency sees.
        view: Narrative, Professionals;
        /// The agency.
        agency: Link<AnAgency>, Professionals;
        /// The report it came with.
        report: Link<AReport>, Professionals;
    }
}

impl AgencyReport {
    /// The id of an agency's report to a meeting before it is written: the request's and the chair's own are one row.
    pub fn first_id(meeting: &RowId, agency: &RowId) -> RowId {
        RowId::derived("report", &[meeting.as_str(), agency.as_str()])
    }

    /// Whether there is a report, written or spoken.
    pub fn is_there(&self) -> bool {
        matches!(self.mode.given(), Some(ReportMode::Written | ReportMode::Verbal))
    }
}

impl ReportedProgress {
    /// The row that is prepared in an agency's report to a meeting: nothing is said in it yet. The same meeting,
    /// agency and outcome always have the same id. `None` where the report does not say whose or to which meeting.
    pub fn prepared(report: &AgencyReport, outcome: &RowId) -> Option<Self> {
        let parts = [report.meeting.id()?.as_str(), report.agency.id()?.as_str(), outcome.as_str()];
        let id = RowId::derived("progress", &parts);
        Some(Self { id, outcome: Link::to(outcome), report: Link::to(&report.id), ..Self::default() })
    }
}

impl Record {
    /// The reports to one meeting.
    pub fn reports_to<'a>(&'a self, meeting: &'a Meeting) -> impl Iterator<Item = &'a AgencyReport> {
        self.reports.iter().filter(|report| report.meeting.id() == Some(&meeting.id))
    }

    /// Whether this agency's report to this meeting is there.
    pub fn has_reported(&self, agency: &Agency, meeting: &Meeting) -> bool {
        self.reports_to(meeting).any(|report| report.is_there() && report.agency.id() == Some(&agency.id))
    }

    /// Writes down on which day an agency was asked first, and puts its report to a meeting on the list as awaited,
    /// unless it is there: with the id that a request gives it, so that what comes back is its own. Answers with
    /// whether that changed something.
    pub fn await_report(&mut self, meeting: &RowId, agency: &RowId, asked_on: NaiveDate) -> bool {
        let asked = self.agencies.iter_mut().find(|row| row.id == *agency);
        let asked = asked.filter(|row| row.information_requested_on.is_blank());
        let is_first = asked.map(|row| row.information_requested_on = Day::Given(asked_on)).is_some();
        let there = |row: &AgencyReport| row.agency.id() == Some(agency) && row.meeting.id() == Some(meeting);
        if self.reports.iter().any(there) {
            return is_first;
        }
        self.reports.push(AgencyReport {
            id: AgencyReport::first_id(meeting, agency),
            agency: Link::to(agency),
            meeting: Link::to(meeting),
            mode: Choice::Given(ReportMode::Awaited),
            ..AgencyReport::default()
        });
        true
    }
}
