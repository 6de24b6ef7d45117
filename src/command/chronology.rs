//! `chronology`: what happened when, of all agencies, in one order.

use super::about_files;
use super::document::Document;
use super::outcome::{Answer, Outcome};
use std::fmt::Write;
use std::path::PathBuf;
use team_around::record::chronology::ChronologyEntry;
use team_around::record::codes::YesNo;
use team_around::record::{Dated, Record, RowId, Section, chronology_in_order, duplicates};
use team_around::wire::chronology::chronology_csv;
use team_around::words::{Words, contents::answer_words};

/// Prints the chronology of all agencies in one order, as a list or as CSV.
///
/// What says no time stands last, with a mark. Below the list stand the entries of different
/// agencies that may tell of one thing; nothing is joined.
#[derive(clap::Args)]
pub struct Arguments {
    /// The plan: a record or an envelope. Without it, or for `-`, standard input.
    file: Option<PathBuf>,
    /// Print CSV that a spreadsheet opens as text: UTF-8, with no cell that could run as a formula.
    #[arg(long)]
    csv: bool,
}

/// The chronology of the plan.
///
/// # Errors
/// A sentence about the file.
pub fn run(arguments: &Arguments, words: &'static Words) -> Outcome {
    let document = Document::read(arguments.file.as_ref(), words)?;
    if arguments.csv {
        return Ok(Answer::file(chronology_csv(&document.record, words)));
    }
    let mut text = list(&document.record, words);
    text.push_str(&twice(&document.record, words));
    text.push_str(&about_files::below(&document.problems, words));
    Ok(Answer::new(text))
}

fn list(record: &Record, words: &Words) -> String {
    let entries = chronology_in_order(record);
    if entries.is_empty() {
        return format!("{}\n", words.label("command.chronology.none"));
    }
    let told: Vec<String> = entries.iter().map(|dated| entry(dated, record, words)).collect();
    told.join("\n")
}

fn entry(dated: &Dated<'_>, record: &Record, words: &Words) -> String {
    let of = dated.entry;
    let mut text = format!("{}\n", head(of, record, words));
    if dated.when.is_none() && !of.when.is_blank() {
        let _ = writeln!(text, "  {}", words.label("command.chronology.unread"));
    }
    lines(&mut text, "", of.event.trim());
    for (column, key) in [("source", "source"), ("significance", "significance"), ("impact", "impact")] {
        let label = format!("{}: ", words.label(&format!("import.column.{column}")));
        lines(&mut text, &label, &said(of, key, record, words));
    }
    if of.third_party.is(YesNo::Yes) {
        lines(&mut text, "", words.label("command.chronology.third_party"));
    }
    text
}

/// When it was, as typed, and whose entry it is.
fn head(of: &ChronologyEntry, record: &Record, words: &Words) -> String {
    let when = if of.when.is_blank() { words.label("command.chronology.no_date") } else { of.when.trim() };
    match said(of, "agencies", record, words) {
        agencies if agencies.is_empty() => when.to_owned(),
        agencies => format!("{when}: {agencies}"),
    }
}

fn said(of: &ChronologyEntry, key: &str, record: &Record, words: &Words) -> String {
    let section: &dyn Section = of;
    let field = section.shape().field(key).map(|(_, field)| field);
    let asked = field.zip(section.answer(key));
    asked.map(|(field, answer)| answer_words(words, record, field, answer)).unwrap_or_default()
}

/// What is said, after a label, each of its lines set in.
fn lines(text: &mut String, label: &str, said: &str) {
    for (at, line) in said.lines().filter(|line| !line.trim().is_empty()).enumerate() {
        let _ = writeln!(text, "  {}{line}", if at == 0 { label } else { "" });
    }
}

/// The entries that may tell of one thing.
fn twice(record: &Record, words: &Words) -> String {
    let pairs = duplicates(record);
    let mut text = String::new();
    if !pairs.is_empty() {
        let _ = writeln!(text, "\n{}", words.label("command.chronology.twice"));
    }
    for (one, other) in &pairs {
        let names = [one, other].map(|id| named(id, record, words));
        let pair = words.fill("command.chronology.pair", &[("one", &names[0]), ("other", &names[1])]);
        let _ = writeln!(text, "  {pair}");
    }
    text
}

fn named(id: &RowId, record: &Record, words: &Words) -> String {
    let entry = record.chronology.iter().find(|entry| entry.id == *id);
    entry.map_or_else(|| id.to_string(), |entry| format!("{} [{id}]", head(entry, record, words)))
}
