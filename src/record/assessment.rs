//! The assessment that the plan rests on, the risks it found, and its analysis.
//!
//! Hampshire protocol, Process and Assessments; domain.md 2.3 J; audit.md part 3.

use super::choice::{Choice, codes};
use super::codes::{DoneOrUnsafe, YesNo};
use super::link::{AChild, Links};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::{Day, Number};

codes! {
    /// Whether culture, ethnicity and diversity were explored with the family.
    IdentityExplored "identity-explored" { Explored "explored", Declined "declined", NotYet "not-yet" }
}

section! {
    /// The child and family assessment.
    part Assessment "assessment" at "assessment" {
        /// The team that holds the case.  HANTS-PROC-01
        team: Text, Professionals;
        /// The day it began.  HANTS-INFO-04
        started_on: Day, Professionals;
        /// The day it was completed.  HANTS-PROC-02
        completed_on: Day, Professionals;
        /// Family history.  HANTS-ASM-01
        history: Narrative, Professionals;
        /// Services asked for, offered or given before.  HANTS-ASM-01
        previous_services: Narrative, Professionals;
        /// Circumstances now.  HANTS-ASM-01
        current_circumstances: Narrative, Professionals;
        /// What was observed of the child with family and others who matter.  HANTS-ASM-04
        relationships_observed: Narrative, Professionals;
        /// How parents and carers were involved, and in finding services.  HANTS-ASM-06
        parents_involvement: Narrative, Professionals;
        /// What was tried to engage the whole family.  HANTS-ASM-10
        engagement_attempts: Narrative, Professionals;
        /// Whether culture, ethnicity and diversity were explored.  HANTS-ASM-14
        identity_explored: Choice<IdentityExplored>, Professionals;
        /// What they mean for this child's experience.  HANTS-ASM-14
        identity_impact: Narrative, Professionals;
        /// Whether the assessment found unmet needs that call for several agencies.  HANTS-PROC-03
        needs_several_agencies: Choice<YesNo>, Professionals;
        /// What the information, put together, means.  HANTS-ASM-15
        analysis: Narrative, Professionals;
        /// Whether the analysis was explained to the family.  HANTS-ASM-17
        explained_to_family: Choice<DoneOrUnsafe>, Professionals;
        /// Who decided that explaining it would be unsafe, and why.
        explained_unsafe_reason: Narrative, Professionals;
        /// Whether it was explained to the professionals.  HANTS-ASM-17
        explained_to_professionals: Choice<YesNo>, Professionals;
        /// Whether the completed assessment was shared with the family.  HANTS-PROC-02
        shared_with_family: Choice<DoneOrUnsafe>, Professionals;
        /// The day it was shared.
        shared_with_family_on: Day, Professionals;
        /// Who decided that sharing would be unsafe, and why.
        shared_unsafe_reason: Narrative, Professionals;
        /// The manager who oversaw it.  HANTS-ASM-19
        signed_off_by: Text, Professionals;
        /// The day of that.
        signed_off_on: Day, Professionals;
        /// How its quality was assured.  HANTS-ASM-19
        quality_assured: Text, Professionals;
        /// The risks it found.
        risks: Vec<Risk>, Professionals;
    }

    /// A risk to a child that the assessment found.
    row Risk "risk" at "assessment/risks" {
        /// What the risk is.
        what: Narrative, Professionals;
        /// Which children; all of them where none is named.
        children: Links<AChild>, Professionals;
        /// Whether the parents were told.  HANTS-ASM-07
        shared_with_parents: Choice<DoneOrUnsafe>, Professionals;
        /// Who decided that telling them would be unsafe, and why.
        unsafe_reason: Narrative, Professionals;
        /// The manager or agency that was told.  HANTS-ASM-18
        shared_with: Text, Professionals;
        /// The day of that.
        shared_on: Day, Professionals;
    }

    /// Strengths, harm, worries and what is not known.  domain.md 2.3 J
    part Analysis "analysis" at "analysis" {
        /// What is going well.
        strengths: Narrative, Family;
        /// What keeps the child safe already.
        existing_safety: Narrative, Family;
        /// What harm there has been: when, what, to whom.
        harm: Narrative, Professionals;
        /// What makes it harder.
        complicating_factors: Narrative, Professionals;
        /// What is not known yet.
        unknowns: Narrative, Professionals;
        /// What may happen if nothing changes.
        if_nothing_changes: Narrative, Family;
        /// What must be in place whatever else happens.
        bottom_lines: Narrative, Family;
        /// Worries said as dangers, each with its goal.
        dangers: Vec<Danger>, Family;
        /// Where people put things between 0 and 10.
        ratings: Vec<Rating>, Professionals;
    }

    /// A worry said as a danger, with the goal that answers it. At most three are useful.
    row Danger "danger" at "analysis/dangers" {
        /// Who is worried about what, and what may happen to the child.
        statement: Narrative, Family;
        /// What people will see when the child is safe.
        safety_goal: Narrative, Family;
    }

    /// Where one person puts things between 0 and 10.
    row Rating "rating" at "analysis/ratings" {
        /// Who gave it.
        by: Text, Professionals;
        /// 0 (the worst it could be) to 10 (no need for a plan).
        score: Number, Professionals;
        /// Why that number.
        reason: Narrative, Professionals;
    }
}
