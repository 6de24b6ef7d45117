//! `merge`: a record with what an agency, or another copy of a meeting's record, brings.

use super::about_files::refusal;
use super::input::{Input, refused};
use super::outcome::{Answer, Outcome, Refused};
use super::whole::envelope;
use std::fmt::Write;
use std::path::PathBuf;
use team_around::record::Place;
use team_around::wire::{Envelope, Merged, limits, merge_opened, parse};
use team_around::words::Words;

/// Merges an agency's report, or another copy of a meeting's record, and prints the envelope.
///
/// What is blank is taken, and what differs is noted beside what is there until somebody decides.
/// Says on standard error what was added, what differs, and what was not taken. The same file twice
/// changes nothing.
#[derive(clap::Args)]
pub struct Arguments {
    /// The record or envelope that is kept; `-` for standard input.
    file: PathBuf,
    /// The envelope that came in; `-` for standard input.
    contribution: PathBuf,
}

/// Merges the two.
///
/// # Errors
/// A sentence about a file, or why the two cannot be merged.
pub fn run(arguments: &Arguments, words: &'static Words) -> Outcome {
    let mut ours = envelope(Some(&arguments.file), words)?;
    let input = Input::read(Some(&arguments.contribution), words)?;
    let value = parse(&input.bytes).map_err(|problems| refusal(&input, &problems, words))?;
    let merged = merge_opened(&ours.record, &Envelope::read(&value))
        .map_err(|refusal| refused(&input.name, &refusal.sentence(words), words))?;
    let told = told(&merged, words);
    let looked_at = merged.differences.is_empty() && merged.left_out.is_empty();
    ours.record = merged.record;
    if !merged.already {
        ours.findings.clear();
    }
    let answer = Answer::document(&ours.write());
    if answer.length() > limits::BYTES {
        let limit = (limits::BYTES / (1024 * 1024)).to_string();
        return Err(Refused(words.fill("command.merged.too_large", &[("limit", &limit)])));
    }
    Ok(answer.saying(told).stopping(!looked_at))
}

/// What was merged, a line for each kind, with the places where a person has to look.
fn told(merged: &Merged, words: &Words) -> String {
    if merged.already {
        return format!("{}\n", words.label("command.merged.already"));
    }
    let differing = merged.record.differences.iter().filter(|row| merged.differences.contains(&row.id));
    let differing: Vec<Place> = differing.filter_map(|row| Place::read(&row.place)).collect();
    let mut text = String::new();
    for (what, count, places) in [
        ("added", merged.added.len(), &[][..]),
        ("taken", merged.taken.len(), &[]),
        ("differences", merged.differences.len(), &differing),
        ("left_out", merged.left_out.len(), &merged.left_out),
    ] {
        let line = words.fill(&format!("command.merged.{what}"), &[("n", &count.to_string())]);
        let _ = writeln!(text, "{line}");
        for place in places {
            let told = [("words", words.place(place, &merged.record)), ("place", place.to_string())];
            let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let _ = writeln!(text, "  {}", words.fill("command.merged.place", &told));
        }
    }
    text
}
