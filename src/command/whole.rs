//! A file that is written out again: nothing of it may be lost.

use super::about_files::refusal;
use super::input::{Input, refused};
use super::outcome::Refused;
use std::path::PathBuf;
use team_around::wire::{Envelope, Loss, Opened, Reading, VERSION, parse, read_record};
use team_around::words::Words;

/// The envelope in a file, or a record put into a new one.
///
/// # Errors
/// A sentence, where part of the file could not be held, or a newer version wrote it.
pub fn envelope(path: Option<&PathBuf>, words: &Words) -> Result<Envelope, Refused> {
    let input = Input::read(path, words)?;
    let opened = open(&input, words)?;
    let (loss, newer) = (opened.loss(), opened.is_newer());
    match loss {
        Loss::All => Err(refusal(&input, &opened.problems, words)),
        _ if newer => {
            let kind = team_around::wire::ProblemKind::Newer { version: opened.envelope.version };
            Err(refused(&input.name, &kind.sentence(words), words))
        }
        Loss::Part => Err(refused(&input.name, words.label("command.merged.into_losses"), words)),
        Loss::Nothing => Ok(opened.envelope),
    }
}

fn open(input: &Input, words: &Words) -> Result<Opened, Refused> {
    let value = parse(&input.bytes).map_err(|problems| refusal(input, &problems, words))?;
    match value.get("format").and_then(|format| format.as_str()) {
        Some("team-around-pack") => Err(refused(&input.name, words.label("command.is_a_pack"), words)),
        Some("team-around") => Ok(Envelope::read(&value)),
        _ => {
            let Reading { record, problems } = read_record(&value);
            let envelope = Envelope { version: VERSION, record, ..Envelope::default() };
            Ok(Opened { envelope, problems })
        }
    }
}
