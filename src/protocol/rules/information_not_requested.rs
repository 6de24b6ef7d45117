//! An agency that gives a service and was not asked for information.
//!
//! **Asks:** each agency that gives or offers a service to the child or family was asked for information, and on
//! which day. Children's Services, which asks, is left out.
//! **Why:** one agency often knows what the others need to see the whole.
//!
//! Source: HANTS-ASM-12, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::codes::YesNo;
use crate::record::professionals::{Agency, AgencyKind};

/// See the module.
pub static RULE: Rule = Rule { code: "information-not-requested", topic: Topic::Assessment, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let own = AgencyKind::ChildrensServices;
    let mut applies = false;
    for agency in record.agencies.iter().filter(|agency| !agency.kind.is(own)) {
        match agency.gives_service.get() {
            Some(YesNo::Yes) => {
                applies = true;
                let place = Agency::information_requested_on.at(agency);
                report.wants(&agency.information_requested_on, place);
            }
            Some(YesNo::No) => {}
            None => {
                report.unknown(Agency::gives_service.at(agency));
            }
        }
    }
    if !applies {
        report.not_applicable();
    }
}
