//! `request`: what one agency is sent so that it can report to a meeting.

use super::day::Today;
use super::outcome::{Answer, Outcome, Refused};
use super::whole::envelope;
use std::path::PathBuf;
use team_around::reading::request;
use team_around::record::{RowId, Typed};
use team_around::wire::Envelope;
use team_around::words::Words;

/// Prints a request to one agency for its report to a meeting, as an envelope.
///
/// Reads a record or an envelope as JSON. The request holds only what the agency must see to write
/// its report, and the rows of the report prepared.
#[derive(clap::Args)]
pub struct Arguments {
    /// The record or envelope. Without it, or for `-`, standard input.
    file: Option<PathBuf>,
    /// The id of the meeting.
    #[arg(long, value_name = "ID", value_parser = row_id)]
    meeting: RowId,
    /// The id of the agency.
    #[arg(long, value_name = "ID", value_parser = row_id)]
    agency: RowId,
    #[command(flatten)]
    today: Today,
}

fn row_id(text: &str) -> Result<RowId, &'static str> {
    RowId::new(text).ok_or("1 to 40 letters, figures, hyphens or underscores")
}

/// Prints the request.
///
/// # Errors
/// A sentence about the file, or that it knows no such meeting or agency.
pub fn run(arguments: &Arguments, words: &'static Words) -> Outcome {
    let Arguments { file, meeting, agency, today } = arguments;
    let from = envelope(file.as_ref(), words)?;
    let record = request(&from.record, meeting, agency)
        .map_err(|refused| Refused(words.label(refused.words_key()).to_owned()))?;
    let mut asked = Envelope::request(record, meeting, agency);
    asked.protocol = from.protocol;
    asked.engine = concat!("team-around ", env!("CARGO_PKG_VERSION")).into();
    asked.made.on = Typed::Given(today.day());
    Ok(Answer::document(&asked.write()))
}
