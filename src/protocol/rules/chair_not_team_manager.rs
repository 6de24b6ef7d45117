//! A chair who is neither the Team Manager nor asked by them.
//!
//! **Asks:** the chair is the Team Manager, or somebody whom the Team Manager asked.
//! **Why:** the protocol expects it as a rule, not always.
//! Source: HANTS-CHAIR-02, The Multi-Agency Planning Meeting and the Child in Need plan; decisions.md 8.

use crate::protocol::timescales::chaired_meetings;
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::codes::YesNo;
use crate::record::meeting::Meeting;
use crate::record::professionals::{Professional, ProfessionalRole};
use std::collections::HashMap;

/// See the module.
pub static RULE: Rule = Rule { code: "chair-not-team-manager", topic: Topic::Meetings, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let group: HashMap<_, _> = record.professionals.iter().map(|row| (&row.id, row)).collect();
    let mut chaired = false;
    for meeting in chaired_meetings(record, terms) {
        if let Some(chair) = meeting.chair.id().and_then(|id| group.get(id)) {
            chaired = true;
            look(meeting, chair, report);
        }
    }
    if !chaired {
        report.not_applicable();
    }
}

fn look(meeting: &Meeting, chair: &Professional, report: &mut Report) {
    if chair.role.is(ProfessionalRole::TeamManager) || meeting.chair_designated.is(YesNo::Yes) {
        return;
    }
    if chair.role.get().is_none() {
        report.unknown(Professional::role.at(chair));
        return;
    }
    let finding = report.unmet(Meeting::chair_designated.at(meeting));
    let finding = if meeting.chair_designated.is(YesNo::No) { finding.saying("not-asked") } else { finding };
    finding.with("chair", Fact::Person(chair.id.clone()));
}
