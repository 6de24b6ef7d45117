//! A step down by meeting that lacks the meeting, or the service that takes over.
//!
//! **Asks:** where the Team Around the Child meeting steps the case down, it is named and was held, and
//! the service that takes over is named. The new lead there is our own question and never more than a
//! question (audit.md 1b).
//! **Why:** a family that is handed over needs to know to whom.
//!
//! Source: HANTS-DN-02, Ending the Child in Need plan / Step Down.

use crate::protocol::ending_day::{not_answered, not_done, not_held};
use crate::protocol::{Report, Rule, Severity, Terms, Topic};
use crate::record::Record;
use crate::record::ending::{EndRoute, Ending, StepDownRoute};

/// See the module.
pub static RULE: Rule = Rule { code: "step-down-meeting-incomplete", topic: Topic::Ending, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let ending = &record.ending;
    if !ending.route.is(EndRoute::StepDown) || ending.step_down_route.is(StepDownRoute::JointVisit) {
        return report.not_applicable();
    }
    if !ending.step_down_route.is(StepDownRoute::TeamAroundTheChild) {
        not_answered(
            report,
            record,
            terms,
            (&ending.step_down_route, Ending::step_down_route.here(), "route"),
        );
        return;
    }
    not_answered(report, record, terms, (&ending.meeting, Ending::meeting.here(), "unmet"));
    if let Some(id) = ending.meeting.id() {
        match record.meetings.iter().find(|meeting| meeting.id == *id) {
            Some(meeting) => not_held(report, terms, meeting),
            None => {
                report.unknown(Ending::meeting.here());
            }
        }
    }
    not_answered(
        report,
        record,
        terms,
        (&ending.receiving_service, Ending::receiving_service.here(), "service"),
    );
    if ending.new_lead.is_blank() {
        let finding = not_done(report, record, terms, Ending::new_lead.here());
        finding.saying("lead").at_most(Severity::Ask);
    }
}
