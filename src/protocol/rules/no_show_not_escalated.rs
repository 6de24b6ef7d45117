//! An agency that stayed away from a meeting without a word, and whose line manager was not told.
//!
//! **Asks:** once a meeting was held, an agency that had nobody there, and sent neither an apology nor a report, is
//! taken to its line manager: to whom, and on what day. An apology is never taken further. Finishing the record
//! does not wait for it.
//! **Why:** the manager can see to it that somebody comes next time.
//!
//! Source: HANTS-ESC-01, The Multi-Agency Planning Meeting and the Child in Need plan; decisions.md 6 and 8.

use crate::protocol::absence::{Part, is_no_show, named, part_of, stayed_away};
use crate::protocol::meetings::{is_professional, people_met, who_came};
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::attendance::Attendance;
use crate::record::discussion::{Escalation, EscalationAbout};
use crate::record::meeting::{Meeting, MeetingKind};
use crate::record::professionals::{Agency, Professional};
use crate::record::{Place, Record, first_by_id};

/// See the module.
pub static RULE: Rule = Rule { code: "no-show-not-escalated", topic: Topic::Escalation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let met = who_came(record, terms).into_iter().filter(|row| people_met(row, terms));
    let meetings: Vec<&Meeting> = met.filter(|row| !row.kind.is(MeetingKind::Professionals)).collect();
    let away = |row: &Attendance| is_no_show(row) && is_professional(record, row);
    if !meetings.iter().any(|meeting| record.attendance_at(meeting).any(away)) {
        return report.not_applicable();
    }
    let mut untold = Vec::new();
    for meeting in meetings {
        without_agency(record, meeting, report);
        for agency in record.agencies.iter().filter(|agency| stayed_away(record, agency, meeting)) {
            match part_of(record, agency, meeting, terms) {
                Part::Came | Part::Reported => {}
                Part::Unsaid(question) => _ = report.unknown(question),
                Part::Awaited(_) | Part::Nothing if told(record, agency, meeting, report) => {}
                Part::Awaited(_) | Part::Nothing => untold.push(agency),
            }
        }
    }
    if !untold.is_empty() {
        let finding = report.unmet(Place::home("escalations")).never_stopping();
        finding.with("agencies", named(untold));
    }
}

/// Somebody who stayed away, and of whom it is not known whom they work for.
fn without_agency(record: &Record, meeting: &Meeting, report: &mut Report) {
    for row in record.attendance_at(meeting).filter(|row| is_no_show(row)) {
        let person = record.professionals.iter().find(|one| row.person.id() == Some(&one.id));
        if let Some(person) = person.filter(|one| record.agency_of(one).is_none()) {
            report.unknown(Professional::agency.at(person)).saying("no-agency");
        }
    }
}

/// Whether there is a row about it; asks for what that row leaves out.
fn told(record: &Record, agency: &Agency, meeting: &Meeting, report: &mut Report) -> bool {
    let of = |row: &&Escalation| {
        row.about.is(EscalationAbout::NoShow)
            && row.agency.id() == Some(&agency.id)
            && (row.meeting.is_blank() || row.meeting.id() == Some(&meeting.id))
    };
    let rows = || record.escalations.iter().filter(of);
    if !rows().any(|row| !row.to.is_blank() && row.on.get().is_some())
        && let Some(row) = first_by_id(rows())
    {
        if let Some(finding) = report.wants(&row.to, Escalation::to.at(row)) {
            finding.saying("to-whom").never_stopping();
        }
        if let Some(finding) = report.wants(&row.on, Escalation::on.at(row)) {
            finding.saying("on-what-day").never_stopping();
        }
    }
    rows().next().is_some()
}
