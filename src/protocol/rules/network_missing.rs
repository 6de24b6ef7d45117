//! A wider network that is not written down.
//!
//! **Asks:** the record names somebody in the wider network, each with basic contact details.
//! **Why:** friends, relatives and others often help first, and must be found when they are needed.
//!
//! Source: HANTS-ASM-11, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::people::Contact;
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "network-missing", topic: Topic::Family, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    if record.network.is_empty() {
        report.unmet(Place::home("network"));
    }
    for contact in &record.network {
        report.wants_saying("contact-missing", &contact.contact, Contact::contact.at(contact));
    }
}
