//! `schema`: the format as JSON Schema.

use super::outcome::Answer;
use team_around::wire::{envelope_schema, pack_schema, schema_in_words};
use team_around::words::Words;

/// Prints the JSON Schema (2020-12) of a record, with each question's label and hint.
#[derive(clap::Args)]
pub struct Arguments {
    /// Print the schema of an envelope, with the record's inside it.
    #[arg(long, conflicts_with = "pack")]
    envelope: bool,
    /// Print the schema of a pack.
    #[arg(long)]
    pack: bool,
}

/// The schema that was asked for.
pub fn run(arguments: &Arguments, words: &'static Words) -> Answer {
    let label = |key: &str| words.say(key);
    Answer::json(&match arguments {
        Arguments { envelope: true, .. } => envelope_schema(&label),
        Arguments { pack: true, .. } => pack_schema(),
        _ => schema_in_words(&label),
    })
}
