//! Referrals and requests for specialist assessments or services.  domain.md 2.3 Q

use super::choice::{Choice, codes};
use super::link::{AnAgency, Anyone, Link};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::Day;

codes! {
    /// What became of it.
    ReferralOutcome "referral-outcome" { Waiting "waiting", Accepted "accepted", Declined "declined", Withdrawn "withdrawn" }
}

section! {
    /// A referral, or another request to an agency.
    row Referral "referral" at "referrals" {
        /// What is asked for.
        what: Narrative, Family;
        /// Which agency.
        to: Link<AnAgency>, Family;
        /// The service, where the agency is not on the list.
        to_detail: Text, Family;
        /// The person who makes it.  HANTS-REF-01
        by: Link<Anyone>, Family;
        /// The agency that makes it, where no one person does.  HANTS-REF-01
        by_agency: Link<AnAgency>, Family;
        /// By when.
        due: Day, Family;
        /// The day it was sent.
        sent_on: Day, Professionals;
        /// What became of it.
        outcome: Choice<ReferralOutcome>, Professionals;
        /// The day the agency declined in writing.  HANTS-REF-02
        declined_in_writing_on: Day, Professionals;
        /// The agency's reasons.  HANTS-REF-02
        declined_reasons: Narrative, Professionals;
    }
}
