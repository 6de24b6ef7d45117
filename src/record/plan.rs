//! The plan: needs, the outcomes that answer them, and the actions that lead there.  domain.md 2.3 K

use super::choice::{Choice, codes};
use super::codes::{IntervalUnit, YesNo};
use super::link::{AChild, AMeeting, ANeed, AnOutcome, Anyone, Link, Links};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::{Day, Number};

codes! {
    /// How far an outcome has come.  CALD-PROG-03; "removed" from audit.md part 3
    OutcomeStatus "outcome-status" {
        NotStarted "not-started", SomeProgress "some-progress", NoChange "no-change", Worse "worse",
        Achieved "achieved", Removed "removed",
    }
    /// How far an action has come.
    ActionStatus "action-status" { NotStarted "not-started", InProgress "in-progress", Done "done", Stopped "stopped" }
    /// How pressing a need is.
    Priority "priority" { First "first", Second "second", Third "third" }
    /// Another plan that goes on beside this one.
    OtherPlanKind "other-plan-kind" {
        YouthJustice "youth-justice", SupportingFamilies "supporting-families", MentalHealth "mental-health",
        EducationHealthCare "education-health-care", AdultServices "adult-services", EarlyHelp "early-help", Other "other",
    }
}

section! {
    /// The plan as a whole.
    part Plan "plan" at "plan" {
        /// The day from which the plan's timescales count: by default the day of the meeting that agreed it.  domain.md 1.5.2
        start: Day, Family;
        /// Why there is a plan, in one or two sentences that the family would recognise.
        why: Narrative, Family;
        /// What parents and carers can do, and what help they will get.  HANTS-ASM-08
        parent_summary: Narrative, Family;
        /// When the plan will be looked at again, as agreed at the first meeting.  CALD-REV-01
        review_on: Day, Family;
        /// How everybody will know that the plan is no longer needed.  CALD-MEET-05
        exit_criteria: Narrative, Family;
        /// Whether other plans or assessments go on beside this one.  HANTS-LAW-02
        has_other_plans: Choice<YesNo>, Professionals;
        /// The day the plan ended.
        ended_on: Day, Family;
        /// The needs.
        needs: Vec<Need>, Family;
        /// The outcomes that answer them.
        outcomes: Vec<Outcome>, Family;
        /// The actions that lead there.
        actions: Vec<Action>, Family;
        /// Other plans.
        other_plans: Vec<OtherPlan>, Professionals;
    }

    /// A need of the child.  HANTS-ASM-16
    row Need "need" at "plan/needs" {
        /// What the child needs.
        what: Narrative, Family;
        /// Which children; all of them where none is named.
        children: Links<AChild>, Family;
        /// Where it was found.
        found_in: Text, Professionals;
        /// How pressing it is.
        priority: Choice<Priority>, Professionals;
    }

    /// What will be different for the child.  HANTS-PLAN-01
    row Outcome "outcome" at "plan/outcomes" {
        /// What will be different, said so that the child would see it.
        what: Narrative, Family;
        /// The need it answers.
        need: Link<ANeed>, Family;
        /// Which children; all of them where none is named.
        children: Links<AChild>, Family;
        /// How things are now.  CALD-PROG-01
        baseline: Narrative, Family;
        /// How progress is measured, and with what.  CALD-PROG-01
        measure: Narrative, Family;
        /// By when it will be reached.  CALD-PROG-02, HANTS-PLAN-02
        target_date: Day, Family;
        /// How far it has come.
        status: Choice<OutcomeStatus>, Family;
        /// Why it was removed.
        removed_reason: Narrative, Professionals;
    }

    /// What somebody will do.
    row Action "action" at "plan/actions" {
        /// What will be done.
        what: Narrative, Family;
        /// The outcome it leads to.
        outcome: Link<AnOutcome>, Family;
        /// The person who will do it.
        owner: Link<Anyone>, Family;
        /// A role, where no person is known yet.
        owner_role: Text, Family;
        /// By when.
        due: Day, Family;
        /// For what is done again and again: how often.
        repeats_every: Number, Family;
        /// What that is counted in.
        repeats_unit: Choice<IntervalUnit>, Family;
        /// How it will be known that it was done and helped.
        measure: Narrative, Family;
        /// The service or resource it needs.
        resource: Text, Professionals;
        /// How far it has come.
        status: Choice<ActionStatus>, Family;
        /// The day it was done.
        completed_on: Day, Family;
        /// The same in words for the family, where the plan's own are not plain.
        family_wording: Narrative, Family;
        /// The meeting at which it was agreed.
        agreed_at: Link<AMeeting>, Family;
    }

    /// Another plan that goes on beside this one.  HANTS-PREC-01, HANTS-PREC-02
    row OtherPlan "other-plan" at "plan/other_plans" {
        /// Which.
        kind: Choice<OtherPlanKind>, Professionals;
        /// Who leads it.
        led_by: Text, Professionals;
        /// The tier of the service, where one is used.
        tier: Number, Professionals;
        /// Whether it goes on.
        continues: Choice<YesNo>, Professionals;
        /// How it fits with this plan.
        fits: Narrative, Professionals;
    }
}

impl Outcome {
    /// Whether it is still to be reached: neither achieved nor removed.
    pub fn is_open(&self) -> bool {
        !matches!(self.status.given(), Some(OutcomeStatus::Achieved | OutcomeStatus::Removed))
    }
}

impl Action {
    /// Whether it is still to be done: neither done nor stopped.
    pub fn is_open(&self) -> bool {
        !matches!(self.status.given(), Some(ActionStatus::Done | ActionStatus::Stopped))
    }
}
