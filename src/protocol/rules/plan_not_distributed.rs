//! An agreed plan that has not gone to everybody.
//!
//! **Asks:** every family member who may have the plan and every member of the group is sent it in
//! time, or it is withheld as unsafe by somebody who says why.
//! **Why:** people cannot do their part in a plan that they have not got.
//! Source: HANTS-DIST-01, Reviewing the plan; decisions.md 2, 6 and 8.

use crate::protocol::sending::look;
use crate::protocol::timescales::distribution;
use crate::protocol::{Fact, Report, Rule, Severity, Terms, Topic};
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
