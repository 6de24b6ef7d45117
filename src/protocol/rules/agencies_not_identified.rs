//! Needs that call for several agencies, and no agency that could answer them.
//!
//! **Asks:** where the assessment found unmet needs that call for several agencies, the record names at least one
//! agency beside Children's Services.
//! **Why:** Children's Services has to find out who could help before a plan can share out the work.
//!
//! Source: HANTS-PROC-03, Process.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::assessment::Assessment;
use crate::record::codes::YesNo;
use crate::record::professionals::AgencyKind;
use crate::record::{Place, Record};

/// See the module.
pub static RULE: Rule = Rule { code: "agencies-not-identified", topic: Topic::Group, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    match record.assessment.needs_several_agencies.get() {
        Some(YesNo::Yes) => {}
        Some(YesNo::No) => return report.not_applicable(),
        None => {
            report.unknown(Assessment::needs_several_agencies.here());
            return;
        }
    }
    let own = AgencyKind::ChildrensServices;
    if !record.agencies.iter().any(|agency| !agency.name.is_blank() && !agency.kind.is(own)) {
        report.unmet(Place::home("agencies"));
    }
}
