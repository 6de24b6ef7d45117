//! What one document of a planning file answers for: the plan, the record of a meeting, an agency's report.
//!
//! They share one record and one review. A document is stopped only by what is asked in it: a
//! meeting's record does not wait for a consent form, nor the plan for an agenda.

use super::finding::Finding;
use crate::record::choice::codes;
use crate::record::{Place, Record, RowId};

codes! {
    /// A document of the planning file.  domain.md 2.3 A
    Scope "scope" {
        /// The plan.
        Plan "plan",
        /// The record of a meeting.
        Meeting "meeting",
        /// An agency's report.
        Report "report",
    }
}

/// The lists of a meeting's record that a plan does not ask for.
const MEETING: &[&str] = &[
    "agenda",
    "attendance",
    "children_at_meetings",
    "exclusions",
    "reports",
    "reported_progress",
    "need_views",
    "discussion",
    "decisions",
    "dissents",
    "escalations",
    "chronology",
    "contributions",
    "differences",
    "feedback",
];

/// What a meeting's record asks for beside those.
const BESIDE: &[&str] = &[
    "meetings",
    "agencies",
    "voices",
    "plan/needs",
    "plan/outcomes",
    "plan/actions",
    "contingency",
    "reviews",
    "progress",
    "distribution",
    "distribution/copies",
];

/// What an agency's report asks for.
const REPORT: &[&str] = &["reports", "reported_progress", "need_views", "chronology"];

/// The questions about a meeting that the plan asks: those that its dates hang on.
pub const OF_A_PLAN: &[&str] = &[
    "kind",
    "kind_detail",
    "sequence",
    "status",
    "on",
    "venue",
    "chair",
    "chair_designated",
    "plan_agreed",
    "plan_reviewed",
    "next_on",
    "next_set_in_meeting",
    "next_not_set_reason",
    "notice_sent_on",
    "urgent",
];

impl Scope {
    /// Whether this document answers for what a finding says: it is about the whole, or about
    /// something that the document asks.
    pub fn answers_for(self, finding: &Finding) -> bool {
        finding.place.home.is_empty() || self.covers(&finding.place)
    }

    /// Whether a place is in another meeting than the one that the document is about, or in a row that hangs on
    /// another: its own form answers for it. A plan has them all.
    pub fn is_of_another(self, meeting: Option<&RowId>, place: &Place, record: &Record) -> bool {
        let Some(own) = meeting.filter(|_| self != Self::Plan) else { return false };
        meeting_of(place, record).is_some_and(|other| other != own.as_str())
    }

    /// Whether what another copy of this document has in a list is taken when the two are brought
    /// together: what it answers for, and in a meeting the professionals whom its minute-taker met.
    pub fn takes(self, home: &'static str) -> bool {
        self.covers(&Place::home(home)) || self == Self::Meeting && home == "professionals"
    }

    /// Whether this document asks for the answer at a place, and so answers for what is found there.
    pub fn covers(self, place: &Place) -> bool {
        let in_plan = |key: Option<&str>| key.is_none_or(|key| OF_A_PLAN.contains(&key));
        match self {
            Self::Plan if place.home == "meetings" => in_plan(place.key),
            Self::Plan => !MEETING.contains(&place.home),
            Self::Meeting => MEETING.contains(&place.home) || BESIDE.contains(&place.home),
            Self::Report => REPORT.contains(&place.home),
        }
    }
}

/// The id of the meeting of a row: its own, or the one that it, or its report, names.
fn meeting_of(place: &Place, record: &Record) -> Option<String> {
    let row = place.row.as_ref()?;
    if place.home == "meetings" {
        return Some(row.to_string());
    }
    let named = |place: &Place, key| {
        place.shape()?.field(key)?;
        let id = record.answer(&place.at_key(key))?.written().into_owned();
        (!id.is_empty()).then_some(id)
    };
    named(place, "meeting").or_else(|| {
        let report = RowId::new(&named(place, "report")?)?;
        named(&Place { home: "reports", row: Some(report), key: None }, "meeting")
    })
}
