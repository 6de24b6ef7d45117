//! A plan of a Tier 4 service, and nothing on how this plan fits with it.
//!
//! **Asks:** where another agency already gives a service at Tier 4, the record says how this plan adds to that
//! agency's.
//! **Why:** that agency goes on with its own plan, and this one must not pull the other way.
//!
//! Source: HANTS-PREC-02, The Multi-Agency Planning Meeting and the Child in Need plan. The tier is the
//! sentence's own condition, not a figure that councils vary.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::plan::OtherPlan;
use crate::record::{Record, Typed};

/// See the module.
pub static RULE: Rule = Rule { code: "tier-four-plan-without-fit", topic: Topic::OtherPlans, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let mut applies = false;
    for plan in &record.plan.other_plans {
        match plan.tier {
            Typed::Given(4) => {
                applies = true;
                report.wants(&plan.fits, OtherPlan::fits.at(plan));
            }
            Typed::Unread(_) => {
                report.unknown(OtherPlan::tier.at(plan));
            }
            Typed::Given(_) | Typed::Blank => {}
        }
    }
    if !applies {
        report.not_applicable();
    }
}
