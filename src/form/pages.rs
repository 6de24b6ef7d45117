//! The pages of the form, as data: which questions and lists stand on each, in what order.

/// What a page is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// The questions of the section with this home.
    Questions(&'static str),
    /// The list with this home.
    List(&'static str),
    /// Needs, under each its outcomes, under each its actions.
    Tree,
}

/// One page.
#[derive(Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its key: the title stands in `words/` under `page.<key>`.
    pub key: &'static str,
    /// The group it stands in on the task list, under `pages.<group>`.
    pub group: &'static str,
    /// What it is made of.
    pub blocks: &'static [Block],
}

/// Where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The task list.
    Tasks,
    /// The page at this index of [`SHEETS`].
    Sheet(usize),
    /// Everything on one page.
    All,
    /// The answers, to be checked before sending.
    Check,
}

use Block::{List, Questions, Tree};

/// The pages of a plan, in the order a plan is made.
pub static SHEETS: &[Sheet] = &[
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
    Sheet { key: "progress", group: "time", blocks: &[List("reviews"), List("progress"), List("measures")] },
    Sheet { key: "referrals", group: "time", blocks: &[List("referrals")] },
    Sheet {
        key: "distribution",
        group: "time",
        blocks: &[Questions("distribution"), List("distribution/copies")],
    },
    Sheet { key: "ending", group: "time", blocks: &[Questions("ending"), List("ending/notices")] },
];

impl Sheet {
    /// The homes of the sections and lists that stand on this page.
    pub fn homes(&self) -> impl Iterator<Item = &'static str> {
        self.blocks
            .iter()
            .flat_map(|block| match block {
                Questions(home) | List(home) => std::slice::from_ref(home).iter(),
                Tree => ["plan/needs", "plan/outcomes", "plan/actions"].iter(),
            })
            .copied()
    }
}

/// Questions that are asked before those of another section: when a plan ended is asked with how.
pub static MOVED: &[(&str, &str, &str)] = &[("plan", "ended_on", "ending")];

/// The page on which a question of a section or list stands; `None` for what no page asks (the document, overrides).
pub fn sheet_of(home: &str, key: Option<&str>) -> Option<usize> {
    let moved = MOVED.iter().find(|(from, moved, _)| home == *from && key == Some(*moved));
    let home = moved.map_or(home, |(_, _, to)| *to);
    SHEETS.iter().position(|sheet| sheet.homes().any(|found| found == home))
}
