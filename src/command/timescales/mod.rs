//! `timescales`: when the plan is next to be reviewed, visited, sent and announced.

mod as_json;
mod as_text;

use super::against::{Holidays, Packs};
use super::day::Today;
use super::document::Document;
use super::outcome::{Answer, Outcome};
use std::path::PathBuf;
use team_around::protocol::timescales::Stopped;
use team_around::protocol::{Terms, timescales};
use team_around::words::Words;

/// Tells when a plan is next to be reviewed, visited, sent and announced, and how each day was counted.
///
/// Reads a record or an envelope as JSON. Prints the plan's start, the end of the first period, the
/// next review with its interval and why that one applies, visits, sending the plan, and notice of
/// the next meeting.
#[derive(clap::Args)]
pub struct Arguments {
    /// The plan: a record or an envelope. Without it, or for `-`, standard input.
    file: Option<PathBuf>,
    #[command(flatten)]
    packs: Packs,
    #[command(flatten)]
    today: Today,
    #[command(flatten)]
    holidays: Holidays,
    /// Print JSON: {as_of, protocol, plan_start, boundary, ended, review, visits, distribution, notice, problems}.
    #[arg(long)]
    json: bool,
}

/// Tells the timescales.
///
/// # Errors
/// A sentence about the file, the packs or the calendar.
pub fn run(arguments: &Arguments, words: &'static Words) -> Outcome {
    let document = Document::read(arguments.file.as_ref(), words)?;
    let protocol = arguments.packs.or_of(&document.stamps, words)?;
    let calendar = arguments.holidays.calendar(words)?;
    let terms =
        Terms { today: arguments.today.day(), calendar: &calendar, protocol: &protocol, meeting: None };
    let came = timescales(&document.record, &terms);
    Ok(if arguments.json {
        Answer::json(&as_json::told(&came, &document, &terms, words))
    } else {
        Answer::new(as_text::Told { document: &document, terms, words }.text(&came))
    })
}

/// The code of why a timescale has nothing to say; its sentence stands under `command.stopped.<code>`.
fn stopped(why: Stopped) -> &'static str {
    match why {
        Stopped::NoStart => "no-start",
        Stopped::Ended => "ended",
        Stopped::NothingToCount => "nothing-to-count",
    }
}
