//! A family that was not told in writing that the case closes.
//!
//! **Asks:** the family has a written notice of the closure, or writing would put somebody at risk, and
//! who decided that is recorded. Every notice that was begun is seen through.
//! **Why:** the family must be able to rely on it that social care has gone, and on whom to ask now.
//!
//! Source: HANTS-CLO-05, Ending the Child in Need plan / Closure; audit.md, decision on "unsafe".

use crate::protocol::ending_day::not_done;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::ending::{ClosureNotice, EndRoute, NoticeStatus};
use crate::record::plan::Plan;
use crate::record::{Place, Record, Typed};

/// See the module.
pub static RULE: Rule = Rule { code: "family-not-told-of-closure", topic: Topic::Family, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    if !record.ending.route.is(EndRoute::Closure) {
        return report.not_applicable();
    }
    if record.plan.ended_on.get().is_none() {
        report.unknown(Plan::ended_on.here());
        return;
    }
    let mut notices = record.ending.notices.iter().filter(|notice| to_family(record, notice)).peekable();
    if notices.peek().is_none() {
        not_done(report, record, terms, Place::home("ending/notices"));
    }
    for notice in notices {
        match notice.status {
            Typed::Given(NoticeStatus::Sent) => {}
            Typed::Given(NoticeStatus::Unsafe) if notice.unsafe_reason.is_blank() => {
                let place = ClosureNotice::unsafe_reason.at(notice);
                not_done(report, record, terms, place).saying("unsafe-without-reason");
            }
            Typed::Given(NoticeStatus::Unsafe) => {}
            Typed::Unread(_) => {
                report.unknown(ClosureNotice::status.at(notice));
            }
            Typed::Blank if notice.sent_on.get().is_some() => {}
            Typed::Given(NoticeStatus::NotYet) | Typed::Blank => {
                not_done(report, record, terms, ClosureNotice::status.at(notice)).saying("not-sent");
            }
        }
    }
}

fn to_family(record: &Record, notice: &ClosureNotice) -> bool {
    let Some(to) = notice.to.id() else { return false };
    record.people.iter().any(|person| person.id == *to) || record.children.iter().any(|child| child.id == *to)
}
