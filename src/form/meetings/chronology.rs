//! What happened when: the chronologies of several agencies as one, in the order of their days; as a
//! line that is also a list.

use super::alike::offers;
use super::contributions::file_box;
use super::mapping::offered;
use super::years::{line, years};
use crate::form::cards::card;
use crate::form::markup::{El, Node, button, el};
use crate::form::rows::adding;
use crate::form::start::Say;
use crate::form::state::Form;
use crate::record::chronology::{ChronologyEntry, Significance};
use crate::record::{CodeSet, Place, Record, RowId, Shape, When, apart};
use leptos::prelude::*;

/// The list.
pub const HOME: &str = "chronology";

/// The page.
pub fn chronology(form: Form) -> Node {
    let Some(shape) = Place::home(HOME).shape() else { return Node::Nothing };
    let writing = !form.is_read_only();
    let file = writing.then(|| file_box(form, "chronology", "import.file"));
    let add = adding(form, shape, None, "govuk-button govuk-button--secondary");
    let line = line(form);
    let save =
        button("ta-link-button", form.label("import.save")).on("click", move |_| form.tell(Say::Chronology));
    el("section")
        .class("ta-list")
        .attr("aria-label", form.label("page.chronology"))
        .with(file)
        .with(el("div").shows(move || offered(form)))
        .with(el("div").class("govuk-button-group").with(add).with(save))
        .with(offers(form, line))
        .with(years(form, line, shape))
        .into()
}

/// One entry of the line.
pub fn entry(form: Form, id: &RowId, shape: &'static Shape) -> El {
    let place = Place { home: HOME, row: Some(id.clone()), key: None };
    let open = form.opened(&place);
    let class = {
        let (id, open) = (id.clone(), open.clone());
        move || {
            open.track();
            form.meetings.joined.track();
            let what = form.record(|record| find(record, &id).and_then(|row| row.significance.get()));
            Some(format!("ta-chronology__item{}", what.map_or("", class_of)))
        }
    };
    let id = id.clone();
    let content = move || {
        // An entry that is open when it is joined would otherwise write what it said before over what it says now.
        form.meetings.joined.track();
        if open.get() { card(form, HOME, &id, shape).into() } else { shown(form, &place) }
    };
    el("li").live("class", class).shows(content)
}

fn class_of(what: Significance) -> &'static str {
    match what {
        Significance::Positive => " ta-chronology__item--positive",
        Significance::Negative => " ta-chronology__item--negative",
        Significance::Neutral => " ta-chronology__item--neutral",
    }
}

pub(super) fn find<'a>(record: &'a Record, id: &RowId) -> Option<&'a ChronologyEntry> {
    record.chronology.iter().find(|row| row.id == *id)
}

/// An entry as text: when, what it was for the child, what happened, what it meant, and whose it is.
fn shown(form: Form, place: &Place) -> Node {
    let Some(id) = &place.row else { return Node::Nothing };
    let said = form.record(|record| find(record, id).map(|row| Said::of(form, record, row)));
    let Some(said) = said else { return Node::Nothing };
    let line =
        |class: &'static str, text: String| (!text.is_empty()).then(|| el("p").class(class).typed(text));
    let act = |act: &'static str, key: &str| {
        button("ta-link-button", form.words.label(key).to_owned())
            .attr("data-act", act)
            .attr("data-at", place.to_string())
            .attr("aria-label", form.words.fill(&format!("{key}.of"), &[("what", &said.name)]))
    };
    let acts = (!form.is_read_only()).then(|| {
        el("div").class("ta-row__actions").with(act("open", "form.change")).with(act("remove", "form.remove"))
    });
    let head = el("div")
        .class("ta-chronology__head")
        .attr("id", place.to_string())
        .attr("role", "group")
        .attr("aria-label", said.name)
        .attr("tabindex", "-1")
        .with(el("strong").typed(said.when))
        .with((!said.what.is_empty()).then(|| el("span").class("ta-chronology__what").text(said.what)))
        .with(acts);
    Node::All(vec![
        head.into(),
        line("govuk-body ta-written", said.event).into(),
        line("govuk-body-s ta-written", said.impact).into(),
        line("govuk-body-s ta-chronology__from", said.from).into(),
    ])
}

/// What is shown of an entry.
#[derive(Clone, PartialEq)]
pub(super) struct Said {
    pub name: String,
    pub when: String,
    what: String,
    pub event: String,
    impact: String,
    pub from: String,
}

impl Said {
    pub fn of(form: Form, record: &Record, row: &ChronologyEntry) -> Self {
        let agencies = row.agencies.ids().iter().filter_map(|id| record.agency(id));
        let agencies = agencies.map(|agency| agency.name.trim());
        let agencies: Vec<&str> = agencies.filter(|name| !name.is_empty()).collect();
        let from = [form.words.list(&agencies), row.source.trim().to_owned()];
        let from: Vec<String> = from.into_iter().filter(|part| !part.is_empty()).collect();
        let impact = row.impact.trim();
        let typed = row.when.trim();
        let when = match When::read(typed) {
            Some(when) => when_words(form, when, typed),
            None if typed.is_empty() => form.label("import.no_date").into_owned(),
            None => form.words.fill("import.unread_date", &[("typed", &apart(typed, false))]),
        };
        Self {
            name: form.words.fill("import.entry", &[("when", &when)]),
            what: row.significance.get().map_or_else(String::new, |what| {
                form.label(&format!("significance.{}", what.code())).into_owned()
            }),
            event: row.event.trim().to_owned(),
            impact: if impact.is_empty() {
                String::new()
            } else {
                form.words.fill("import.impact", &[("impact", &apart(impact, false))])
            },
            from: from.join(" · "),
            when,
        }
    }
}

/// A day in full where it is one day for certain; otherwise as it was typed, which says no more than is known.
fn when_words(form: Form, when: When, typed: &str) -> String {
    let is_day = when.first == when.last && !when.about;
    if is_day { form.words.begin(&form.words.day(when.first)) } else { typed.to_owned() }
}

impl Form {
    /// Entries have come or gone.
    pub fn chronology_changed(self) {
        self.rows_changed(HOME);
        self.dates_changed();
    }

    /// The days of entries may have changed, and with them the order.
    pub fn dates_changed(self) {
        self.meetings.dated.update(|count| *count = count.wrapping_add(1));
    }
}
