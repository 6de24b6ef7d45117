//! A member who left the group, and nobody agreed to it.
//!
//! **Asks:** each professional who has left did so in one of two ways: the chair agreed and the day is recorded,
//! or the agency wrote to the chair. The second is looked at by another rule. Where a colleague of the same agency is in
//! the group, the agency goes on, and nobody is asked.
//! **Why:** a service that fades out leaves a gap that nobody planned for.
//!
//! Source: HANTS-MEM-01, Reviewing the plan; domain/decisions.md 6.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::professionals::{ExitRoute, Professional};
use crate::record::{Record, Typed};
use chrono::NaiveDate;

/// See the module.
pub static RULE: Rule = Rule { code: "member-left-without-agreement", topic: Topic::Group, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let gone = record.professionals.iter().filter(|one| has_left(one, terms.today));
    let mut leaving = gone.filter(|one| !record.is_replaced(one, terms.today)).peekable();
    if leaving.peek().is_none() {
        report.not_applicable();
    }
    for member in leaving {
        if member.exit_route.is(ExitRoute::ChairAgreed) {
            let place = Professional::exit_notice_on.at(member);
            report.wants_saying("day-missing", &member.exit_notice_on, place);
        } else if matches!(member.member_to, Typed::Unread(_)) && member.exit_route.is_blank() {
            report.unknown(Professional::member_to.at(member));
        } else {
            report.wants(&member.exit_route, Professional::exit_route.at(member));
        }
    }
}

/// A day of leaving that is still to come leaves time to ask the chair.
fn has_left(member: &Professional, today: NaiveDate) -> bool {
    match &member.member_to {
        Typed::Given(day) => *day <= today,
        Typed::Unread(_) => true,
        Typed::Blank => !member.exit_route.is_blank(),
    }
}
