//! `vectors`: right answers for dates, run through what the rules use.

use super::against::{Holidays, Packs, composed};
use super::input::{Input, refused_at};
use super::outcome::{Answer, Outcome, Refused};
use std::fmt::Write;
use std::path::PathBuf;
use team_around::calendar::Calendar;
use team_around::protocol::Protocol;
use team_around::protocol::vectors::{Outcome as Tried, run as try_all};
use team_around::wire::built_in_pack;
use team_around::words::Words;

/// The pack whose figures are tried where none is named.
const FIGURES: &str = "hampshire-cin-2018";

/// Runs files of right answers, and prints each that did not come true.
///
/// Reads JSON of the shapes {"vectors": {name: [[given, expected], …]}} and {"cases": […]}. Prints
/// what came out otherwise, with its place in the file, and closes with "N passed, N failed". What
/// this version does not know counts as failed. Without --protocol the figures are those of
/// hampshire-cin-2018.
#[derive(clap::Args)]
pub struct Arguments {
    /// The files. Without any, or for `-`, standard input.
    files: Vec<PathBuf>,
    #[command(flatten)]
    packs: Packs,
    #[command(flatten)]
    holidays: Holidays,
}

/// Runs the files.
///
/// # Errors
/// A sentence about the first file that cannot be read.
pub fn run(arguments: &Arguments, words: &'static Words) -> Outcome {
    let protocol = if arguments.packs.are_named() {
        arguments.packs.named(words)?
    } else {
        composed(built_in_pack(FIGURES).into_iter().collect())
    };
    let calendar = arguments.holidays.calendar(words)?;
    let files: Vec<Option<&PathBuf>> =
        if arguments.files.is_empty() { vec![None] } else { arguments.files.iter().map(Some).collect() };
    let (mut text, mut passed, mut failed) = (String::new(), 0, 0);
    for file in files {
        let (name, tried) = one(file, &protocol, &calendar, words)?;
        tell(&name, &tried, words, &mut text);
        passed += tried.passed;
        failed += tried.failed.len() + tried.unknown.len();
    }
    let _ = writeln!(text, "{passed} passed, {failed} failed");
    Ok(Answer::new(text).stopping(failed > 0))
}

fn one(
    file: Option<&PathBuf>,
    protocol: &Protocol,
    calendar: &Calendar,
    words: &Words,
) -> Result<(String, Tried), Refused> {
    let input = Input::read(file, words)?;
    let tried = try_all(input.text(words)?, protocol, calendar).map_err(|unreadable| {
        let sentence = words.label(&format!("vectors.{}", unreadable.why.code())).to_owned();
        refused_at(&input.name, &unreadable.at, &sentence, words)
    })?;
    Ok((input.name, tried))
}

fn tell(name: &str, tried: &Tried, words: &Words, text: &mut String) {
    for mismatch in &tried.failed {
        let facts = [("expected", mismatch.expected.as_str()), ("came", mismatch.came.as_str())];
        let _ = writeln!(text, "{name}: {}: {}", mismatch.at, words.fill("command.vector.expected", &facts));
    }
    for at in &tried.unknown {
        let _ = writeln!(text, "{name}: {at}: {}", words.label("command.vector.unknown"));
    }
}
