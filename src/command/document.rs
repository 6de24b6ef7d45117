//! A plan's file: a record, or an envelope with one in it.

use super::about_files::refusal;
use super::input::{Input, refused};
use super::outcome::Refused;
use std::path::PathBuf;
use team_around::protocol::Scope;
use team_around::record::{Record, RowId};
use team_around::wire::{Envelope, Loss, PackStamp, Problem, parse, read_record};
use team_around::words::Words;

/// A plan as read.
pub struct Document {
    /// The record.
    pub record: Record,
    /// What did not fit.
    pub problems: Vec<Problem>,
    /// Which document an envelope is; nothing for a record alone, which is all of them.
    pub scope: Option<Scope>,
    /// The meeting that an envelope is about.
    pub meeting: Option<RowId>,
    /// The packs that an envelope names; none for a record alone.
    pub stamps: Vec<PackStamp>,
}

impl Document {
    /// Reads the plan in a file.
    ///
    /// # Errors
    /// A sentence, where nothing of the file could be read as a plan.
    pub fn read(path: Option<&PathBuf>, words: &Words) -> Result<Self, Refused> {
        let input = Input::read(path, words)?;
        let value = parse(&input.bytes).map_err(|problems| refusal(&input, &problems, words))?;
        let format = value.get("format").and_then(|format| format.as_str());
        let document = match format {
            Some("team-around-pack") => {
                return Err(refused(&input.name, words.label("command.is_a_pack"), words));
            }
            Some("team-around") => {
                let opened = Envelope::read(&value);
                let scope = Some(opened.envelope.scope());
                let Envelope { record, protocol, meeting, .. } = opened.envelope;
                let meeting = meeting.id().cloned();
                Self { record, problems: opened.problems, scope, meeting, stamps: protocol }
            }
            _ => {
                let reading = read_record(&value);
                let (record, problems) = (reading.record, reading.problems);
                Self { record, problems, scope: None, meeting: None, stamps: Vec::new() }
            }
        };
        let is_refused = document.problems.iter().any(|problem| problem.loss == Loss::All);
        if is_refused { Err(refusal(&input, &document.problems, words)) } else { Ok(document) }
    }
}
