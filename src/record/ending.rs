//! How the plan ends: closure, step down or step up.  domain.md 2.3 S, 3.5

use super::choice::{Choice, Choices, codes};
use super::codes::YesNo;
use super::link::{AMeeting, Anyone, Link};
use super::section::section;
use super::text::{Narrative, Text};
use super::typed::Day;

codes! {
    /// The ways a plan may end (Hampshire protocol, Ending the plan; "adulthood" from DfE guidance).
    EndRoute "end-route" { Closure "closure", StepDown "step-down", StepUp "step-up", Adulthood "adulthood" }
    /// Who confirms a closure.  HANTS-CLO-02, HANTS-CLO-03
    ClosureRoute "closure-route" { Meeting "meeting", TeamManager "team-manager" }
    /// How a case is stepped down.  HANTS-DN-01, HANTS-DN-02
    StepDownRoute "step-down-route" { JointVisit "joint-visit", TeamAroundTheChild "tac-meeting" }
    /// Why a case is stepped up; several may hold at once.  HANTS-UP-01 to 03
    StepUpReason "step-up-reason" { Section47 "section-47", LookedAfter "looked-after", PublicLaw "public-law" }
    /// What became of one written notice of closure.
    NoticeStatus "notice-status" { Sent "sent", NotYet "not-yet", Unsafe "unsafe" }
}

section! {
    /// The ending. Nothing here is asked until a route is chosen.
    part Ending "ending" at "ending" {
        /// How the plan ends.
        route: Choice<EndRoute>, Family;
        /// Why.
        reason: Narrative, Family;
        /// Who confirms the closure.
        closure_route: Choice<ClosureRoute>, Professionals;
        /// The meeting that confirmed it, or that served as the team-around-the-child meeting.
        meeting: Link<AMeeting>, Professionals;
        /// The Team Manager who agreed in advance.
        team_manager: Text, Professionals;
        /// The day of that agreement.
        agreed_on: Day, Professionals;
        /// The tasks that, once done, mean the outcomes are achieved.
        tasks: Narrative, Professionals;
        /// The day the last of those tasks was done.
        last_task_done_on: Day, Professionals;
        /// How the case is stepped down.
        step_down_route: Choice<StepDownRoute>, Professionals;
        /// The day of the joint visit.
        joint_visit_on: Day, Professionals;
        /// Whether social care took part in it.
        social_care_attended: Choice<YesNo>, Professionals;
        /// Whether the Early Help Hub took part in it.
        early_help_attended: Choice<YesNo>, Professionals;
        /// The service that takes over.
        receiving_service: Text, Family;
        /// The new lead professional there.
        new_lead: Text, Family;
        /// Why the case is stepped up.
        step_up_reasons: Choices<StepUpReason>, Professionals;
        /// Written notices of closure.
        notices: Vec<ClosureNotice>, Professionals;
    }

    /// A written notice of closure to one agency or family member.  HANTS-CLO-04, HANTS-CLO-05
    row ClosureNotice "closure-notice" at "ending/notices" {
        /// To whom.
        to: Link<Anyone>, Professionals;
        /// What became of it.
        status: Choice<NoticeStatus>, Professionals;
        /// The day it was sent.
        sent_on: Day, Professionals;
        /// Who decided that writing would be unsafe, and why.
        unsafe_reason: Narrative, Professionals;
    }
}
