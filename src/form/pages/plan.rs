//! The pages of a plan, in the order a plan is made.

use super::Block::{Drawn, List, Questions, Tree};
use super::{Journey, Part, Sheet};
use crate::protocol::Scope;

/// The plan.
pub static PLAN: Journey = Journey {
    scope: Scope::Plan,
    groups: &["who", "known", "plan", "time"],
    about: None,
    sheets: &[
        Sheet { key: "children", group: "who", blocks: &[List("children")] },
        Sheet { key: "family", group: "who", blocks: &[List("people"), List("network")] },
        Sheet { key: "group", group: "who", blocks: &[List("agencies"), List("professionals")] },
        Sheet { key: "sharing", group: "who", blocks: &[List("consents")] },
        Sheet {
            key: "assessment",
            group: "known",
            blocks: &[
                Questions("assessment"),
                List("assessment/risks"),
                Questions("analysis"),
                List("analysis/dangers"),
                List("analysis/ratings"),
            ],
        },
        Sheet { key: "voice", group: "known", blocks: &[List("voices"), List("parent_views")] },
        Sheet { key: "plan", group: "plan", blocks: &[Questions("plan"), Tree, List("plan/other_plans")] },
        Sheet { key: "visits", group: "plan", blocks: &[List("visit_schedules"), List("visits")] },
        Sheet { key: "contingency", group: "plan", blocks: &[Questions("contingency")] },
        Sheet { key: "meetings", group: "time", blocks: &[List("meetings"), List("agreements")] },
        Sheet {
            key: "progress",
            group: "time",
            blocks: &[List("reviews"), List("progress"), List("measures")],
        },
        Sheet { key: "referrals", group: "time", blocks: &[List("referrals")] },
        Sheet {
            key: "distribution",
            group: "time",
            blocks: &[Questions("distribution"), List("distribution/copies")],
        },
        Sheet { key: "copies", group: "time", blocks: &[Questions("sharing"), Drawn(Part::Copies)] },
        Sheet { key: "ending", group: "time", blocks: &[Questions("ending"), List("ending/notices")] },
    ],
};
