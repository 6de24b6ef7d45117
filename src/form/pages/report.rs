//! The pages of an agency's report: short, because its author has ten minutes.

use super::Block::{Drawn, Lines, List, Own};
use super::{Journey, Part, Sheet};
use crate::protocol::Scope;

/// The report.
pub static REPORT: Journey = Journey {
    scope: Scope::Report,
    groups: &["report"],
    about: Some(("reports", "report")),
    sheets: &[
        Sheet {
            key: "author",
            group: "report",
            blocks: &[Own(&["author", "author_role", "period_from", "period_to", "involvement"])],
        },
        Sheet {
            key: "knowledge",
            group: "report",
            blocks: &[Own(&[
                "knowledge",
                "education_attendance",
                "education_attainment",
                "health",
                "mental_health",
                "substance_misuse",
                "housing",
                "other_knowledge",
                "going_well",
                "worries",
            ])],
        },
        Sheet {
            key: "reported-progress",
            group: "report",
            blocks: &[
                Lines("reported_progress", &["outcome", "status", "note", "measured_how", "measured_by"]),
                Own(&["progress_analysis"]),
            ],
        },
        Sheet {
            key: "risk",
            group: "report",
            blocks: &[Drawn(Part::NeedViews), Own(&["risk_and_unmet_need", "contribution"])],
        },
        Sheet {
            key: "family-and-child",
            group: "report",
            blocks: &[Own(&[
                "child_views",
                "shared_with_family",
                "shared_on",
                "shared_by",
                "family_summary",
            ])],
        },
        Sheet { key: "chronology", group: "report", blocks: &[List("chronology")] },
    ],
};
