//! How often each professional visits, and the visits made.  domain.md 2.3 L

use super::choice::{Choice, codes};
use super::codes::{IntervalUnit, YesNo};
use super::link::{AProfessional, Link};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::{Day, Number};

codes! {
    /// Whether a visit took place.
    VisitResult "visit-result" { Completed "completed", Refused "refused", NobodyHome "nobody-home", Cancelled "cancelled" }
    /// How a visit was made.
    VisitFormat "visit-format" { InPerson "in-person", Virtual "virtual" }
}

section! {
    /// How often one professional visits.  HANTS-VIS-01
    row VisitSchedule "visit-schedule" at "visit_schedules" {
        /// Who visits.
        professional: Link<AProfessional>, Family;
        /// Whether they visit at all; "no" is an answer.
        visits: Choice<YesNo>, Family;
        /// At least every so many …
        every: Number, Family;
        /// … days, weeks or months.
        unit: Choice<IntervalUnit>, Family;
        /// What the visits are for.
        purpose: Narrative, Family;
        /// Where.
        location: Text, Professionals;
        /// Whether some visits come unannounced.
        unannounced: Choice<YesNo>, Professionals;
    }

    /// A visit.
    row Visit "visit" at "visits" {
        /// The day.
        on: Day, Professionals;
        /// Who visited.
        by: Link<AProfessional>, Professionals;
        /// Whether it took place.
        result: Choice<VisitResult>, Professionals;
        /// In person or by video.
        format: Choice<VisitFormat>, Professionals;
        /// Whether the child was seen.
        child_seen: Choice<YesNo>, Professionals;
        /// Whether the child was seen alone.
        seen_alone: Choice<YesNo>, Professionals;
        /// Whether the child's bedroom was seen.
        bedroom_seen: Choice<YesNo>, Professionals;
        /// Who else was there.
        others_present: Text, Professionals;
        /// What was seen and said.
        summary: Narrative, Professionals;
    }
}
