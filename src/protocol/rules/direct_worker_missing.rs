//! Nobody chosen to work directly with the child.
//!
//! **Asks:** somebody in the group does the direct work with the child.
//! **Why:** the lead professional is not always the person whom the child can best talk to.
//!
//! Source: HANTS-LEAD-03, The Multi-Agency Planning Meeting and the Child in Need plan.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::codes::YesNo;
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "direct-worker-missing", topic: Topic::Group, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    if !record.group_on(terms.today).any(|one| one.direct_worker.is(YesNo::Yes)) {
        report.unmet(Place::home("professionals"));
    }
}
