//! A step down by joint visit that lacks the visit, or one of the two who make it joint.
//!
//! **Asks:** a step down says how it is done; a joint visit has its day, and social care and the Early
//! Help Hub both took part.
//! **Why:** the family meets the people who take over while those who leave are in the room.
//!
//! Source: HANTS-DN-01, Ending the Child in Need plan / Step Down.

use crate::protocol::ending_day::{not_answered, not_done};
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::codes::YesNo;
use crate::record::ending::{EndRoute, Ending, StepDownRoute};
use crate::record::{Choice, Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "joint-visit-incomplete", topic: Topic::Ending, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let ending = &record.ending;
    if !ending.route.is(EndRoute::StepDown) || ending.step_down_route.is(StepDownRoute::TeamAroundTheChild) {
        return report.not_applicable();
    }
    if !ending.step_down_route.is(StepDownRoute::JointVisit) {
        not_answered(
            report,
            record,
            terms,
            (&ending.step_down_route, Ending::step_down_route.here(), "route"),
        );
        return;
    }
    let visit = Ending::joint_visit_on.here();
    if let Some(day) = ending.joint_visit_on.get().filter(|day| *day > terms.today) {
        report.due(visit, day, None).saying("planned");
        return;
    }
    not_answered(report, record, terms, (&ending.joint_visit_on, visit, "unmet"));
    let mut took_part = |answer: &Choice<YesNo>, place: Place, says: &'static str| {
        if answer.is(YesNo::No) {
            not_done(report, record, terms, place).saying(says);
        } else {
            not_answered(report, record, terms, (answer, place, says));
        }
    };
    took_part(&ending.social_care_attended, Ending::social_care_attended.here(), "social-care");
    took_part(&ending.early_help_attended, Ending::early_help_attended.here(), "early-help");
}
