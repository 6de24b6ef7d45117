//! A referral that neither a person nor an agency was asked to make.
//!
//! **Asks:** each referral or request says which person or agency makes it; one that was withdrawn need not.
//! **Why:** a referral that everybody leaves to another is not made.
//!
//! Source: HANTS-REF-01, Reviewing the plan.

use crate::protocol::{Report, Rule, Terms, Topic};
use crate::record::Record;
use crate::record::referrals::{Referral, ReferralOutcome};

/// See the module.
pub static RULE: Rule = Rule { code: "referral-without-referrer", topic: Topic::Referrals, check };

fn check(record: &Record, _: &Terms<'_>, report: &mut Report) {
    for referral in record.referrals.iter().filter(|row| !row.outcome.is(ReferralOutcome::Withdrawn)) {
        if referral.by.is_blank() && referral.by_agency.is_blank() {
            report.unmet(Referral::by.at(referral));
        }
    }
}
