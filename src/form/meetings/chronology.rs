//! What happened when: the chronologies of several agencies as one, in the order of their days; as a
//! line that is also a list. Entries that may tell of one thing are offered for joining.

use super::contributions::file_box;
use super::mapping::offered;
use super::years::{Line, line, years};
use crate::form::cards::card;
use crate::form::markup::{El, Node, button, el};
use crate::form::rows::adding;
use crate::form::start::Say;
use crate::form::state::Form;
use crate::record::chronology::{ChronologyEntry, Significance};
use crate::record::{CodeSet, Place, Record, RowId, Shape, When, join};
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
        .with(el("div").shows(move || offers(form, line)))
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
        if open.get() {
            return card(form, HOME, &id, shape).into();
        }
        form.meetings.joined.track();
        shown(form, &place)
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

fn find<'a>(record: &'a Record, id: &RowId) -> Option<&'a ChronologyEntry> {
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

struct Said {
    name: String,
    when: String,
    what: String,
    event: String,
    impact: String,
    from: String,
}

impl Said {
    fn of(form: Form, record: &Record, row: &ChronologyEntry) -> Self {
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
            None => form.words.fill("import.unread_date", &[("typed", typed)]),
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
                form.words.fill("import.impact", &[("impact", impact)])
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

/// Pairs that may tell of one thing, each with the way to join it.
fn offers(form: Form, line: Memo<Line>) -> Node {
    let pairs = line.with(|line| line.alike.clone());
    if pairs.is_empty() {
        return Node::Nothing;
    }
    // What is offered is told in words, which may be others though the pairs are the same.
    form.meetings.dated.track();
    let apart = form.inner.with_value(|inner| inner.kept.apart.clone());
    let pairs: Vec<(RowId, RowId)> = pairs.into_iter().filter(|pair| !apart.contains(pair)).collect();
    let title = form.label("import.alike");
    let some = !pairs.is_empty() && !form.is_read_only();
    let list = || {
        el("section")
            .class("ta-list")
            .attr("aria-label", title.clone())
            .with(
                form.h(1)
                    .class("govuk-heading-m")
                    .attr("tabindex", "-1")
                    .attr("data-heading", "alike")
                    .text(title.clone()),
            )
            .with(el("p").class("govuk-body").text(form.label("import.alike.meaning")))
            .all(pairs.into_iter().filter_map(|pair| offer(form, pair)))
    };
    some.then(list).into()
}

fn offer(form: Form, pair: (RowId, RowId)) -> Option<El> {
    let said = |id: &RowId| form.record(|record| find(record, id).map(|row| Said::of(form, record, row)));
    let (one, other) = (said(&pair.0)?, said(&pair.1)?);
    let side = |said: &Said| {
        el("div")
            .with(el("strong").typed(said.when.clone()))
            .with(el("p").class("govuk-body ta-written").typed(said.event.clone()))
            .with(el("p").class("govuk-body-s").typed(said.from.clone()))
    };
    let of = [("one", one.name.as_str()), ("other", other.name.as_str())];
    let keep = pair.clone();
    let joining = button("govuk-button govuk-button--secondary", form.label("import.join"))
        .attr("aria-label", form.words.fill("import.join.of", &of))
        .on("click", move |_| form.join(&pair));
    let apart = button("ta-link-button", form.label("import.keep_apart"))
        .attr("aria-label", form.words.fill("import.keep_apart.of", &of))
        .on("click", move |_| form.keep_apart(keep.clone()));
    Some(
        el("div").class("ta-row").with(
            el("div")
                .class("ta-row__body")
                .with(el("div").class("ta-sides").with(side(&one)).with(side(&other)))
                .with(el("div").class("govuk-button-group").with(joining).with(apart)),
        ),
    )
}

impl Form {
    fn join(self, (keep, other): &(RowId, RowId)) {
        let joined = self.inner.try_update_value(|inner| join(&mut inner.record, keep, other));
        if joined == Some(true) {
            self.status.set(self.words.label("import.joined").to_owned());
            self.meetings.joined.update(|count| *count = count.wrapping_add(1));
            self.chronology_changed();
            self.want_heading("alike");
        }
    }

    fn keep_apart(self, pair: (RowId, RowId)) {
        self.inner.update_value(|inner| inner.kept.apart.push(pair));
        self.dates_changed();
        self.want_heading("alike");
    }

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
