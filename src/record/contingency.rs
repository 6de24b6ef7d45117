//! What happens if things do not change in time.  domain.md 2.3 M

use super::choice::{Choice, Choices, codes};
use super::codes::{DoneOrUnsafe, YesNo};
use super::link::{Anyone, Link};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::Day;

codes! {
    /// What a contingency plan may hold (Calderdale guide, What if progress is not being made).
    ContingencyOption "contingency-option" {
        ExtendedFamily "extended-family", LivingArrangements "living-arrangements", Reassessment "reassessment",
        StatutoryAction "statutory-action", Other "other",
    }
    /// Where a Family Group Conference stands (Calderdale guide, footnote 4; audit.md part 3).
    FamilyGroupConference "family-group-conference" { NotConsidered "not-considered", Considered "considered", Offered "offered", Held "held", Declined "declined" }
}

section! {
    /// The contingency plan.  CALD-CONT-01 to 07
    part Contingency "contingency" at "contingency" {
        /// What would have to happen, or not happen, for this to begin.
        trigger: Narrative, Family;
        /// By when progress must be seen.
        by: Day, Family;
        /// What will be done then.
        action: Narrative, Family;
        /// Who does it.
        owner: Link<Anyone>, Family;
        /// What kinds of step it holds.
        options: Choices<ContingencyOption>, Professionals;
        /// Where a Family Group Conference stands.
        family_group_conference: Choice<FamilyGroupConference>, Professionals;
        /// What happens if parents do not take part.  CALD-MEET-04
        non_cooperation: Narrative, Family;
        /// Whether it was talked over with the parents beforehand.  CALD-CONT-03
        discussed_with_parents: Choice<DoneOrUnsafe>, Professionals;
        /// The day of that.
        discussed_on: Day, Professionals;
        /// Why it was not.
        not_discussed_reason: Narrative, Professionals;
        /// Whether the parents agreed.
        agreed_by_parents: Choice<YesNo>, Professionals;
        /// Whom to ring in an emergency or at night.
        emergency_contact: Text, Family;
    }
}

impl Contingency {
    /// Whether nothing was said about what starts it, by when, what is done and who does it.
    pub fn is_missing(&self) -> bool {
        self.trigger.is_blank() && self.by.is_blank() && self.action.is_blank() && self.owner.is_blank()
    }
}
