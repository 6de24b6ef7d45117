//! A request that an agency declined without writing, or without saying why.
//!
//! **Asks:** where an agency declined, the day it wrote and its reasons are recorded.
//! **Why:** the group needs the reasons to look for other help or to disagree.
//!
//! Source: HANTS-REF-02, Reviewing the plan.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::referrals::{Referral, ReferralOutcome};
use crate::record::{Record, Typed};

/// See the module.
pub static RULE: Rule = Rule { code: "referral-declined-not-in-writing", topic: Topic::Referrals, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    let mut declined =
        record.referrals.iter().filter(|row| row.outcome.is(ReferralOutcome::Declined)).peekable();
    if declined.peek().is_none() {
        return report.not_applicable();
    }
    for referral in declined {
        match referral.declined_in_writing_on {
            Typed::Given(_) => {}
            Typed::Unread(_) => {
                report.unknown(Referral::declined_in_writing_on.at(referral));
            }
            Typed::Blank => {
                report.unmet(Referral::declined_in_writing_on.at(referral));
            }
        }
        if referral.declined_reasons.is_blank() {
            report.unmet(Referral::declined_reasons.at(referral)).saying("reasons");
        }
    }
}
