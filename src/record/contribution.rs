//! What came in from an agency, and where it differs from what was there.

use super::choice::{Choice, codes};
use super::link::{AMeeting, AnAgency, Link};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::Day;

codes! {
    /// What a person decided where two answers differ.
    DifferenceDecision "difference-decision" { KeepOurs "ours", TakeTheirs "theirs", KeepBoth "both" }
}

section! {
    /// An agency's contribution that was merged.
    row Contribution "contribution" at "contributions" {
        /// The agency.
        agency: Link<AnAgency>, Professionals;
        /// Who made it.
        by: Text, Professionals;
        /// Their role.
        role: Text, Professionals;
        /// The day it was made.
        made_on: Day, Professionals;
        /// SHA-256 of what it held: the same file twice is known by it.
        hash: Text, System;
        /// The meeting.
        meeting: Link<AMeeting>, Professionals;
    }

    /// One answer that stands differently here and in what came in. Both are kept until a person decides.
    row Difference "difference" at "differences" {
        /// Where, as a finding has it.
        place: Text, Professionals;
        /// What stood here, as written.
        ours: Narrative, Professionals;
        /// What came in, as written.
        theirs: Narrative, Professionals;
        /// Who wrote what came in.
        by: Text, Professionals;
        /// Their role.
        role: Text, Professionals;
        /// The agency it came from.
        agency: Link<AnAgency>, Professionals;
        /// The day it was made.
        made_on: Day, Professionals;
        /// What was decided.
        decision: Choice<DifferenceDecision>, Professionals;
        /// Who decided.
        decided_by: Text, Professionals;
    }
}
