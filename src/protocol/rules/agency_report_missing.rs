//! A key agency with nobody at the meeting, and no report from it.
//!
//! **Asks:** a key agency that was not left out for a recorded reason, and has nobody at a meeting, gives a report,
//! written or spoken. One that was asked for may come until the day of the meeting.
//! **Why:** what the agency knows about the child is otherwise not in the room.
//!
//! Source: CALD-PREP-15, What happens if a key agency will not be represented; decisions.md 5 and 6.

use crate::protocol::absence::{Part, is_left_out, names, part_of};
use crate::protocol::meetings::{in_hand, was_held};
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::codes::YesNo;
use crate::record::meeting::Meeting;
use crate::record::professionals::Agency;
use crate::record::report::AgencyReport;
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "agency-report-missing", topic: Topic::AgencyReports, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let expected = |agency: &&Agency| agency.key_agency.is(YesNo::Yes) && !is_left_out(record, agency);
    let agencies: Vec<&Agency> = record.agencies.iter().filter(expected).collect();
    let meetings = in_hand(record, terms);
    if agencies.is_empty() || meetings.is_empty() {
        return report.not_applicable();
    }
    for meeting in meetings {
        let (mut silent, mut asked) = (Vec::new(), Vec::new());
        for agency in &agencies {
            match part_of(record, agency, meeting, terms) {
                Part::Came | Part::Reported => {}
                Part::Awaited(row) => awaited(row, agency, meeting, terms, report),
                Part::Nothing => silent.push(*agency),
                Part::Unsaid(question) if was_held(meeting, terms) && !asked.contains(&question) => {
                    asked.push(question.clone());
                    report.unknown(question);
                }
                Part::Unsaid(_) => {}
            }
        }
        nothing_came(&silent, meeting, terms, report);
    }
}

/// A report that is on the list without having come.
fn awaited(row: &AgencyReport, agency: &Agency, meeting: &Meeting, terms: &Terms<'_>, report: &mut Report) {
    let place = AgencyReport::mode.at(row);
    let unread = !row.mode.is_blank() && row.mode.get().is_none();
    let finding = match meeting.on.get() {
        _ if unread => report.unknown(place).saying("unread"),
        Some(day) if terms.today <= day => report.due(place, day, None).saying("awaited-due"),
        None => report.unknown(Meeting::on.at(meeting)).saying("undated"),
        Some(_) => report.unmet(place).saying("awaited"),
    };
    finding.with("agency", Fact::Words(names(&[agency])));
}

fn nothing_came(silent: &[&Agency], meeting: &Meeting, terms: &Terms<'_>, report: &mut Report) {
    if silent.is_empty() {
        return;
    }
    let place = Place::home("reports");
    let finding = match meeting.on.get() {
        _ if was_held(meeting, terms) => report.unmet(place),
        Some(day) => report.due(place, day, None),
        None => report.unknown(Meeting::on.at(meeting)).saying("undated"),
    };
    finding.with("agencies", Fact::Words(names(silent)));
}
