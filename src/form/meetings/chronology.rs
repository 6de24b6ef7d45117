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
use crate::record::{CodeSet, Dated, Place, Record, RowId, Shape, When, alike, join};
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

#[derive(Clone, PartialEq)]
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
            None => form.words.fill("import.unread_date", &[("typed", &isolated(typed))]),
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
                form.words.fill("import.impact", &[("impact", &isolated(impact))])
            },
            from: from.join(" · "),
            when,
        }
    }
}

/// What somebody typed within a sentence of ours, whichever way it is written: it keeps its direction to itself.
fn isolated(typed: &str) -> String {
    format!("\u{2068}{typed}\u{2069}")
}

/// A day in full where it is one day for certain; otherwise as it was typed, which says no more than is known.
fn when_words(form: Form, when: When, typed: &str) -> String {
    let is_day = when.first == when.last && !when.about;
    if is_day { form.words.begin(&form.words.day(when.first)) } else { typed.to_owned() }
}

/// Two entries that may tell of one thing, as they stand.
#[derive(Clone, PartialEq)]
struct Offer {
    pair: (RowId, RowId),
    one: Said,
    other: Said,
}

/// Pairs that may tell of one thing, each with the way to join it. They are told in the words that stand there now, and
/// go once those are of two things; but only what was told otherwise is drawn anew.
fn offers(form: Form, line: Memo<Line>) -> El {
    let offers = Memo::new(move |_| {
        let pairs = line.with(|line| line.alike.clone());
        if !pairs.is_empty() {
            form.meetings.dated.track();
            form.looked.track();
        }
        let apart = form.inner.with_value(|inner| inner.kept.apart.clone());
        let pairs = pairs.into_iter().filter(|pair| !apart.contains(pair) && !form.is_read_only());
        form.record(|record| pairs.filter_map(|pair| Offer::of(form, record, pair)).collect::<Vec<_>>())
    });
    el("div").shows(move || {
        let offers = offers.get();
        (!offers.is_empty()).then(|| offered_pairs(form, offers)).into()
    })
}

fn offered_pairs(form: Form, offers: Vec<Offer>) -> El {
    let title = form.label("import.alike");
    let heading = form.h(1).class("govuk-heading-m").attr("tabindex", "-1").attr("data-heading", "alike");
    el("section")
        .class("ta-list")
        .attr("aria-label", title.clone())
        .with(heading.text(title))
        .with(el("p").class("govuk-body").text(form.label("import.alike.meaning")))
        .all(offers.into_iter().map(|offer| offered_pair(form, offer)))
}

impl Offer {
    /// Nothing where one of them is gone, or they are not alike any more.
    fn of(form: Form, record: &Record, pair: (RowId, RowId)) -> Option<Self> {
        let (one, other) = (find(record, &pair.0)?, find(record, &pair.1)?);
        let both = [one, other].map(|entry| Dated { entry, when: When::read(&entry.when) });
        let said = |entry| Said::of(form, record, entry);
        (!alike(&both).is_empty()).then(|| Self { pair, one: said(one), other: said(other) })
    }
}

fn offered_pair(form: Form, Offer { pair, one, other }: Offer) -> El {
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
    let sides = el("div").class("ta-sides").with(side(&one)).with(side(&other));
    let ways = el("div").class("govuk-button-group").with(joining).with(apart);
    el("div").class("ta-row").with(el("div").class("ta-row__body").with(sides).with(ways))
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
