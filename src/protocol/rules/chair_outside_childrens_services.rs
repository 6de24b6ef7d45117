//! A chair who does not work for Children's Services.
//!
//! **Asks:** the meeting is chaired by a worker of Children's Services.
//! **Why:** Children's Services answers for the plan.
//! Source: HANTS-CHAIR-01, The Multi-Agency Planning Meeting and the Child in Need plan; decisions.md 8.

use crate::protocol::timescales::chaired_meetings;
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;
use crate::record::professionals::{Agency, AgencyKind, Professional};
use std::collections::HashMap;

/// See the module.
pub static RULE: Rule = Rule { code: "chair-outside-childrens-services", topic: Topic::Meetings, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let group: HashMap<_, _> = record.professionals.iter().map(|row| (&row.id, row)).collect();
    let mut chaired = chaired_meetings(record, terms).peekable();
    if chaired.peek().is_none() {
        return report.not_applicable();
    }
    for meeting in chaired {
        match meeting.chair.id().and_then(|id| group.get(id)) {
            Some(chair) => look(record, meeting, chair, report),
            None => _ = report.unknown(Meeting::chair.at(meeting)),
        }
    }
}

fn look(record: &Record, meeting: &Meeting, chair: &Professional, report: &mut Report) {
    match record.agency_of(chair).map(|row| (row, row.kind.get())) {
        None => _ = report.unknown(Professional::agency.at(chair)).saying("no-agency"),
        Some((row, None)) => _ = report.unknown(Agency::kind.at(row)).saying("no-agency"),
        Some((_, Some(AgencyKind::ChildrensServices))) => {}
        Some(_) => {
            report.unmet(Meeting::chair.at(meeting)).with("chair", Fact::Person(chair.id.clone()));
        }
    }
}
