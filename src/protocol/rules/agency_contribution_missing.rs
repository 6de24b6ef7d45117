//! An agency in the group, and nothing on what it can contribute.
//!
//! **Asks:** each agency in the group says what it can contribute so that the outcomes are achieved. In the group
//! is an agency with a professional in it today, and each key agency. Its report to a meeting may say it.
//! **Why:** a plan can count only on what somebody has said that they can give.
//!
//! Source: HANTS-ATT-03, The Multi-Agency Planning Meeting and the Child in Need plan.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::codes::YesNo;
use crate::record::professionals::Agency;
use crate::record::report::AgencyReport;

/// See the module.
pub static RULE: Rule = Rule { code: "agency-contribution-missing", topic: Topic::Group, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let in_group = |agency: &&Agency| {
        agency.key_agency.is(YesNo::Yes)
            || record.group_on(terms.today).any(|professional| professional.agency.id() == Some(&agency.id))
    };
    let mut agencies = record.agencies.iter().filter(in_group).peekable();
    if agencies.peek().is_none() {
        report.not_applicable();
    }
    for agency in agencies {
        let reported = |row: &&AgencyReport| row.agency.id() == Some(&agency.id) && !row.contribution.is_blank();
        let said = record.reports.iter().find(reported).map_or(&agency.contribution, |row| &row.contribution);
        report.wants(said, Agency::contribution.at(agency));
    }
}
