//! Who was sent the agreed plan, and when.  domain.md 2.3 T, 1.5.4

use super::Record;
use super::choice::{Choice, codes};
use super::link::{AMeeting, AProfessional, Anyone, Link, RowId};
use super::people::MayReceive;
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::Day;

codes! {
    /// What became of one recipient's copy.
    CopyStatus "copy-status" { Sent "sent", Withheld "withheld", NotAppropriate "not-appropriate", NotYet "not-yet" }
    /// Which copy.
    CopyForm "copy-form" { AgreedPlan "agreed-plan", FamilyCopy "family-copy", ChildFriendly "child-friendly" }
}

section! {
    /// Who sees to it.
    part Distribution "distribution" at "distribution" {
        /// Who is responsible for sending the plan.  HANTS-DIST-03
        owner: Link<AProfessional>, Professionals;
        /// Each recipient's copy.
        copies: Vec<PlanCopy>, Professionals;
    }

    /// One recipient's copy of the plan that one meeting agreed.  HANTS-DIST-01, HANTS-DIST-02
    row PlanCopy "plan-copy" at "distribution/copies" {
        /// Who it is for.
        recipient: Link<Anyone>, Professionals;
        /// The meeting whose plan it is.
        meeting: Link<AMeeting>, Professionals;
        /// Which copy.
        form: Choice<CopyForm>, Professionals;
        /// What became of it.
        status: Choice<CopyStatus>, Professionals;
        /// The day it was sent (not the day it came).
        sent_on: Day, Professionals;
        /// How it was sent.
        method: Text, Professionals;
        /// Format or language, where a special one is needed.
        format: Text, Professionals;
        /// Why it was withheld or is not appropriate, and who decided.
        reason: Narrative, Professionals;
    }
}

impl Record {
    /// The copy that a family member is to have, as was decided of them; `None` where nobody
    /// decided, where they are to have none, and for everybody else.
    pub fn copy_form(&self, who: &RowId) -> Option<CopyForm> {
        let person = self.people.iter().find(|row| row.id == *who)?;
        match person.may_receive_plan.get()? {
            MayReceive::Full => Some(CopyForm::AgreedPlan),
            MayReceive::Limited => Some(CopyForm::FamilyCopy),
            MayReceive::Nothing => None,
        }
    }
}
