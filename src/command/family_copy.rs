//! `family-copy`: the copy that goes to one reader, or what whoever approves it has to see.

use super::day::Today;
use super::input::Input;
use super::outcome::{Answer, Outcome, Refused};
use super::whole::envelope;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;
use team_around::reading::family::{FamilyCopy, Leak, Prepared, Refusal, prepared, release, write_copy};
use team_around::reading::page::{Phrases, document};
use team_around::record::{Record, RowId};
use team_around::words::{Language, Words};

/// Writes the copy of a plan that one reader of the family is given, as one HTML file.
///
/// The file holds no script and asks for nothing. It is written only where somebody other than its author
/// has approved the copy as it is, before its last day; else every reason is on standard error, and it ends with 1.
#[derive(clap::Args)]
pub struct Arguments {
    /// The record or envelope. Without it, or for `-`, standard input.
    file: Option<PathBuf>,
    /// The id of the copy.
    #[arg(long, value_name = "ID", value_parser = row_id)]
    copy: RowId,
    /// What goes out and what does not, for whoever approves it, and the seal of what they saw.
    #[arg(long, conflicts_with = "json")]
    look: bool,
    /// The copy as JSON, for the element that shows it.
    #[arg(long)]
    json: bool,
    /// The sentences of the page in another language: JSON, a sentence under each key.
    #[arg(long, value_name = "FILE")]
    words: Option<PathBuf>,
    #[command(flatten)]
    today: Today,
}

fn row_id(text: &str) -> Result<RowId, &'static str> {
    RowId::new(text).ok_or("1 to 40 letters, figures, hyphens or underscores")
}

/// Prints the page, the JSON, or what an approver sees.
///
/// # Errors
/// A sentence about a file, or that the plan has no such copy.
pub fn run(arguments: &Arguments, words: &'static Words) -> Outcome {
    let Arguments { file, copy, look, json, words: table, today } = arguments;
    let record = envelope(file.as_ref(), words)?.record;
    let found = prepared(&record, copy).map_err(|refusal| Refused(said(refusal, words)))?;
    if *look {
        let stops = !found.refused.is_empty();
        return Ok(Answer::new(looked(&record, &found, words)).stopping(stops));
    }
    match release(&record, copy, today.day()) {
        Ok(copy) if *json => Ok(Answer::file(write_copy(&copy) + "\n")),
        Ok(copy) => Ok(Answer::file(page(&copy, table.as_ref(), words)?)),
        Err(refused) => Ok(Answer::new("").saying(refusals(&record, &found, &refused, words)).stopping(true)),
    }
}

fn page(copy: &FamilyCopy, table: Option<&PathBuf>, words: &'static Words) -> Result<String, Refused> {
    let own: BTreeMap<String, String> = match table {
        Some(path) => {
            let Input { name, bytes } = Input::read(Some(path), words)?;
            let refused = |_| Refused(words.fill("command.family.table", &[("file", &name)]));
            serde_json::from_slice(&bytes).map_err(refused)?
        }
        None => BTreeMap::new(),
    };
    let built_in = Words::of(Language::from_tag(&copy.language));
    let say = |key: &str| own.get(key).cloned().or_else(|| built_in.say(key).map(str::to_owned));
    // Sentences that nobody translated stand in English, and the file says so of itself.
    let language = if own.is_empty() { built_in.language().tag() } else { &copy.language };
    Ok(document(copy, &Phrases { say: &say, language }))
}

fn said(refusal: Refusal, words: &Words) -> String {
    words.label(refusal.words_key()).to_owned()
}

fn refusals(record: &Record, found: &Prepared, refused: &[Refusal], words: &Words) -> String {
    let mut text = String::new();
    for refusal in refused {
        let _ = writeln!(text, "{}", said(*refusal, words));
    }
    for place in &found.unread {
        let _ = writeln!(text, "  {}", words.place(place, record));
    }
    text + &leaks(record, found, words)
}

fn leaks(record: &Record, found: &Prepared, words: &Words) -> String {
    let stops = found.leaks.iter().filter(|leak| leak.stops());
    let mut told: Vec<String> = stops.map(|leak| format!("{}\n", leaked(record, leak, words))).collect();
    // Two secrets that one sentence gives away are told in the same words.
    told.dedup();
    told.concat()
}

fn leaked(record: &Record, leak: &Leak, words: &Words) -> String {
    let place = words.place(&leak.place, record);
    let what = words.label(leak.words_key());
    let found = words.fill(leak.found_key(), &[("where", &place), ("words", &leak.words), ("what", what)]);
    format!("{found}. {}", words.label(leak.way_key()))
}

/// What goes out with its places, what does not and why, and the seal that an approval names.
fn looked(record: &Record, found: &Prepared, words: &Words) -> String {
    let mut text = String::new();
    let day = |day: Option<NaiveDate>| day.map(|day| words.day(day)).unwrap_or_default();
    let copy = &found.copy;
    let heading = [("reader", copy.reader.as_str()), ("until", &day(copy.expires_on))];
    let _ = writeln!(text, "{}\n", words.fill("command.family.goes", &heading));
    for place in &found.goes {
        let said = found.sentences.iter().find(|sentence| sentence.place == *place);
        let fact = || record.answer(place).map(|answer| answer.written().into_owned()).unwrap_or_default();
        let value = said.map_or_else(fact, |said| said.words.clone());
        let _ = writeln!(text, "  {}: {value}", words.place(place, record));
    }
    let _ = writeln!(text, "\n{}\n", words.label("command.family.left"));
    for left in &found.left_out {
        let _ =
            writeln!(text, "  {}: {}", words.place(&left.place, record), words.label(left.why.words_key()));
    }
    let _ = writeln!(text, "\n{}", words.fill("command.family.seal", &[("seal", &found.seal)]));
    if !found.refused.is_empty() {
        let _ = write!(text, "\n{}", refusals(record, found, &found.refused, words));
    }
    text
}
