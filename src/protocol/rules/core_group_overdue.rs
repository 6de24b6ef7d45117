//! A core group whose last day has passed, or comes next.
//!
//! **Asks:** the first core group meets within a pack’s figure of the conference, and then at least
//! as often as the pack says. A core group that was late and has met since is history.
//! **Why:** the conference decides, and the core group does the work.
//!
//! Source: ours; the figures are a pack’s, because neither document has any (domain.md 1.6 and 3.2).

use crate::calendar::Worked;
use crate::protocol::pack::FigureName;
use crate::protocol::timescales::{has_come, has_ended};
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::meeting::{Meeting, MeetingKind, MeetingStatus};
use crate::record::{Place, Record, first_by_id};
use chrono::NaiveDate;

/// See the module.
pub static RULE: Rule = Rule { code: "core-group-overdue", topic: Topic::Meetings, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let held = |kind: MeetingKind| {
        record.meetings.iter().filter(move |row| row.kind.is(kind) && row.status.is(MeetingStatus::Held))
    };
    if terms.interval(FigureName::FirstCoreGroup).is_none() {
        return report.not_applicable();
    }
    let both = held(MeetingKind::InitialConference).chain(held(MeetingKind::CoreGroup));
    if let Some(undated) = first_by_id(both.filter(|row| row.on.get().is_none())) {
        report.unknown(Meeting::on.at(undated));
        return;
    }
    let last = |kind: MeetingKind| {
        held(kind).filter(|row| has_come(&row.on, terms)).filter_map(|row| row.on.get()).max()
    };
    let Some(conference) = last(MeetingKind::InitialConference).filter(|_| !has_ended(record, terms)) else {
        return report.not_applicable();
    };
    let met = last(MeetingKind::CoreGroup).filter(|day| *day >= conference);
    let (from, figure) =
        met.map_or((conference, FigureName::FirstCoreGroup), |day| (day, FigureName::CoreGroup));
    let Some(due) = terms.due(from, figure) else { return report.not_applicable() };
    look(due, from, met.is_some(), terms, report);
}

fn look(due: Worked, from: NaiveDate, met: bool, terms: &Terms<'_>, report: &mut Report) {
    let place = Place::home("meetings");
    let Worked::Known { date, working } = due else {
        report.unknown(place).saying("calendar");
        return;
    };
    let finding = match (terms.today <= date, met) {
        (true, false) => report.due(place, date, Some(working)),
        (true, true) => report.due(place, date, Some(working)).saying("next-due"),
        (false, false) => report.unmet(place).by(date, Some(working)),
        (false, true) => report.unmet(place).saying("next").by(date, Some(working)),
    };
    finding.with("last", Fact::Day(from));
}
