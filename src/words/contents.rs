//! Answers in words, and what a row is called: for cards, for choosing among rows, for checking.

use crate::calendar::civil_date;
use crate::record::{Answer, CodeList, Field, Kind, Record, RowId, Section, Slot, State, Target};
use crate::words::Words;

/// The longest a card's title may be, in characters.
const TITLE: usize = 90;

/// An answer as a reader sees it; empty where there is none.
pub fn answer_words(words: &Words, record: &Record, field: &Field, answer: &dyn Answer) -> String {
    let written = answer.written();
    if answer.state() != State::Given {
        return written.into_owned();
    }
    written_words(words, record, field, &written)
}

/// What is written as an answer to this question, as a reader sees it.
pub fn written_words(words: &Words, record: &Record, field: &Field, written: &str) -> String {
    match field.kind {
        Kind::Day => civil_date(written).map_or_else(|| written.to_owned(), |day| words.day(day)),
        Kind::Choice(list) | Kind::Choices(list) => codes(words, list, written),
        Kind::Link(target) | Kind::Links(target) => links(words, record, target, written),
        _ => written.trim().to_owned(),
    }
}

fn codes(words: &Words, list: &CodeList, written: &str) -> String {
    let said: Vec<String> = written
        .split(',')
        .map(|code| words.say(&format!("{}.{code}", list.name)).unwrap_or(code).to_owned())
        .collect();
    words.list(&said.iter().map(String::as_str).collect::<Vec<_>>())
}

fn links(words: &Words, record: &Record, target: Target, written: &str) -> String {
    let said: Vec<String> =
        written.split(',').filter_map(RowId::new).map(|id| linked(words, record, target, &id)).collect();
    words.list(&said.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What the row that a link names is called.
fn linked(words: &Words, record: &Record, target: Target, id: &RowId) -> String {
    for rows in target.homes().iter().filter_map(|home| record.rows(home)) {
        if let Some((index, row)) = rows.position(id).and_then(|index| Some((index, rows.row(index)?))) {
            return row_name(words, record, row, index);
        }
    }
    words.label("form.choose.gone").to_owned()
}

/// What a row is called: the first thing that was said in it, or its kind and number.
pub fn row_name(words: &Words, record: &Record, row: &dyn Section, index: usize) -> String {
    let shape = row.shape();
    let given = shape.fields.iter().enumerate().find_map(|(at, field)| {
        let Some(Slot::Answer(answer)) = row.slot(at) else { return None };
        if at > 0 && matches!(field.kind, Kind::Link(target) if hangs_on(target)) {
            return None;
        }
        let said = answer_words(words, record, field, answer);
        (!said.trim().is_empty()).then_some(said)
    });
    given.map_or_else(
        || {
            let one = words.label(&format!("{}.one", shape.name)).to_owned();
            words.fill("form.row", &[("one", &words.begin(&one)), ("n", &(index + 1).to_string())])
        },
        |said| shorten(&said),
    )
}

/// Whether rows hang on rows of this list: every row of one meeting would have the meeting's name.
fn hangs_on(target: Target) -> bool {
    matches!(target, Target::Needs | Target::Outcomes | Target::Meetings | Target::Reports)
}

/// What else a card says of a row: who, when and how far, at most three answers after the one that
/// names it. What it hangs on is seen where it stands, and long answers are for those who open it.
pub fn row_summary(
    words: &Words,
    record: &Record,
    row: &dyn Section,
    asked: &dyn Fn(&'static Field) -> bool,
) -> Vec<(String, String)> {
    let fields = row.shape().fields.iter().enumerate();
    let said = fields.filter_map(|(at, field)| {
        let Some(Slot::Answer(answer)) = row.slot(at).filter(|_| asked(field)) else { return None };
        if matches!(field.kind, Kind::Narrative | Kind::Link(Target::Needs | Target::Outcomes)) && at > 0 {
            return None;
        }
        let said = answer_words(words, record, field, answer);
        let label = words.say(&field.words_key()).unwrap_or(field.key);
        (!said.trim().is_empty()).then(|| (label.to_owned(), shorten(&said)))
    });
    said.skip(1).take(3).collect()
}

/// The first line, cut at a word near the limit.
pub(super) fn shorten(said: &str) -> String {
    let line = said.trim().lines().next().unwrap_or_default();
    if line.chars().count() <= TITLE {
        return line.to_owned();
    }
    let cut: String = line.chars().take(TITLE).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut.get(..end).unwrap_or(&cut).trim_end())
}
