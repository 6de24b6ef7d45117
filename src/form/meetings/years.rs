//! What happened in the order of its days, a section a year: a browser lays out and paints only the
//! years that are on the screen, however many there are.
//!
//! An entry that is open stays where it is while it is written in, and takes its place once it is closed.

use super::chronology::{HOME, entry};
use crate::form::markup::{El, Key, el};
use crate::form::state::Form;
use crate::record::{Dated, RowId, Shape, alike, by_time, dated};
use chrono::Datelike;
use leptos::prelude::*;

/// The entries of one part of the line, under the key of that part.
type Part = (Key, Vec<RowId>);

/// The entries in their order, and those of them that may tell of one thing.
#[derive(Clone, Default, PartialEq)]
pub struct Line {
    parts: Vec<Part>,
    /// Pairs that may tell of one thing.
    pub alike: Vec<(RowId, RowId)>,
}

/// An entry that is written in before it has a day.
const NEW: &str = "new";
/// What has no day, or none that can be read.
const UNDATED: &str = "undated";

/// The line as it stands, now and from now on. What was typed as a time is read once for all that needs it.
pub fn line(form: Form) -> Memo<Line> {
    let list = form.list(HOME);
    Memo::new(move |_| {
        list.track();
        form.meetings.dated.track();
        let open = form.inner.with_value(|inner| inner.open.as_ref().and_then(|place| place.row.clone()));
        form.record(|record| {
            let entries = dated(record);
            Line { parts: parts(&by_time(&entries), open.as_ref()), alike: alike(&entries) }
        })
    })
}

/// The line of years.
pub fn years(form: Form, line: Memo<Line>, shape: &'static Shape) -> El {
    let keys = move || line.with(|line| line.parts.iter().map(|(key, _)| key.clone()).collect());
    el("div").each(keys, move |key| part(form, key, line, shape))
}

fn part(form: Form, key: &Key, line: Memo<Line>, shape: &'static Shape) -> El {
    let title = match key.as_str() {
        NEW => None,
        UNDATED => Some(form.label("import.undated")),
        year => Some(year.to_owned().into()),
    };
    let named = title.clone().unwrap_or_else(|| form.label("import.new"));
    let key = key.clone();
    let own = Memo::new(move |_| {
        let ids = |line: &Line| line.parts.iter().find(|(of, _)| *of == key).map(|(_, ids)| ids.clone());
        line.with(ids).unwrap_or_default()
    });
    let entries = el("ol").class("ta-chronology").attr("aria-label", named);
    el("div")
        .class("ta-chronology__year")
        .with(title.map(|title| form.h(1).class("govuk-heading-s").text(title)))
        .with(entries.each(move || own.get(), move |id| entry(form, id, shape)))
}

fn parts(entries: &[Dated<'_>], open: Option<&RowId>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let is_new = |dated: &&Dated<'_>| Some(&dated.entry.id) == open && dated.entry.when.is_blank();
    let (new, others): (Vec<&Dated<'_>>, Vec<_>) = entries.iter().partition(is_new);
    for dated in new.into_iter().chain(others) {
        let key = match dated.when {
            Some(when) => RowId::new(&when.first.year().to_string()),
            None => RowId::new(if is_new(&dated) { NEW } else { UNDATED }),
        };
        let (Some(key), id) = (key, dated.entry.id.clone()) else { continue };
        match parts.last_mut() {
            Some((last, ids)) if *last == key => ids.push(id),
            _ => parts.push((key, vec![id])),
        }
    }
    parts
}
