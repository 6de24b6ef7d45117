//! A report that does not say what the agency has done since the last meeting, or leaves a gap.
//!
//! **Asks:** each report that is there says what the agency has done since the last meeting, and
//! tells about no shorter time: from the day of that meeting, or the day after it.
//! **Why:** what happened in a gap is told by nobody.
//!
//! Source: CALD-PREP-16, What happens if a key agency will not be represented; decisions.md 5; domain.md 1.5.7.

use crate::protocol::meetings::{held_before, in_hand};
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::meeting::Meeting;
use crate::record::report::AgencyReport;

/// See the module.
pub static RULE: Rule = Rule { code: "report-without-involvement", topic: Topic::AgencyReports, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let mut applies = false;
    for meeting in in_hand(record, terms) {
        for row in record.reports_to(meeting).filter(|row| row.is_there()) {
            applies = true;
            report.wants(&row.involvement, AgencyReport::involvement.at(row));
            gap(record, row, meeting, terms, report);
        }
    }
    if !applies {
        report.not_applicable();
    }
}

fn gap(record: &Record, row: &AgencyReport, meeting: &Meeting, terms: &Terms<'_>, report: &mut Report) {
    let Some(last) = held_before(record, meeting, terms).and_then(|last| last.on.get()) else { return };
    let place = AgencyReport::period_from.at(row);
    match row.period_from.get() {
        Some(from) if last.succ_opt().is_some_and(|next| from > next) => {
            let finding = report.unmet(place).saying("gap");
            finding.with("from", Fact::Day(from)).with("last", Fact::Day(last));
        }
        None if !row.period_from.is_blank() => _ = report.unknown(place),
        _ => {}
    }
}
