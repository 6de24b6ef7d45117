//! What was said and decided at a meeting, who did not agree, and what was taken further.  domain.md 2.3 R; audit.md part 3

use super::Record;
use super::choice::{Choice, codes};
use super::codes::YesNo;
use super::link::{ADecision, AMeeting, AnAgency, AnOutcome, Anyone, Link};
use super::meeting::Meeting;
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::Day;
use super::voice::Reflects;

codes! {
    /// Under which heading something was said. Which of them a form offers follows from the
    /// meeting's framework (domain.md 2.2: Signs of Safety; Strengthening Families).
    DiscussionHeading "discussion-heading" {
        Worried "worried", WorkingWell "working-well", NeedsToHappen "needs-to-happen",
        Harm "harm", Risk "risk", Complicating "complicating", Safety "safety", Strengths "strengths",
        GreyAreas "grey-areas", NextSteps "next-steps", Other "other",
    }
    /// What an escalation is about.  CALD-ESC-01, HANTS-ESC-01
    EscalationAbout "escalation-about" { Dispute "dispute", PoorPractice "poor-practice", NoShow "no-show", Other "other" }
}

section! {
    /// Something said at a meeting that matters for the child.  CALD-STR-02, CALD-STR-03
    row DiscussionItem "discussion-item" at "discussion" {
        /// What was said.
        said: Narrative, Professionals;
        /// Under which heading.
        heading: Choice<DiscussionHeading>, Professionals;
        /// What it means for the child.  CALD-STR-02
        impact: Narrative, Professionals;
        /// How far needs or risks have become less.  CALD-STR-03
        progress: Narrative, Professionals;
        /// The outcome it bears on.  Calderdale guide, footnote 1
        outcome: Link<AnOutcome>, Professionals;
        /// Who said it.
        by: Link<Anyone>, Professionals;
        /// The meeting.
        meeting: Link<AMeeting>, Professionals;
    }

    /// A decision, and what the child's views have to do with it.  CALD-VOICE-04 to 06
    row Decision "decision" at "decisions" {
        /// What was decided.
        what: Narrative, Family;
        /// Why.
        reason: Narrative, Family;
        /// The outcome it serves.
        outcome: Link<AnOutcome>, Family;
        /// How far it follows the child's views.  CALD-VOICE-04
        reflects: Choice<Reflects>, Family;
        /// How the views show in it.  CALD-VOICE-04
        reflects_how: Narrative, Family;
        /// Why they were not acted on, or only in part.  CALD-VOICE-05
        not_followed_reason: Narrative, Family;
        /// How the child will be told.  CALD-VOICE-06
        tell_child_how: Narrative, Family;
        /// Who will tell the child; our own question.
        tell_child_by: Link<Anyone>, Family;
        /// By when; our own question.
        tell_child_on: Day, Family;
        /// Whether somebody did not agree.  CALD-MEET-06
        dissent: Choice<YesNo>, Professionals;
        /// The meeting.
        meeting: Link<AMeeting>, Family;
    }

    /// Somebody who did not agree with a decision.  CALD-MEET-06
    row Dissent "dissent" at "dissents" {
        /// Which agency.
        agency: Link<AnAgency>, Professionals;
        /// Who said so.
        by: Link<Anyone>, Professionals;
        /// Why.
        reason: Narrative, Professionals;
        /// Which decision.
        decision: Link<ADecision>, Professionals;
        /// The meeting.
        meeting: Link<AMeeting>, Professionals;
    }

    /// A concern taken further within an agency.  CALD-ESC-01, CALD-ESC-02, HANTS-ESC-01
    row Escalation "escalation" at "escalations" {
        /// What it is about.
        issue: Narrative, Professionals;
        /// Of which kind it is.
        about: Choice<EscalationAbout>, Professionals;
        /// The agency it concerns.
        agency: Link<AnAgency>, Professionals;
        /// Who raised it.
        raised_by: Link<Anyone>, Professionals;
        /// Whether they used their own agency's policy.  CALD-ESC-01
        own_policy_used: Choice<YesNo>, Professionals;
        /// To whom it went: name and role.  CALD-ESC-02, HANTS-ESC-01
        to: Text, Professionals;
        /// The day it went there.
        on: Day, Professionals;
        /// What happens next.  CALD-ESC-02
        next_step: Narrative, Professionals;
        /// What came of it.
        result: Narrative, Professionals;
        /// The day it was settled.
        resolved_on: Day, Professionals;
        /// The meeting.
        meeting: Link<AMeeting>, Professionals;
    }
}

impl Record {
    /// What was said at one meeting.
    pub fn discussion_at<'a>(&'a self, meeting: &'a Meeting) -> impl Iterator<Item = &'a DiscussionItem> {
        self.discussion.iter().filter(|row| row.meeting.id() == Some(&meeting.id))
    }

    /// What was decided at one meeting.
    pub fn decisions_at<'a>(&'a self, meeting: &'a Meeting) -> impl Iterator<Item = &'a Decision> {
        self.decisions.iter().filter(|row| row.meeting.id() == Some(&meeting.id))
    }

    /// Who did not agree at one meeting: with a decision of it, where the row names no meeting itself.
    pub fn dissents_at<'a>(&'a self, meeting: &'a Meeting) -> impl Iterator<Item = &'a Dissent> {
        let of_decision = |row: &Dissent| {
            self.decisions_at(meeting).any(|decision| row.decision.id() == Some(&decision.id))
        };
        self.dissents.iter().filter(move |row| {
            row.meeting.id() == Some(&meeting.id) || row.meeting.is_blank() && of_decision(row)
        })
    }
}
