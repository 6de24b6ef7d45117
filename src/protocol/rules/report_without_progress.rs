//! A report without an analysis of progress.
//!
//! **Asks:** each report that is there says how far things have come against what was expected.
//! **Why:** the group can then tell whether the plan works.
//!
//! Source: CALD-PREP-17, What happens if a key agency will not be represented; decisions.md 5.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::report::AgencyReport;

/// See the module.
pub static RULE: Rule = Rule { code: "report-without-progress", topic: Topic::AgencyReports, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let meetings = in_hand(record, terms).into_iter();
    let mut there = meetings.flat_map(|meeting| record.reports_to(meeting)).filter(|row| row.is_there()).peekable();
    if there.peek().is_none() {
        return report.not_applicable();
    }
    for row in there {
        report.wants(&row.progress_analysis, AgencyReport::progress_analysis.at(row));
    }
}
