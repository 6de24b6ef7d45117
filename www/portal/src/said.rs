//! An answer, and where it stands, in words that a person can read.

use std::fmt::Write;
use team_around::calendar::civil_date;
use team_around::record::{Answer, Kind, Place, Record, Section, Slot, State};
use team_around::words::{Language, Words};

/// Where an answer stands: "The plan, Action “Fit a stair gate”, Who will do it".
pub fn label(place: &Place, record: &Record) -> String {
    let words = Words::of(Language::English);
    let mut label = place.shape().map(|shape| section(place, shape.name, record, words)).unwrap_or_default();
    if let Some(field) = place.field() {
        let _ = write!(label, ": {}", words.label(&field.words_key()));
    }
    label
}

/// An instant or a day as a file has it, in words: "16 March 2026, 09:30 UTC". Anything else as it stands.
pub fn moment(written: &str) -> String {
    moment_in(Language::English, written)
}

/// The same in a language.
pub fn moment_in(language: Language, written: &str) -> String {
    let (day, time) = written.split_once('T').unwrap_or((written, ""));
    let Some(day) = civil_date(day) else { return written.to_owned() };
    let day = Words::of(language).day(day);
    time.get(..5).map_or(day.clone(), |time| format!("{day}, {time} UTC"))
}

fn section(place: &Place, name: &str, record: &Record, words: &Words) -> String {
    if place.row.is_none() {
        let whole = [format!("{name}.title"), format!("{name}.many")];
        return whole.iter().find_map(|key| words.say(key)).unwrap_or(name).to_owned();
    }
    let one = words.label(&format!("{name}.one")).to_owned();
    match record.section(place).and_then(title) {
        Some(title) => format!("{one} “{title}”"),
        None => one,
    }
}

/// The first answer of a row that is written in words, cut after sixty characters.
fn title(row: &dyn Section) -> Option<String> {
    let fields = row.shape().fields.iter().enumerate();
    let mut written = fields.filter(|(_, field)| matches!(field.kind, Kind::Line | Kind::Narrative));
    let (index, _) = written.next()?;
    let Some(Slot::Answer(answer)) = row.slot(index) else { return None };
    let text = answer.written();
    let short: String = text.trim().chars().take(60).collect();
    let cut = if short.len() < text.trim().len() { "…" } else { "" };
    (!short.is_empty()).then(|| format!("{short}{cut}"))
}

/// The answer itself: codes and links in words, days written out. What could not be read stands as typed.
pub fn answer(place: &Place, answer: &dyn Answer, record: &Record) -> String {
    let words = Words::of(Language::English);
    let written = answer.written();
    let each = |say: &dyn Fn(&str) -> String| written.split(',').map(say).collect::<Vec<_>>().join(", ");
    match (place.field().map(|field| field.kind), answer.state()) {
        (_, State::Blank) => String::new(),
        (_, State::Unread) | (None, _) => written.into_owned(),
        (Some(Kind::Choice(list) | Kind::Choices(list)), _) => {
            each(&|code| words.label(&format!("{}.{code}", list.name)).to_owned())
        }
        (Some(Kind::Link(target) | Kind::Links(target)), _) => {
            each(&|id| linked(id, target.homes(), record).unwrap_or_else(|| id.to_owned()))
        }
        (Some(Kind::Day), _) => moment(&written),
        _ => written.into_owned(),
    }
}

/// What a row that a link names is called.
fn linked(id: &str, homes: &[&str], record: &Record) -> Option<String> {
    homes.iter().find_map(|home| {
        let rows = record.rows(home)?;
        let row = (0..rows.len()).filter_map(|index| rows.row(index));
        row.into_iter().find(|row| row.row_id().is_some_and(|own| own.as_str() == id)).and_then(title)
    })
}
