//! A request for one agency's report: only what that agency must see to write it.
//!
//! The list of questions stands in [`ALLOWED`]. Of the agencies and professionals the agency's own
//! rows go, of the actions those that its own professionals own, of the meetings the one.

use super::prepared::prepare;
use crate::record::professionals::Agency;
use crate::record::{Holds, Record, RowId, Rows, Section};

/// What goes: the list, and the questions of each row.
const ALLOWED: [(&str, &[&str]); 7] = [
    ("children", &["name", "preferred_name", "date_of_birth", "expected_date_of_birth"]),
    ("agencies", &["name", "kind"]),
    ("professionals", &["name", "role", "role_detail", "agency"]),
    ("plan/needs", &["what"]),
    ("plan/outcomes", &["what", "baseline", "measure", "target_date", "status"]),
    (
        "plan/actions",
        &[
            "what",
            "outcome",
            "owner",
            "due",
            "repeats_every",
            "repeats_unit",
            "measure",
            "status",
            "completed_on",
        ],
    ),
    ("meetings", &["kind", "kind_detail", "on", "at_time", "venue", "purpose"]),
];

/// Why nothing can be asked of an agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The record has no meeting with this id.
    NoMeeting,
    /// The record has no agency with this id.
    NoAgency,
}

impl Refused {
    /// Where its sentence stands in `words/`.
    pub fn words_key(self) -> &'static str {
        match self {
            Self::NoMeeting => "merging.request.no-meeting",
            Self::NoAgency => "merging.request.no-agency",
        }
    }
}

/// What this agency is sent so that it can report to this meeting: as much of the record as it must
/// see, and the rows of its report prepared. The same record always prepares the same rows.
///
/// Beside the questions of the list nothing goes: no address, no member of the family, no other
/// agency's report or professional, no earlier report, and no member that this version does not know.
///
/// # Errors
/// Where the record does not know the meeting or the agency.
pub fn request(record: &Record, meeting: &RowId, agency: &RowId) -> Result<Record, Refused> {
    let meeting = record.meeting(meeting).ok_or(Refused::NoMeeting)?;
    let agency = record.agency(agency).ok_or(Refused::NoAgency)?;
    let mut sent = Record::default();
    for (home, keys) in ALLOWED {
        let goes = |row: &dyn Section| match home {
            "meetings" => row.row_id() == Some(&meeting.id),
            "agencies" => row.row_id() == Some(&agency.id),
            "professionals" => works_for(record, row.row_id(), agency),
            "plan/actions" => owner(row).is_some_and(|id| works_for(record, Some(id), agency)),
            _ => true,
        };
        if let (Some(from), Some(to)) = (record.rows(home), sent.rows_mut(home)) {
            copy(from, keys, &goes, to);
        }
    }
    prepare(&mut sent, record, meeting, agency);
    Ok(sent)
}

/// Copies rows with the answers to these questions, and nothing else of them.
fn copy(from: &dyn Rows, keys: &[&str], goes: &dyn Fn(&dyn Section) -> bool, to: &mut dyn Rows) {
    for row in (0..from.len()).filter_map(|index| from.row(index)).filter(|row| goes(*row)) {
        let end = to.len();
        to.insert(end, row.row_id().cloned().unwrap_or_default());
        let Some(new) = to.row_mut(end) else { continue };
        for key in keys {
            if let (Some(answer), Some(blank)) = (row.answer(key), new.answer_mut(key)) {
                blank.hold(answer.holds());
            }
        }
    }
}

fn works_for(record: &Record, professional: Option<&RowId>, agency: &Agency) -> bool {
    let mut professionals = record.professionals.iter();
    professionals.any(|row| Some(&row.id) == professional && row.agency.id() == Some(&agency.id))
}

/// Who will do an action, from its row as a list has it.
fn owner(action: &dyn Section) -> Option<&RowId> {
    match action.answer("owner")?.holds() {
        Holds::Row(id) => Some(id),
        _ => None,
    }
}
