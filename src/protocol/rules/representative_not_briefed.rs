//! A key agency spoken for by somebody who may not know enough.
//!
//! **Asks:** somebody who comes for each key agency is fully briefed, can contribute, and can comment on progress, unmet need
//! and risk; or the agency gave a report, which the guide asks for instead. Before the meeting only a plain “no” counts.
//! **Why:** an agency that sends somebody who knows nothing is not there.
//!
//! Source: CALD-PREP-14, Preparation / What happens if a key agency will not be represented.

use crate::protocol::invited::key_agencies;
use crate::protocol::meetings::was_held;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::attendance::Attendance;
use crate::record::codes::YesNo;
use crate::record::professionals::Agency;
use crate::record::{Choice, Place, Record, first_by_id};

/// See the module.
pub static RULE: Rule = Rule { code: "representative-not-briefed", topic: Topic::Attendance, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    for (meeting, agency, _) in key_agencies(record, terms, report) {
        let held = was_held(meeting, terms);
        let rows = record.attendance_of(agency, meeting).filter(|row| row.comes(held));
        let rows: Vec<&Attendance> = rows.collect();
        if !record.has_reported(agency, meeting)
            && !rows.iter().any(|row| able(row).iter().all(|(answer, _)| answer.is(YesNo::Yes))) {
            first_by_id(rows).into_iter().for_each(|row| look(row, agency, held, report));
        }
    }
}

fn look(row: &Attendance, agency: &Agency, held: bool, report: &mut Report) {
    for (answer, question) in able(row) {
        let finding = match answer.get() {
            Some(YesNo::Yes) => continue,
            Some(YesNo::No) => report.unmet(question).saying("not-able"),
            None if !answer.is_blank() => report.unknown(question),
            None if held => report.unmet(question),
            None => continue,
        };
        finding.naming(vec![agency.name.trim()]);
    }
}

fn able(row: &Attendance) -> [(&Choice<YesNo>, Place); 3] {
    [
        (&row.briefed, Attendance::briefed.at(row)),
        (&row.can_contribute, Attendance::can_contribute.at(row)),
        (&row.can_comment, Attendance::can_comment.at(row)),
    ]
}
