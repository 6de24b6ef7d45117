//! A dispute or poor practice, and nothing on whether the agency used its own policy.
//!
//! **Asks:** who finds poor practice, or is in dispute with another agency, uses their own agency’s policy. Where
//! somebody did not agree with a decision, it is asked whether that was taken further.
//! **Why:** the policy leads to somebody who can settle it.
//!
//! Source: CALD-ESC-01, What are the expectations?; audit.md part 2.

use crate::protocol::meetings::just_held;
use crate::protocol::{Report, Rule, Severity, Terms, Topic};
use crate::record::codes::YesNo;
use crate::record::discussion::{Escalation, EscalationAbout};
use crate::record::meeting::Meeting;
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "own-policy-not-used", topic: Topic::Escalation, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let held = just_held(record, terms);
    let mut applies = false;
    for row in record.escalations.iter().filter(|row| is_covered(row) && is_of(row, &held)) {
        applies = true;
        let place = Escalation::own_policy_used.at(row);
        if row.own_policy_used.is(YesNo::No) {
            report.unmet(place).saying("not-used");
        } else {
            report.wants(&row.own_policy_used, place);
        }
    }
    for meeting in &held {
        // What the family does not agree with is no dispute between agencies.
        if record.dissents_at(meeting).any(|row| !record.is_of_family(row.by.id())) {
            applies = true;
            if !record.escalations.iter().any(|row| is_covered(row) && is_of(row, &[meeting])) {
                let finding = report.unmet(Place::home("escalations")).saying("disagreement");
                finding.about(Topic::Decisions).at_most(Severity::Ask);
            }
        }
    }
    if !applies {
        report.not_applicable();
    }
}

fn is_covered(row: &Escalation) -> bool {
    row.about.is(EscalationAbout::Dispute) || row.about.is(EscalationAbout::PoorPractice)
}

/// Whether it belongs to one of these meetings, or names none.
fn is_of(row: &Escalation, meetings: &[&Meeting]) -> bool {
    row.meeting.is_blank() || meetings.iter().any(|meeting| row.meeting.id() == Some(&meeting.id))
}
