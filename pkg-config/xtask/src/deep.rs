//! What is too long for an ordinary run: every property against many more examples, and every fault at length.

use crate::command::{program, run};
use crate::step::{Outcome, step};
use crate::workspace::Workspace;
use crate::{faults, package};

/// How many generated examples each property is held against; an ordinary run takes 256 or fewer.
const CASES: &str = "3000";

const PROPERTIES: [&str; 8] = [
    "calendar",
    "timescales",
    "wire_properties",
    "review_properties",
    "merge_properties",
    "chronology",
    "changes",
    "family",
];

/// The drafts' own: what is tried, which tests do so, and with how many examples.  reliability.md R4, R5, E, L
const DRAFTS: [(&str, &str, &str); 4] = [
    ("Drafts under 100,000 schedules of faults", "writing", "100000"),
    ("Three copies of a draft, damaged in 20,000 ways", "damage", "20000"),
    ("Expiry under 100,000 clocks", "expiring", "100000"),
    ("Locks under 100,000 clocks", "locking", "100000"),
];

/// How many files that another version may have written are read.  reliability.md M2
const FILES: &str = "50000";

/// All of it, one part after another: some three hours on two cores.
///
/// # Errors
/// When a property does not hold or a mark was missed.
pub fn everything(workspace: &Workspace) -> Outcome {
    properties(workspace)?;
    drafts(workspace)?;
    browsers(workspace, "")
}

/// Every property, with many examples.
///
/// # Errors
/// When one does not hold.
pub fn properties(workspace: &Workspace) -> Outcome {
    step("Every property, 3,000 examples each", "2 to 10 min", || {
        let named = PROPERTIES.iter().flat_map(|test| ["--test", test]);
        tried(workspace, &["test"].into_iter().chain(named).collect::<Vec<_>>(), CASES)
    })
}

/// What decides about drafts, without a browser.
///
/// # Errors
/// When a property does not hold.
pub fn drafts(workspace: &Workspace) -> Outcome {
    for (what, tests, cases) in DRAFTS {
        step(what, "1 to 6 min", || {
            tried(workspace, &["test", "--features", "drafts", "--test", "draft", tests], cases)
        })?;
    }
    step("50,000 files of other versions", "3 to 8 min", || {
        tried(workspace, &["test", "--test", "wire_properties", "any_json"], FILES)
    })
}

/// The tests with browsers whose name holds `named`, and a table of what they found.
///
/// # Errors
/// When a mark was missed.
pub fn browsers(workspace: &Workspace, named: &str) -> Outcome {
    package::build(workspace)?;
    step("Faults of browsers, stores and windows", "130 to 200 min in all", || faults::deep(workspace, named))
}

fn tried(workspace: &Workspace, arguments: &[&str], cases: &str) -> Outcome {
    run(program("cargo", arguments).env("PROPTEST_CASES", cases).current_dir(workspace.root()))
}
