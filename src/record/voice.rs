//! What the child and the parents say, and what it changed.  domain.md 2.3 H and I

use super::Record;
use super::child::Child;
use super::choice::{Choice, Choices, codes};
use super::codes::{YesNo, YesNoUnknown};
use super::held::first_by_id;
use super::link::{AChild, APerson, AProfessional, Link, Links};
use super::section::section;
use super::text::Narrative;
use super::typed::Day;

codes! {
    /// Where the child's views come from (Calderdale guide, footnote 3; "etc." there, so "other" here).
    ViewSource "view-source" {
        Observation "observation", Interactions "interactions", Statements "statements",
        DirectWork "direct-work", StandardAssessment "standard-assessment", Other "other",
    }
    /// How far the plan follows what the child said.
    Reflects "reflects" { Yes "yes", Partly "partly", No "no" }
    /// Whether a parent agrees with the plan.
    Agreement "agreement-with-plan" { Agree "agree", Partly "partly", Disagree "disagree" }
}

section! {
    /// One child's views, and what the plan does with them.
    row Voice "voice" at "voices" {
        /// Whose views.
        child: Link<AChild>, Family;
        /// Where they come from.  CALD-VOICE-08
        sources: Choices<ViewSource>, Family;
        /// Other sources, in words.
        sources_detail: Narrative, Family;
        /// What the child says or shows about things now.  CALD-VOICE-01, HANTS-ASM-02
        views_now: Narrative, Family;
        /// The day the child said or showed that, the last one where there are several.  CALD-VOICE-01, "current"
        heard_on: Day, Professionals;
        /// What the child says or shows about the past.  CALD-VOICE-02
        views_past: Narrative, Family;
        /// Why the past was not explored.
        views_past_not_explored: Narrative, Professionals;
        /// A day in the child's life.
        lived_experience: Narrative, Family;
        /// How the views shape what was decided.  CALD-VOICE-03
        influence: Narrative, Family;
        /// How far the plan follows them.  CALD-VOICE-05
        reflects: Choice<Reflects>, Family;
        /// Why it follows them only in part or not.  CALD-VOICE-05
        not_followed_reason: Narrative, Family;
        /// How the child's views will be found out from now on.  CALD-VOICE-07
        how_obtained_next: Narrative, Family;
        /// Who speaks for the child where the child does not.
        representative: Link<AProfessional>, Family;
        /// Whether the child has an advocate.
        has_advocate: Choice<YesNo>, Family;
        /// Whether the child needs one.
        needs_advocate: Choice<YesNoUnknown>, Family;
        /// People from whom the child's words must be kept.
        keep_private_from: Links<APerson>, Restricted;
    }

    /// One parent's or carer's views.
    row ParentView "parent-view" at "parent_views" {
        /// Whose views.
        person: Link<APerson>, Professionals;
        /// What worries them.
        worries: Narrative, Professionals;
        /// What they see going well.
        strengths: Narrative, Professionals;
        /// Whether they agree with the plan.
        agreement: Choice<Agreement>, Professionals;
        /// What they think of the plan, in their own words.
        view_of_plan: Narrative, Professionals;
        /// The day they were asked.
        asked_on: Day, Professionals;
        /// What makes it hard for them to do their part.
        barriers: Narrative, Professionals;
    }
}

impl Record {
    /// The views of this child. Where the record names one child only, views that name nobody are that child's.
    pub fn voice_of(&self, child: &Child) -> Option<&Voice> {
        let of = |voice: &&Voice| voice.child.id() == Some(&child.id);
        let only = |voice: &&Voice| voice.child.is_blank() && self.children.len() == 1;
        let voices = || self.voices.iter();
        first_by_id(voices().filter(of)).or_else(|| first_by_id(voices().filter(only)))
    }
}
