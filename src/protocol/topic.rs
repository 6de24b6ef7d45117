//! What a finding is about. Findings of one topic at one place become one message.

macro_rules! topics {
    ($( $(#[$doc:meta])* $Name:ident $name:literal ),+ $(,)?) => {
        /// What a finding is about; a manager reads unmet points by topic.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Topic { $( $(#[$doc])* $Name ),+ }

        impl Topic {
            /// All topics, in the order a manager reads them.
            pub const ALL: &'static [Self] = &[$( Self::$Name ),+];

            /// The name in files; its words stand under `topic.<name>`.
            pub fn name(self) -> &'static str {
                match self { $( Self::$Name => $name ),+ }
            }
        }
    };
}

topics! {
    /// Answers that could not be read, or do not agree with each other.
    Answers "answers",
    /// The child.
    Child "child",
    /// The family and the wider network.
    Family "family",
    /// Agencies and professionals, who leads and who works with the child.
    Group "group",
    /// Sharing information.
    Sharing "sharing",
    /// The assessment.
    Assessment "assessment",
    /// Risks.
    Risk "risk",
    /// What the child says.
    Voice "voice",
    /// Needs and outcomes.
    Outcomes "outcomes",
    /// Actions.
    Actions "actions",
    /// Other plans beside this one.
    OtherPlans "other-plans",
    /// Progress.
    Progress "progress",
    /// Contingency.
    Contingency "contingency",
    /// Visits.
    Visits "visits",
    /// Reviews.
    Reviews "reviews",
    /// Meetings and notice of them.
    Meetings "meetings",
    /// Preparing a meeting.
    Preparation "preparation",
    /// Who comes to a meeting.
    Attendance "attendance",
    /// Agencies' reports to a meeting.
    AgencyReports "agency-reports",
    /// What is said at a meeting, and how it is kept to the child.
    Discussion "discussion",
    /// What is decided, and who does not agree.
    Decisions "decisions",
    /// What is taken further.
    Escalation "escalation",
    /// What happened when.
    Chronology "chronology",
    /// Sending the plan.
    Distribution "distribution",
    /// Referrals.
    Referrals "referrals",
    /// How the plan ends.
    Ending "ending",
}
