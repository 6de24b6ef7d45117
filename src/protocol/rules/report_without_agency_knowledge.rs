//! A report that leaves out what an agency of its kind knows, or was spoken and taken down by nobody.
//!
//! **Asks:** the report of a school or other education service, of a health, mental health, substance misuse or
//! housing service says something about that. A spoken report says who took it down: our report is the template.
//! **Why:** each agency is asked for what only it knows, and in one form.
//!
//! Source: HANTS-ATT-01, HANTS-ATT-02, The Multi-Agency Planning Meeting and the Child in Need plan; decisions.md 8.

use crate::protocol::meetings::with_family;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::professionals::AgencyKind;
use crate::record::report::{AgencyReport, ReportMode};
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule =
    Rule { code: "report-without-agency-knowledge", topic: Topic::AgencyReports, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let mut applies = false;
    for meeting in with_family(record, terms) {
        for row in record.reports_to(meeting).filter(|row| row.is_there()) {
            applies = true;
            look(record, row, report);
        }
    }
    if !applies {
        report.not_applicable();
    }
}

fn look(record: &Record, row: &AgencyReport, report: &mut Report) {
    if row.mode.is(ReportMode::Verbal) {
        report.wants_saying("spoken", &row.taken_down_by, AgencyReport::taken_down_by.at(row));
    }
    match row.agency.id().and_then(|id| record.agency(id)) {
        None => _ = report.unknown(AgencyReport::agency.at(row)),
        Some(agency) => match agency.kind.get() {
            None => _ = report.unknown(AgencyReport::knowledge.at(row)),
            Some(kind) => {
                if let Some((place, says)) = missing(row, kind) {
                    report.unmet(place).saying(says);
                }
            }
        },
    }
}

/// Where something is missing that an agency of this kind knows, and how that is said.
fn missing(row: &AgencyReport, kind: AgencyKind) -> Option<(Place, &'static str)> {
    let school = row.education_attendance.is_blank() && row.education_attainment.is_blank();
    let (blank, place, says) = match kind {
        AgencyKind::Education => (school, AgencyReport::education_attendance.at(row), "education"),
        AgencyKind::Health => (row.health.is_blank(), AgencyReport::health.at(row), "health"),
        AgencyKind::MentalHealth => {
            (row.mental_health.is_blank(), AgencyReport::mental_health.at(row), "mental-health")
        }
        AgencyKind::SubstanceMisuse => {
            (row.substance_misuse.is_blank(), AgencyReport::substance_misuse.at(row), "substance-misuse")
        }
        AgencyKind::Housing => (row.housing.is_blank(), AgencyReport::housing.at(row), "housing"),
        _ => return None,
    };
    blank.then_some((place, says))
}
