//! A child without a record of what they were told and agreed to about sharing information.
//!
//! **Asks:** for each child who is born there is a record: signed and on which day, refused, withdrawn, or not
//! asked or not appropriate and why.
//! **Why:** a child who understands enough has a say, and where not, somebody has judged so.
//!
//! Source: HANTS-INFO-03, Information sharing; domain/audit.md 1a.23.

use super::parent_without_consent_record::wants_record;
use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "child-without-consent-record", topic: Topic::Sharing, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.children.is_empty() {
        report.unknown(Place::home("children"));
    } else if record.all_unborn() {
        report.not_applicable();
    }
    for child in record.children.iter().filter(|child| !child.is_unborn()) {
        wants_record(&child.id, record, report);
    }
}
