//! Copies for the family: what each reader may have, who prepared it and who approved it.  domain.md 5.3

use super::choice::{Choice, codes};
use super::codes::YesNo;
use super::link::{AChild, ACopy, AFamilyMember, Link, Links};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::Day;

codes! {
    /// For whom a copy is written.
    CopyVersion "copy-version" { Adult "adult", Child "child" }
    /// What a person decided about one thing in one copy.
    CopyDecision "copy-decision" { Share "share", LeaveOut "leave-out", Reword "reword", Confirm "confirm" }
}

section! {
    /// What the family is given to read.
    part Sharing "sharing" at "sharing" {
        /// Words that must be in no copy, one a line: a new school, a refuge, a car's registration, who told us.
        never: Narrative, Restricted;
        /// The copies.
        copies: Vec<PreparedCopy>, Professionals;
        /// What was decided about single things in them.
        choices: Vec<CopyChoice>, Professionals;
    }

    /// A copy for one reader. One for several readers together is refused wherever anybody must be protected.
    row PreparedCopy "family-copy" at "sharing/copies" {
        /// Who reads it.
        readers: Links<AFamilyMember>, Professionals;
        /// The children it is about: those for whom the reader may have the plan.
        children: Links<AChild>, Professionals;
        /// Whether it is written for an adult or for a child.
        version: Choice<CopyVersion>, Professionals;
        /// The language it is written in, as a BCP 47 tag: English where nothing is said.
        language: Text, Professionals;
        /// Whom the reader can ring, and when: a name and a number that are safe for them to have.
        ring: Narrative, Family;
        /// Who prepared it.
        prepared_by: Text, Professionals;
        /// The day of that.
        prepared_on: Day, Professionals;
        /// Who approved it: somebody other than who prepared it.
        approved_by: Text, Professionals;
        /// In what role.
        approved_role: Text, Professionals;
        /// The day of that.
        approved_on: Day, Professionals;
        /// The hash of what the approver saw: anything that is changed afterwards needs another look.
        approved: Text, System;
        /// The last day on which it may be read.
        expires_on: Day, Professionals;
        /// The day it was withdrawn.
        withdrawn_on: Day, Professionals;
    }

    /// What was decided about one thing in one copy.
    row CopyChoice "copy-choice" at "sharing/choices" {
        /// In which copy.
        copy: Link<ACopy>, Professionals;
        /// The place of the answer or of the row.
        place: Text, System;
        /// What was decided.
        decision: Choice<CopyDecision>, Professionals;
        /// What a decision about a child's words was made about, as SHA-256: other words need another decision.
        about: Text, System;
        /// The words that stand in this copy instead.
        wording: Narrative, Professionals;
        /// The language of those words, as a BCP 47 tag.
        language: Text, Professionals;
        /// Whether somebody who reads the child's words could put the child at risk.
        risk: Choice<YesNo>, Professionals;
        /// Why.
        reason: Narrative, Professionals;
        /// Who decided.
        by: Text, Professionals;
    }
}
