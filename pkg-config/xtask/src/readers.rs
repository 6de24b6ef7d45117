//! The readers of family copies that the browser tests go through: written by the tests that judge them natively.

use std::path::PathBuf;

use crate::command::{program, run_quietly};
use crate::step::{Failure, Outcome, step};
use crate::workspace::{self, Workspace};

/// How many an ordinary run goes through, and a long one.  reliability.md V1
pub const QUICK: usize = 24;
pub const DEEP: usize = 2_000;

/// Where they are written, for the tests' `FAMILY_CASES`.
pub fn file(workspace: &Workspace) -> PathBuf {
    workspace.scratch().join("family-cases.jsonl")
}

/// Writes so many of them.
///
/// # Errors
/// When the tests that write them cannot be built or run.
pub fn write(workspace: &Workspace, count: usize) -> Outcome {
    let (path, log) = (file(workspace), workspace.scratch().join("family-cases.log"));
    workspace::make_room(&path)?;
    step(&format!("{count} readers of family copies: written"), "2 s to 2 min", || {
        let writer = ["test", "--test", "family", "written_for_the_browser", "--", "--ignored"];
        let mut cargo = program("cargo", &writer);
        cargo.env("FAMILY_CASES", &path).env("FAMILY_CASE_COUNT", count.to_string());
        run_quietly(cargo.current_dir(workspace.root()), &log)
    })?;
    path.is_file().then_some(()).ok_or_else(|| Failure::new("The readers of family copies were not written."))
}
