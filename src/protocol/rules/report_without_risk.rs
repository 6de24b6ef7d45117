//! A report without an assessment of risk or unmet need.
//!
//! **Asks:** each report that is there says what risks and unmet needs the agency sees.
//! **Why:** a risk that one agency sees must reach the others.
//!
//! Source: CALD-PREP-18, What happens if a key agency will not be represented; decisions.md 5.

use crate::protocol::meetings::in_hand;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::report::AgencyReport;

/// See the module.
pub static RULE: Rule = Rule { code: "report-without-risk", topic: Topic::AgencyReports, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let meetings = in_hand(record, terms).into_iter();
    let mut there = meetings.flat_map(|meeting| record.reports_to(meeting)).filter(|row| row.is_there()).peekable();
    if there.peek().is_none() {
        return report.not_applicable();
    }
    for row in there {
        report.wants(&row.risk_and_unmet_need, AgencyReport::risk_and_unmet_need.at(row));
    }
}
