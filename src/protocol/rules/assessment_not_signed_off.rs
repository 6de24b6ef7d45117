//! An assessment without a manager having overseen it.
//!
//! **Asks:** the record names the manager who oversaw the assessment and the day, and says how its quality was
//! assured.
//! **Why:** a second pair of eyes catches what one worker misses.
//!
//! Source: HANTS-ASM-19, Assessments.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::assessment::Assessment;

/// See the module.
pub static RULE: Rule = Rule { code: "assessment-not-signed-off", topic: Topic::Assessment, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let assessment = &record.assessment;
    if report.wants(&assessment.signed_off_by, Assessment::signed_off_by.here()).is_none() {
        report.wants_saying("day-missing", &assessment.signed_off_on, Assessment::signed_off_on.here());
    }
    let place = Assessment::quality_assured.here();
    report.wants_saying("quality-not-assured", &assessment.quality_assured, place);
}
