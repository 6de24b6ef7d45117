//! A manager's agreements, and rules set aside with a reason.  domain.md 2.3 U

use super::choice::{Choice, codes};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::Day;

codes! {
    /// What a Team Manager agreed to.
    AgreementKind "agreement-kind" { ThreeMonthlyReview "three-monthly-review", Closure "closure", Exclusion "exclusion" }
}

section! {
    /// A Team Manager's agreement.  HANTS-REV-03
    row Agreement "agreement" at "agreements" {
        /// To what.
        kind: Choice<AgreementKind>, Professionals;
        /// Who agreed.
        name: Text, Professionals;
        /// In what role.
        role: Text, Professionals;
        /// The day.
        on: Day, Professionals;
        /// Why.
        reason: Narrative, Professionals;
    }

    /// A rule set aside at one place, with a reason.
    row Override "override" at "overrides" {
        /// The rule's code.
        rule: Text, Professionals;
        /// The place, as a finding has it.
        place: Text, Professionals;
        /// Why the rule is set aside here.
        reason: Narrative, Professionals;
        /// Who set it aside.
        name: Text, Professionals;
        /// In what role.
        role: Text, Professionals;
        /// When, as the host's clock had it: a day, or a day and a time.
        at: Text, Professionals;
    }
}
