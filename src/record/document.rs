//! The document itself: what kind of record this is, and which version.  domain.md 2.3 A

use super::choice::{Choice, codes};
use super::section::section;
use super::text::Text;
use super::typed::{Day, Number};

codes! {
    /// What kind of record this is.
    RecordKind "record-kind" { ChildInNeed "cin_plan", ChildProtection "cp_plan", TeamAroundTheChild "tac_plan" }
    /// Whether it may still change.
    DocumentStatus "document-status" { Draft "draft", Final "final", Superseded "superseded" }
}

section! {
    /// What this document is.  domain.md 2.3 A
    part Document "document" at "document" {
        /// The host's own reference for it; never a name.
        reference: Text, System;
        /// Which kind of plan.
        kind: Choice<RecordKind>, Family;
        /// Draft, final or superseded.
        status: Choice<DocumentStatus>, Family;
        /// Counts the versions that the host stored, from 1.
        version: Number, System;
        /// The reference of the version that this one follows.
        supersedes: Text, System;
        /// The protective marking of the council, in its own words.
        protective_marking: Text, Professionals;
        /// Who wrote it.
        written_by: Text, Professionals;
        /// The day it was begun.
        written_on: Day, Professionals;
        /// Who finalised it.
        finalised_by: Text, Professionals;
        /// The day it was finalised.
        finalised_on: Day, Professionals;
    }
}
