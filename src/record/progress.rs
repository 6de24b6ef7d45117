//! Progress found at a review, and measures taken over time.  domain.md 2.3 N and O

use super::choice::{Choice, codes};
use super::codes::YesNo;
use super::link::{AChild, AMeeting, AnOutcome, Anyone, Link};
use super::plan::OutcomeStatus;
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::{Day, Number};

codes! {
    /// What a review decided.
    ReviewDecision "review-decision" { Continue "continue", Amend "amend", Reduce "reduce", Close "close", StepDown "step-down", StepUp "step-up" }
}

section! {
    /// What one review decided about the plan as a whole.
    row Review "review" at "reviews" {
        /// The meeting that reviewed the plan.
        meeting: Link<AMeeting>, Family;
        /// What has changed since the last one.
        overall_change: Narrative, Family;
        /// Whether the plan is still needed.
        still_needed: Choice<YesNo>, Family;
        /// What was decided.
        decision: Choice<ReviewDecision>, Family;
        /// Why.
        reason: Narrative, Family;
    }

    /// How far one outcome had come at one review.  CALD-PROG-03 to 05
    row Progress "progress" at "progress" {
        /// The outcome.
        outcome: Link<AnOutcome>, Family;
        /// The review.
        meeting: Link<AMeeting>, Family;
        /// How far it has come.
        status: Choice<OutcomeStatus>, Family;
        /// What shows it.
        note: Narrative, Family;
        /// How it was measured.
        measured_how: Text, Family;
        /// Who measured it.
        measured_by: Link<Anyone>, Family;
    }

    /// A measure taken: a tool, a day and its figures. The questions of a tool are never shown here
    /// (for the SDQ its owners alone may make electronic versions; domain.md 0.10).
    row Measure "measure" at "measures" {
        /// The tool.
        tool: Text, Professionals;
        /// Its version.
        version: Text, Professionals;
        /// Which child.
        child: Link<AChild>, Professionals;
        /// Who answered.
        informant: Text, Professionals;
        /// The day.
        on: Day, Professionals;
        /// The total.
        total: Number, Professionals;
        /// Figures beneath the total.
        subscores: Text, Professionals;
        /// What the total means, as the worker reads the tool's own table.
        interpretation: Text, Professionals;
    }
}

impl Progress {
    /// Whether it says how far the outcome has come, or that it has not. A line that was drawn up for
    /// a review and not filled in says nothing.
    pub fn is_recorded(&self) -> bool {
        !self.status.is_blank() || !self.note.is_blank()
    }
}
