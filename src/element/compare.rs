//! Two texts of one form beside each other: a person takes what they want of the other one.
//!
//! Of the module of meetings alone: a plan's page fetches it when somebody compares.

use crate::record::{Change, Record, changes};
use crate::wire::{Envelope, Opened, ProblemKind};
use crate::words::{Language, Words};
use serde_json::Value;
use wasm_bindgen::prelude::*;

/// What another text of a form has that is otherwise here: a JSON list of sentences, in English, or in Welsh
/// for `cy`. Nothing where one of them is no text of ours.
#[wasm_bindgen]
pub fn compared(here: &str, other: &str, language: &str) -> Option<String> {
    let words = Words::of(Language::from_tag(language));
    against(here, other, |here, changes, other| {
        let told = changes.iter().map(|change| words.change(change, &here.envelope.record, other));
        Some(told.map(Value::from).collect::<Value>().to_string())
    })
}

/// The text that is here with one difference taken from the other: `at` is its place in the list.
#[wasm_bindgen]
pub fn taking(here: &str, other: &str, at: usize) -> Option<String> {
    against(here, other, |here, changes, other| {
        let mut record = here.envelope.record.clone();
        let taken = record.take(changes.get(at)?, other);
        taken.then(|| here.envelope.write_around(&record).to_string())
    })
}

fn against<T>(
    here: &str,
    other: &str,
    tell: impl FnOnce(&Opened, &[Change], &Record) -> Option<T>,
) -> Option<T> {
    let (here, other) = (ours(here)?, ours(other)?.envelope.record);
    let found = changes(&here.envelope.record, &other, &|_| true);
    tell(&here, &found, &other)
}

fn ours(text: &str) -> Option<Opened> {
    let opened = Envelope::read_text(text);
    let refused = opened.problems.iter().any(|problem| problem.what == ProblemKind::NotOurs);
    (!refused).then_some(opened)
}
