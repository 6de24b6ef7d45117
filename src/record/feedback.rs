//! What people thought of a meeting: three short questions for each. Kept apart from the plan on
//! the wire, and exportable by itself.  domain.md 2.3 W; HANTS-SYS-02, HANTS-SYS-04

use super::choice::{Choice, codes};
use super::link::{AMeeting, Link};
use super::section::section;
use super::text::Narrative;

codes! {
    /// Whose feedback it is. Nobody is named.
    FeedbackFrom "feedback-from" { Child "child", Family "family", Professional "professional" }
    /// How far.
    HowFar "how-far" { Yes "yes", Partly "partly", No "no" }
}

section! {
    /// One person's feedback.
    row Feedback "feedback" at "feedback" {
        /// Whose.
        from: Choice<FeedbackFrom>, Professionals;
        /// Did people listen to you?
        child_listened: Choice<HowFar>, Professionals;
        /// Do you know what will happen next?
        child_knows_next: Choice<HowFar>, Professionals;
        /// What should be different next time?
        child_change: Narrative, Professionals;
        /// Did you understand what was said and decided?
        family_understood: Choice<HowFar>, Professionals;
        /// Were you listened to?
        family_listened: Choice<HowFar>, Professionals;
        /// Is anything wrong in what was written down?
        family_wrong: Narrative, Professionals;
        /// Did the meeting help to see what things are like for the child?
        professional_focus: Choice<HowFar>, Professionals;
        /// Do you know your own part in the plan?
        professional_part: Choice<HowFar>, Professionals;
        /// What would make the next meeting better?
        professional_change: Narrative, Professionals;
        /// The meeting.
        meeting: Link<AMeeting>, Professionals;
    }
}
