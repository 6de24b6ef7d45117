//! `changes`: what differs between two versions of a plan.

use super::about_files;
use super::document::Document;
use super::outcome::{Answer, Outcome};
use std::path::PathBuf;
use team_around::record::changes;
use team_around::words::Words;

/// Prints what differs between two versions of a plan, a sentence for each change.
///
/// Rows are known by their ids, so one that was moved is no change.
#[derive(clap::Args)]
pub struct Arguments {
    /// The earlier version: a record or an envelope; `-` for standard input.
    before: PathBuf,
    /// The later version. Without it, or for `-`, standard input.
    after: Option<PathBuf>,
}

/// What differs.
///
/// # Errors
/// A sentence about one of the files.
pub fn run(arguments: &Arguments, words: &'static Words) -> Outcome {
    let before = Document::read(Some(&arguments.before), words)?;
    let after = Document::read(arguments.after.as_ref(), words)?;
    let found = changes(&before.record, &after.record, &|_| true);
    let mut text: String = found
        .iter()
        .map(|change| format!("{}\n", words.change(change, &before.record, &after.record)))
        .collect();
    if text.is_empty() {
        text = format!("{}\n", words.label("change.none"));
    }
    let problems = [before.problems, after.problems].concat();
    text.push_str(&about_files::below(&problems, words));
    Ok(Answer::new(text))
}
