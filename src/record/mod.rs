//! What was said: the planning file of one child or of a sibling group, as plain data.
//!
//! A record can always be held, whatever is missing or could not be read. Each question is declared
//! once, in the section it belongs to (`child.rs`, `plan.rs`, …), with its key, its kind of answer
//! and who may read it. Reading and writing files, the form, the schema and the copies for readers
//! all walk those declarations.
//!
//! Never here: a clock, the browser, files, or what the protocol asks.

mod answer;
mod carry;
mod changes;
pub(crate) mod choice;
mod civil_date;
pub mod codes;
mod derived;
mod field;
mod held;
mod language;
mod letters;
mod likeness;
mod link;
mod merged;
mod order;
mod place;
pub(crate) mod section;
mod signs;
mod text;
mod typed;
mod walk;
mod when;

pub mod assessment;
pub mod attendance;
pub mod child;
pub mod chronology;
pub mod consent;
pub mod contingency;
pub mod contribution;
pub mod discussion;
pub mod distribution;
pub mod document;
pub mod ending;
pub mod feedback;
pub mod meeting;
pub mod people;
pub mod plan;
pub mod professionals;
pub mod progress;
pub mod referrals;
pub mod report;
pub mod sharing;
pub mod signoff;
pub mod visits;
pub mod voice;

pub use answer::{Answer, Holds, Misfit, State};
pub use changes::{Change, Changed, changes};
pub use choice::{Choice, Choices, CodeList, CodeSet};
pub use civil_date::{civil_date, iso};
pub use field::{Audience, Field, Kind, Shape, Target};
pub use held::{Carried, Held, Row, Rows, Section, Slot, SlotMut, first_by_id};
pub use language::language_tag;
pub use letters::{capital_letter, small_letter};
pub use link::{
    AChild, ACopy, ADecision, AFamilyMember, AMeeting, ANeed, APerson, AProfessional, AReport, AnAgency,
    AnEvent, AnOutcome, Anyone, Link, Linked, Links, RowId, RowIds,
};
pub use merged::{Dated, alike, by_time, chronology_in_order, dated, duplicates, join, keep_apart};
pub use order::in_order;
pub use place::{Ask, Place};
pub use signs::{apart, straight};
pub use text::{Narrative, Text};
pub use typed::{Day, Number, Typed, Written};
pub use when::When;

use assessment::{Analysis, Assessment};
use attendance::{Attendance, ChildAtMeeting, Exclusion};
use child::Child;
use chronology::ChronologyEntry;
use consent::Consent;
use contingency::Contingency;
use contribution::{Contribution, Difference};
use discussion::{Decision, DiscussionItem, Dissent, Escalation};
use distribution::Distribution;
use document::Document;
use ending::Ending;
use feedback::Feedback;
use meeting::{AgendaItem, Meeting};
use people::{Contact, Person};
use plan::Plan;
use professionals::{Agency, Professional};
use progress::{Measure, Progress, Review};
use referrals::Referral;
use report::{AgencyReport, NeedView, ReportedProgress};
use sharing::Sharing;
use signoff::{Agreement, Override};
use visits::{Visit, VisitSchedule};
use voice::{ParentView, Voice};

section::section! {
    /// The planning file of one child or of a sibling group: what is shared is said once, and each
    /// child's own part names the child.
    part Record "record" at "" {
        /// What this document is.
        document: Document, Professionals;
        /// The child, or each child of a sibling group.
        children: Vec<Child>, Family;
        /// The family and the household.
        people: Vec<Person>, Family;
        /// The wider network.
        network: Vec<Contact>, Professionals;
        /// The agencies.
        agencies: Vec<Agency>, Family;
        /// The professionals in the group.
        professionals: Vec<Professional>, Family;
        /// What was explained and agreed about sharing information.
        consents: Vec<Consent>, Professionals;
        /// The assessment.
        assessment: Assessment, Professionals;
        /// Strengths, harm, worries and unknowns.
        analysis: Analysis, Family;
        /// Each child's views.
        voices: Vec<Voice>, Family;
        /// Each parent's or carer's views.
        parent_views: Vec<ParentView>, Professionals;
        /// Needs, outcomes and actions.
        plan: Plan, Family;
        /// How often each professional visits.
        visit_schedules: Vec<VisitSchedule>, Family;
        /// The visits made.
        visits: Vec<Visit>, Professionals;
        /// What happens if things do not change in time.
        contingency: Contingency, Family;
        /// The meetings.
        meetings: Vec<Meeting>, Family;
        /// What is on the meetings' agendas.
        agenda: Vec<AgendaItem>, Family;
        /// The adults at the meetings.
        attendance: Vec<Attendance>, Family;
        /// The children and the meetings.
        children_at_meetings: Vec<ChildAtMeeting>, Family;
        /// Key agencies that were left out.
        exclusions: Vec<Exclusion>, Professionals;
        /// The agencies' reports.
        reports: Vec<AgencyReport>, Professionals;
        /// Progress as each agency sees it.
        reported_progress: Vec<ReportedProgress>, Professionals;
        /// Needs as each agency sees them.
        need_views: Vec<NeedView>, Professionals;
        /// What was said at the meetings.
        discussion: Vec<DiscussionItem>, Professionals;
        /// What was decided.
        decisions: Vec<Decision>, Family;
        /// Who did not agree.
        dissents: Vec<Dissent>, Professionals;
        /// What was taken further.
        escalations: Vec<Escalation>, Professionals;
        /// What happened when.
        chronology: Vec<ChronologyEntry>, Professionals;
        /// What each review decided.
        reviews: Vec<Review>, Family;
        /// How far each outcome had come at each review.
        progress: Vec<Progress>, Family;
        /// Measures over time.
        measures: Vec<Measure>, Professionals;
        /// Referrals and requests to agencies.
        referrals: Vec<Referral>, Family;
        /// Who was sent the plan.
        distribution: Distribution, Professionals;
        /// What the family is given to read.
        sharing: Sharing, Professionals;
        /// How the plan ends.
        ending: Ending, Family;
        /// A manager's agreements.
        agreements: Vec<Agreement>, Professionals;
        /// Rules set aside, each with a reason.
        overrides: Vec<Override>, Professionals;
        /// What came in from agencies.
        contributions: Vec<Contribution>, Professionals;
        /// Where what came in differs.
        differences: Vec<Difference>, Professionals;
        /// What people thought of a meeting.
        feedback: Vec<Feedback>, Professionals;
    }
}
