//! A lead professional whom the group cannot reach.
//!
//! **Asks:** the record says how the group reaches the lead professional between meetings.
//! **Why:** the lead professional is the one who is told what happens between meetings.
//!
//! Source: HANTS-LEAD-02, The Multi-Agency Planning Meeting and the Child in Need plan.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::professionals::Professional;

/// See the module.
pub static RULE: Rule = Rule { code: "lead-contact-missing", topic: Topic::Group, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let mut leads = record.group_on(terms.today).filter(|one| one.is_lead()).peekable();
    if leads.peek().is_none() {
        report.not_applicable();
    }
    for lead in leads {
        report.wants(&lead.contact, Professional::contact.at(lead));
    }
}
