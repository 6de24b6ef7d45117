//! A key agency, and nothing on why it is one.
//!
//! **Asks:** each key agency has one of three reasons: it is relevant for the child and the family now, it is
//! involved already, or it needs to be.
//! **Why:** the reason tells who cannot be missing from a meeting.
//!
//! Source: CALD-PREP-13, footnote 2; domain/audit.md part 2 (one of three reasons chosen).

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::codes::YesNo;
use crate::record::professionals::Agency;

/// See the module.
pub static RULE: Rule = Rule { code: "key-agency-without-reason", topic: Topic::Group, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if !record.agencies.iter().any(|agency| agency.key_agency.is(YesNo::Yes)) {
        report.not_applicable();
    }
    for agency in &record.agencies {
        if agency.key_agency.is(YesNo::Yes) {
            report.wants(&agency.key_reason, Agency::key_reason.at(agency));
        } else if agency.key_agency.given().is_none() {
            report.unknown(Agency::key_agency.at(agency));
        }
    }
}
