//! An agency of the group that was not told in writing that the case closes.
//!
//! **Asks:** every agency still in the group on the day the case closes has a written notice. Membership
//! counts from its first day and to its last. Children's Services writes the notices and needs none.
//! **Why:** an agency that does not know goes on relying on a plan that is over.
//!
//! Source: HANTS-CLO-04, Ending the Child in Need plan / Closure; domain.md 1.5.7; audit.md 1a.40.

use crate::protocol::ending_day::not_done;
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::ending::{ClosureNotice, EndRoute, NoticeStatus};
use crate::record::plan::Plan;
use crate::record::professionals::{AgencyKind, Professional};
use crate::record::{Place, Record, first_by_id};
use chrono::NaiveDate;

/// See the module.
pub static RULE: Rule = Rule { code: "agency-not-told-of-closure", topic: Topic::Ending, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    if !record.ending.route.is(EndRoute::Closure) {
        return report.not_applicable();
    }
    let Some(end) = record.plan.ended_on.get() else {
        report.unknown(Plan::ended_on.here());
        return;
    };
    let mut untold: Vec<&str> = Vec::new();
    for member in record.professionals.iter().filter(|member| belongs(member, end)) {
        let agency = record.agency_of(member);
        let inside = agency.is_some_and(|agency| agency.kind.is(AgencyKind::ChildrensServices));
        let notices: Vec<&ClosureNotice> = notices(record, member).collect();
        if inside || notices.iter().any(|notice| was_sent(notice)) {
            continue;
        }
        match first_by_id(notices) {
            Some(notice) => {
                not_done(report, record, terms, ClosureNotice::status.at(notice)).saying("not-sent");
            }
            None => {
                let name = agency.map_or(member.name.trim(), |agency| agency.name.trim());
                if let Err(at) = untold.binary_search(&name) {
                    untold.insert(at, name);
                }
            }
        }
    }
    if !untold.is_empty() {
        let finding = not_done(report, record, terms, Place::home("ending/notices"));
        finding.with("who", Fact::Words(untold.join(", ")));
    }
}

fn belongs(member: &Professional, end: NaiveDate) -> bool {
    member.member_from.get().is_none_or(|from| from <= end)
        && member.member_to.get().is_none_or(|to| to >= end)
}

/// The notices to this member and to any other of the same agency.
fn notices<'a>(record: &'a Record, member: &'a Professional) -> impl Iterator<Item = &'a ClosureNotice> {
    let same = |other: &&Professional| {
        other.id == member.id || !member.agency.is_blank() && other.agency == member.agency
    };
    let members = record.professionals.iter().filter(same);
    members.flat_map(|other| record.ending.notices.iter().filter(|notice| notice.to.id() == Some(&other.id)))
}

fn was_sent(notice: &ClosureNotice) -> bool {
    notice.status.is(NoticeStatus::Sent) || notice.status.is_blank() && notice.sent_on.get().is_some()
}
