//! A report of which nobody knows who made it.
//!
//! **Asks:** each report that is there says who made it, and in what role.
//! **Why:** what an agency says of a child is weighed by who saw it, and they may be asked.
//!
//! Source: ours; domain.md 2.3 G.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::report::AgencyReport;

/// See the module.
pub static RULE: Rule = Rule { code: "report-unsigned", topic: Topic::AgencyReports, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let mut there = record.reports.iter().filter(|row| row.is_there()).peekable();
    if there.peek().is_none() {
        report.not_applicable();
    }
    for row in there {
        report.wants(&row.author, AgencyReport::author.at(row));
        report.wants_saying("role", &row.author_role, AgencyReport::author_role.at(row));
    }
}
