//! The meetings that a plan's dates hang on.  domain.md 2.3 F, as far as the plan needs it

use super::choice::{Choice, codes};
use super::codes::YesNo;
use super::link::{AProfessional, Link};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::{Day, Number};

codes! {
    /// What kind of meeting (Calderdale guide, Which meetings can the guide cover).
    MeetingKind "meeting-kind" {
        ChildInNeedPlanning "cin-planning", ChildInNeedReview "cin-review", TeamAroundTheChild "tac",
        CoreGroup "core-group", Professionals "professionals", Generic "generic",
    }
    /// What became of the meeting. Only one that was held counts for the plan's dates (domain.md 1.5.3).
    MeetingStatus "meeting-status" { Planned "planned", Held "held", Inquorate "inquorate", Cancelled "cancelled" }
}

section! {
    /// A meeting of the group.
    row Meeting "meeting" at "meetings" {
        /// What kind.
        kind: Choice<MeetingKind>, Family;
        /// Its number in the series, from 1.
        sequence: Number, Professionals;
        /// What became of it.
        status: Choice<MeetingStatus>, Professionals;
        /// The day it takes or took place; the last day if it ran over two.
        on: Day, Family;
        /// Where.
        venue: Text, Professionals;
        /// Who chaired it.  HANTS-CHAIR-01
        chair: Link<AProfessional>, Family;
        /// Whether the Team Manager asked this person to chair, where it is not the Team Manager.  HANTS-CHAIR-02
        chair_designated: Choice<YesNo>, Professionals;
        /// Whether the plan was agreed at it.
        plan_agreed: Choice<YesNo>, Professionals;
        /// Whether the plan was reviewed at it.
        plan_reviewed: Choice<YesNo>, Professionals;
        /// The day of the next meeting.  HANTS-NEXT-01
        next_on: Day, Family;
        /// Whether that day was set in this meeting.
        next_set_in_meeting: Choice<YesNo>, Professionals;
        /// Why no day could be set.
        next_not_set_reason: Narrative, Professionals;
        /// The day notice of the next meeting was sent, where its day was set or changed later.  HANTS-NEXT-02
        notice_sent_on: Day, Professionals;
        /// Whether the next meeting was called at short notice because the risk has changed.
        urgent: Choice<YesNo>, Professionals;
    }
}
