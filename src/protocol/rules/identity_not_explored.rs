//! Culture, ethnicity and diversity that were not explored.
//!
//! **Asks:** the record says whether culture, ethnicity and diversity were explored or the family declined; where
//! they were explored, what they mean for the child; and unless the family declined, each born child's
//! culture and ethnicity.
//! **Why:** what a child lives and what helps depend on them, and they are easily passed over.
//!
//! Source: HANTS-ASM-14, Assessments. The census code for "not yet obtained" leaves ethnicity open.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::assessment::{Assessment, IdentityExplored};
use crate::record::child::Child;
use crate::record::codes::Ethnicity;

/// See the module.
pub static RULE: Rule = Rule { code: "identity-not-explored", topic: Topic::Assessment, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let assessment = &record.assessment;
    let place = Assessment::identity_explored.here();
    match assessment.identity_explored.get() {
        Some(IdentityExplored::Declined) => return,
        Some(IdentityExplored::Explored) => {
            let place = Assessment::identity_impact.here();
            report.wants_saying("impact-missing", &assessment.identity_impact, place);
        }
        Some(IdentityExplored::NotYet) => {
            report.unmet(place);
        }
        None => {
            report.wants(&assessment.identity_explored, place);
        }
    }
    for child in record.children.iter().filter(|child| !child.is_unborn()) {
        of_child(child, report);
    }
}

fn of_child(child: &Child, report: &mut Report) {
    report.wants_saying("culture-missing", &child.culture, Child::culture.at(child));
    let place = Child::ethnicity.at(child);
    if child.ethnicity.is(Ethnicity::NotObtained) {
        report.unmet(place).saying("ethnicity-missing");
    } else {
        report.wants_saying("ethnicity-missing", &child.ethnicity, place);
    }
}
