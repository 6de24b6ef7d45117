//! A key agency with nobody at the meeting, and no report from it.
//!
//! **Asks:** a key agency that was not left out for a recorded reason, and has nobody at a meeting, gives a report,
//! written or spoken. One that was asked for may come until the day of the meeting.
//! **Why:** what the agency knows about the child is otherwise not in the room.
//!
//! Source: CALD-PREP-15, What happens if a key agency will not be represented; decisions.md 5 and 6.

use crate::protocol::absence::{Part, named, part_of};
use crate::protocol::invited::has_reason;
use crate::protocol::meetings::{people_met, who_came};
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::attendance::Attendance;
use crate::record::codes::YesNo;
use crate::record::meeting::Meeting;
use crate::record::professionals::Agency;
use crate::record::report::AgencyReport;
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "agency-report-missing", topic: Topic::AgencyReports, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let key: Vec<&Agency> = record.agencies.iter().filter(|row| row.key_agency.is(YesNo::Yes)).collect();
    let mut meetings = who_came(record, terms);
    if key.is_empty() || meetings.is_empty() {
        return report.not_applicable();
    }
    meetings.sort_unstable_by_key(|row| (row.on.get(), &row.id));
    let (mut silent, mut asked) = (Vec::new(), Vec::new());
    for meeting in meetings {
        let before = silent.len();
        for agency in key.iter().filter(|agency| wants_part(record, agency, meeting)) {
            match part_of(record, agency, meeting, terms) {
                Part::Awaited(row) => awaited(row, agency, meeting, terms, report),
                Part::Nothing => silent.push(*agency),
                Part::Unsaid(question) if people_met(meeting, terms) => asked.push(question),
                Part::Came | Part::Reported | Part::Unsaid(_) => {}
            }
        }
        if !people_met(meeting, terms) {
            cannot_come(silent.split_off(before), meeting, report);
        }
    }
    if !silent.is_empty() {
        report.unmet(Place::home("reports")).with("agencies", named(silent));
    }
    asked.sort_unstable();
    asked.dedup();
    asked.into_iter().for_each(|question| _ = report.unknown(question));
}

/// Whether the agency was to take part: it was not left out for a reason, or somebody of it was asked all the same
/// (decisions.md 5).
fn wants_part(record: &Record, agency: &Agency, meeting: &Meeting) -> bool {
    !has_reason(record, agency, meeting) || record.attendance_of(agency, meeting).any(Attendance::was_invited)
}

/// A report that is on the list without having come.
fn awaited(row: &AgencyReport, agency: &Agency, meeting: &Meeting, terms: &Terms<'_>, report: &mut Report) {
    let place = AgencyReport::mode.at(row);
    let unread = !row.mode.is_blank() && row.mode.get().is_none();
    let finding = match meeting.on.get() {
        _ if unread => report.unknown(place).saying("unread"),
        Some(day) if terms.today <= day => report.due(place, day, None).saying("awaited-due"),
        None => report.unknown(place).saying("undated"),
        Some(_) => report.unmet(place).saying("awaited"),
    };
    finding.with("agency", named(vec![agency]));
}

fn cannot_come(agencies: Vec<&Agency>, meeting: &Meeting, report: &mut Report) {
    match meeting.on.get() {
        _ if agencies.is_empty() => {}
        Some(day) => _ = report.due(Place::home("reports"), day, None).with("agencies", named(agencies)),
        None => _ = report.unknown(Place::home("reports")).saying("undated"),
    }
}
