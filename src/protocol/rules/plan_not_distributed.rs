//! An agreed plan that has not gone to everybody.
//!
//! **Asks:** every family member who may have the plan and every member of the group is sent it in
//! time, or it is withheld as unsafe by somebody who says why.
//! **Why:** people cannot do their part in a plan that they have not got.
//! Source: HANTS-DIST-01, Reviewing the plan; decisions.md 2, 6 and 8.

use crate::calendar::Worked;
use crate::protocol::timescales::{CopyState, Distribution, Recipient, distribution};
use crate::protocol::{Fact, Finding, Report, Rule, Severity, Terms, Topic};
use crate::record::distribution::PlanCopy;
use crate::record::people::{MayReceive, Person};
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "plan-not-distributed", topic: Topic::Distribution, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let sending = match distribution(record, terms) {
        Ok(sending) => sending,
        Err(stopped) => return stopped.say(report),
    };
    for row in record.people.iter().filter(|row| row.may_receive_plan.get().is_none()) {
        report.unknown(Person::may_receive_plan.at(row));
    }
    // Who is to have nothing at all is told why no less than who does not get one copy (decisions.md 2).
    for row in record.people.iter().filter(|row| row.may_receive_plan.is(MayReceive::Nothing)) {
        if row.may_receive_reason.is_blank() {
            let finding = report.unmet(Person::may_receive_reason.at(row)).saying("unsafe-without-reason");
            finding.at_most(Severity::Should).with("who", Fact::Person(row.id.clone()));
        }
    }
    let copies = sending.recipients.iter().filter(|row| !row.is_child).collect::<Vec<_>>();
    look(&sending, &copies, Place::home("distribution/copies"), report);
}

/// Reports these copies: each at its row, and those without a row together.
pub(super) fn look(sending: &Distribution, copies: &[&Recipient], home: Place, report: &mut Report) {
    let rows = copies.iter().filter_map(|copy| Some((copy, copy.row.as_ref()?)));
    rows.for_each(|(copy, row)| look_at_row(sending, copy, row, report));
    let missing = copies.iter().filter(|copy| copy.row.is_none()).count();
    let count = Fact::Count(u32::try_from(missing).unwrap_or(u32::MAX));
    if let Some(finding) = (missing > 0).then(|| outstanding(sending, home, report)).flatten() {
        finding.with("count", count).with("meeting", Fact::Day(sending.held_on));
    }
}

fn look_at_row(sending: &Distribution, copy: &Recipient, row: &Place, report: &mut Report) {
    let finding = match copy.copy {
        CopyState::Unexplained => {
            report.unmet(row.at_key(PlanCopy::reason.key)).saying("unsafe-without-reason")
        }
        CopyState::SentUndated if sending.passed != Some(false) => {
            report.unknown(row.at_key(PlanCopy::sent_on.key)).saying("undated")
        }
        CopyState::Sent(day) => match &sending.deadline {
            Worked::Known { date, working } if day > *date => {
                let late = report.unmet(row.at_key(PlanCopy::sent_on.key)).saying("late");
                late.by(*date, Some(working.clone())).at_most(Severity::Info).with("sent", Fact::Day(day))
            }
            _ => return,
        },
        CopyState::NotYet => match outstanding(sending, row.at_key(PlanCopy::status.key), report) {
            Some(finding) if finding.says == "due" => finding.saying("copy-due"),
            Some(finding) => finding.saying("copy"),
            None => return,
        },
        CopyState::SentUndated | CopyState::Withheld => return,
    };
    finding.with("who", Fact::Person(copy.who.clone()));
}

/// A copy that is still to be sent: past its day, pressing, or merely to come (decisions.md 2).
fn outstanding<'a>(sending: &Distribution, place: Place, report: &'a mut Report) -> Option<&'a mut Finding> {
    let Worked::Known { date, working } = &sending.deadline else {
        report.unknown(place).saying("calendar");
        return None;
    };
    let working = Some(working.clone());
    Some(match (sending.passed, sending.soon) {
        (Some(true), _) => report.unmet(place).by(*date, working),
        (_, Some(true)) => report.due(place, *date, working).at_most(Severity::Should),
        _ => report.due(place, *date, working).at_most(Severity::Info),
    })
}
