//! What is said of copies of the plan that are to be sent.  HANTS-DIST-01, HANTS-DIST-02; decisions.md 2

use super::finding::{Fact, Finding, Severity};
use super::rule::Report;
use super::timescales::{CopyState, Distribution, Recipient};
use crate::calendar::Worked;
use crate::record::Place;
use crate::record::distribution::PlanCopy;

/// Reports these copies: each at its row, and those without a row together.
pub fn look(sending: &Distribution, copies: &[&Recipient], home: Place, report: &mut Report) {
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
