//! The subcommands, and how each ends.
//!
//! Never here: the web, a rule’s logic, a way to count days, or a file that is written. The clock is
//! read in one place (`day.rs`), once, where the command line does not tell the day.

mod about_files;
mod against;
mod changes;
mod check;
mod chronology;
mod day;
mod document;
mod family_copy;
mod input;
mod merge;
mod outcome;
mod pack;
mod request;
mod rules;
mod schema;
mod timescales;
mod vectors;
mod whole;

use clap::{Parser, Subcommand, ValueEnum};
use outcome::Outcome;
use std::process::ExitCode;
use team_around::words::{Language, Words};

const HOW_IT_ENDS: &str = "It ends with\n  \
    0  where nothing stops the plan from being made final, or everything passed\n  \
    1  where something does, a pack has faults, a vector did not come true, or a person has to look\n       at what was merged\n  \
    2  where what was given could not be used: one sentence on standard error says what and where\n\n\
    FILE may be left out or be `-`: standard input is read. Files over 8 MB are refused.";

/// Checks plans for a child in need against a protocol, and tells when things are due.
#[derive(Parser)]
#[command(name = "team-around", version, after_help = HOW_IT_ENDS)]
struct Command {
    /// The language of every sentence.
    #[arg(long, global = true, value_name = "LANGUAGE", default_value = "en")]
    lang: Tongue,
    #[command(subcommand)]
    task: Task,
}

/// A language by its tag.
#[derive(Clone, Copy, ValueEnum)]
enum Tongue {
    /// English.
    En,
    /// Welsh.
    Cy,
}

impl Tongue {
    fn words(self) -> &'static Words {
        Words::of(match self {
            Self::En => Language::English,
            Self::Cy => Language::Welsh,
        })
    }
}

#[derive(Subcommand)]
enum Task {
    Check(check::Arguments),
    Timescales(timescales::Arguments),
    Chronology(chronology::Arguments),
    Changes(changes::Arguments),
    Schema(schema::Arguments),
    Rules(rules::Arguments),
    /// Works on packs: a council's rules, figures and sources as JSON.
    #[command(subcommand)]
    Pack(PackTask),
    Vectors(vectors::Arguments),
    Request(request::Arguments),
    FamilyCopy(family_copy::Arguments),
    Merge(merge::Arguments),
}

#[derive(Subcommand)]
enum PackTask {
    Check(pack::Arguments),
}

/// Reads the command line, does what it asks, and prints what came of it.
pub fn run() -> ExitCode {
    let command = Command::parse();
    let words = command.lang.words();
    outcome::print(command.task.run(words), words)
}

impl Task {
    fn run(&self, words: &'static Words) -> Outcome {
        match self {
            Self::Check(arguments) => check::run(arguments, words),
            Self::Timescales(arguments) => timescales::run(arguments, words),
            Self::Chronology(arguments) => chronology::run(arguments, words),
            Self::Changes(arguments) => changes::run(arguments, words),
            Self::Schema(arguments) => Ok(schema::run(arguments, words)),
            Self::Rules(arguments) => rules::run(arguments, words),
            Self::Pack(PackTask::Check(arguments)) => pack::run(arguments, words),
            Self::Vectors(arguments) => vectors::run(arguments, words),
            Self::Request(arguments) => request::run(arguments, words),
            Self::FamilyCopy(arguments) => family_copy::run(arguments, words),
            Self::Merge(arguments) => merge::run(arguments, words),
        }
    }
}
