//! What happened when, as each agency has it.  domain.md 2.3 P; CALD-CHR-01

use super::choice::{Choice, codes};
use super::codes::YesNo;
use super::link::{AChild, AnAgency, AnEvent, Links};
use super::section::section;
use super::text::{Narrative, Text};

codes! {
    /// What an event was for the child.
    Significance "significance" { Positive "positive", Negative "negative", Neutral "neutral" }
}

section! {
    /// Something that happened.
    row ChronologyEntry "chronology-entry" at "chronology" {
        /// When, as far as it is known: "14/03/2025", "March 2025", "about March 2025". Kept as typed;
        /// see [`When`](super::When) for what it means.
        when: Text, Professionals;
        /// What happened.
        event: Narrative, Professionals;
        /// Which agencies have it in their own chronology.
        agencies: Links<AnAgency>, Professionals;
        /// Where it is written down.
        source: Text, Professionals;
        /// What it was for the child.
        significance: Choice<Significance>, Professionals;
        /// What it meant for the child.
        impact: Narrative, Professionals;
        /// Which children; all of them where none is named.
        children: Links<AChild>, Professionals;
        /// Whether it tells about somebody else, who may not know that it is here.
        third_party: Choice<YesNo>, Restricted;
        /// Which other entries tell of another event, as somebody said who was asked whether they are the same.
        apart_from: Links<AnEvent>, System;
    }
}
