//! A list of rows: a card each, one open at a time; adding, removing with undo, moving by buttons.

use super::findings::notes;
use super::markup::{El, Node, button, el};
use super::question::question;
use super::state::{Form, Say};
use crate::record::{Place, RowId, Shape};
use crate::words::contents::{row_name, row_summary};
use leptos::prelude::*;
use std::any::Any;

/// A row that was taken out and can be put back.
pub struct Removed {
    home: &'static str,
    index: usize,
    row: Box<dyn Any>,
}

/// Only the rows whose link `key` names this row; `None` for those that name none that exists.
pub type Under = (&'static str, Option<RowId>);

impl Form {
    /// The ids of a list's rows, now and from now on.
    pub fn list(self, home: &'static str) -> ArcRwSignal<Vec<RowId>> {
        let signal = self.inner.try_update_value(|inner| {
            let ids = ids(&inner.record, home);
            inner.lists.entry(home).or_insert_with(|| ArcRwSignal::new(ids)).clone()
        });
        signal.unwrap_or_default()
    }

    /// Adds an empty row at the end and opens it; `under` sets its link.
    pub fn add(self, home: &'static str, under: Option<(&'static str, &RowId)>) -> Option<Place> {
        let place = self.inner.try_update_value(|inner| {
            let id = inner.ids.next_id();
            let rows = inner.record.rows_mut(home)?;
            rows.insert(rows.len(), id.clone());
            let place = Place { home, row: Some(id), key: None };
            if let Some((key, to)) = under {
                inner.record.answer_mut(&place.at_key(key))?.write(to.as_str());
            }
            Some(place)
        })??;
        self.open.set(Some(place.clone()));
        self.rows_changed(home);
        Some(place)
    }

    /// Takes a row out; [`Form::put_back`] undoes it.
    pub fn remove(self, place: &Place) {
        let Some(id) = &place.row else { return };
        let name = self.name_at(place);
        self.inner.update_value(|inner| {
            let taken = inner.record.rows_mut(place.home).and_then(|rows| rows.take(id));
            inner.removed = taken.map(|(index, row)| Removed { home: place.home, index, row });
        });
        self.status.set(self.words.fill("form.removed", &[("what", &name)]));
        self.rows_changed(place.home);
    }

    /// Puts back the row that was last taken out.
    pub fn put_back(self) {
        let home = self.inner.try_update_value(|inner| {
            let removed = inner.removed.take()?;
            inner.record.rows_mut(removed.home)?.put_back(removed.index, removed.row);
            Some(removed.home)
        });
        if let Some(home) = home.flatten() {
            self.status.set(String::new());
            self.rows_changed(home);
        }
    }

    /// Moves a row one place up or down.
    pub fn shift(self, place: &Place, up: bool) {
        let Some(id) = &place.row else { return };
        let name = self.name_at(place);
        let moved = self.inner.try_update_value(|inner| {
            let rows = inner.record.rows_mut(place.home)?;
            let from = rows.position(id)?;
            let to = if up { from.checked_sub(1)? } else { from + 1 };
            rows.shift(id, to).then_some((to + 1, rows.len()))
        });
        if let Some((n, total)) = moved.flatten() {
            let facts = [("what", name.as_str()), ("n", &n.to_string()), ("total", &total.to_string())];
            self.status.set(self.words.fill("form.moved", &facts));
            self.rows_changed(place.home);
        }
    }

    /// What the row at a place is called.
    pub fn name_at(self, place: &Place) -> String {
        self.record(|record| {
            let index = record.rows(place.home).and_then(|rows| rows.position(place.row.as_ref()?));
            let row = record.section(&Place { key: None, ..place.clone() });
            row.map_or_else(String::new, |row| row_name(self.words, record, row, index.unwrap_or_default()))
        })
    }

    fn rows_changed(self, home: &'static str) {
        let now = self.record(|record| ids(record, home));
        let signal = self.inner.with_value(|inner| inner.lists.get(home).cloned());
        if let Some(signal) = signal {
            signal.set(now);
        }
        self.links_changed();
        self.names_changed(home);
        self.tell(Say::Changed);
    }
}

fn ids(record: &crate::record::Record, home: &str) -> Vec<RowId> {
    let rows = record.rows(home);
    rows.map_or_else(Vec::new, |rows| {
        (0..rows.len()).filter_map(|index| rows.row(index)?.row_id().cloned()).collect()
    })
}

/// A list with its heading, its cards and the button that adds.
pub fn list(form: Form, home: &'static str) -> Node {
    let Some(shape) = Place::home(home).shape() else { return Node::Nothing };
    let many = form.words.begin(&form.label(&format!("{}.many", shape.name)));
    el("section")
        .class("ta-list")
        .attr("aria-label", many.clone())
        .with(form.h(1).class("govuk-heading-m").text(many))
        .with(notes(form, &Place::home(home)))
        .with(cards(form, home, shape, None))
        .with(adding(form, shape, None, "govuk-button govuk-button--secondary"))
        .into()
}

/// The button that adds a row; `under` is the link that the new row gets, as `key=id`.
pub fn adding(form: Form, shape: &'static Shape, under: Option<String>, class: &'static str) -> Option<El> {
    let words = form.label(&format!("{}.add", shape.name));
    let button = button(class, words).attr("data-act", "add").attr("data-home", shape.home);
    (!form.is_read_only()).then(|| button.maybe("data-under", under))
}

/// The cards of a list.
pub fn cards(form: Form, home: &'static str, shape: &'static Shape, under: Option<Under>) -> El {
    let list = form.list(home);
    let keys = move || {
        let ids = list.get();
        let Some((key, to)) = &under else { return ids };
        form.linked.track();
        ids.into_iter().filter(|id| form.links_to(home, id, key, to.as_ref())).collect()
    };
    el("div").class("ta-cards").each(keys, move |id| card(form, home, id, shape))
}

impl Form {
    /// Whether a row's link names this row, or, for `None`, names no row that exists.
    pub fn links_to(self, home: &'static str, id: &RowId, key: &'static str, to: Option<&RowId>) -> bool {
        is_under(self, home, id, &(key, to.cloned()))
    }
}

fn is_under(form: Form, home: &'static str, id: &RowId, (key, to): &Under) -> bool {
    let place = Place { home, row: Some(id.clone()), key: Some(key) };
    let linked = form.written(&place);
    match to {
        Some(to) => linked == to.as_str(),
        None => form.record(|record| {
            let target = place.field().map(|field| field.kind);
            let homes = match target {
                Some(crate::record::Kind::Link(target)) => target.homes(),
                _ => &[],
            };
            let id = RowId::new(&linked);
            !homes
                .iter()
                .filter_map(|home| record.rows(home))
                .any(|rows| id.as_ref().is_some_and(|id| rows.position(id).is_some()))
        }),
    }
}

/// A row: its card, and when it is open its questions.
pub fn card(form: Form, home: &'static str, id: &RowId, shape: &'static Shape) -> El {
    let place = Place { home, row: Some(id.clone()), key: None };
    let written = place.to_string();
    let at = place.clone();
    let open = Memo::new(move |_| form.all_open() || form.open.with(|open| open.as_ref() == Some(&at)));
    let class = move || Some(if open.get() { "ta-row ta-row--open" } else { "ta-row" }.to_owned());
    let content = move || if open.get() { opened(form, &place, shape) } else { closed(form, &place) };
    el("article").live("class", class).attr("id", written).attr("tabindex", "-1").shows(content)
}

/// A closed card.
fn closed(form: Form, place: &Place) -> Node {
    let at = place.clone();
    let said = Memo::new(move |_| {
        form.looked.track();
        form.record(|record| {
            let row = record.section(&at)?;
            let index =
                record.rows(at.home).and_then(|rows| rows.position(at.row.as_ref()?)).unwrap_or_default();
            Some((row_name(form.words, record, row, index), row_summary(form.words, record, row)))
        })
        .unwrap_or_default()
    });
    let at = place.clone();
    let points = Memo::new(move |_| {
        form.looked.track();
        form.points(&at)
    });
    let title = form
        .h(2)
        .class("ta-row__title")
        .shows(move || el("bdi").text(said.with(|said| said.0.clone())).into());
    let summary = el("dl").class("ta-row__said").shows(move || {
        let lines = said.with(|said| said.1.clone());
        let line = |(label, said): (String, String)| {
            el("div").with(el("dt").text(label)).with(el("dd").with(el("bdi").text(said))).into()
        };
        Node::All(lines.into_iter().map(line).collect())
    });
    let points = el("div").shows(move || {
        let words = |n| form.words.fill("form.findings.count", &[("count", &form.words.count("point", n))]);
        let points = points.get();
        (points > 0).then(|| el("p").class("ta-row__points").text(words(points))).into()
    });
    let head = el("div").class("ta-row__head").with(title).with(actions(form, place, said));
    Node::All(vec![head.into(), summary.into(), points.into()])
}

impl Form {
    /// How many findings are open in one row.
    fn points(self, place: &Place) -> u32 {
        self.inner.with_value(|inner| {
            let here = |finding: &&std::sync::Arc<crate::protocol::Finding>| {
                finding.is_open() && finding.place.home == place.home && finding.place.row == place.row
            };
            u32::try_from(inner.findings.iter().filter(here).count()).unwrap_or(u32::MAX)
        })
    }
}

/// What a card says: its name, and up to three answers.
type Said = (String, Vec<(String, String)>);

/// What can be done with a closed card.
fn actions(form: Form, place: &Place, said: Memo<Said>) -> El {
    let buttons: &'static [(&'static str, &'static str)] = if form.is_read_only() {
        &[("open", "form.show")]
    } else {
        &[
            ("open", "form.change"),
            ("up", "form.move_up"),
            ("down", "form.move_down"),
            ("remove", "form.remove"),
        ]
    };
    let at = place.to_string();
    let buttons = buttons.iter().map(|(act, key)| {
        let full = move || said.with(|said| form.words.fill(&format!("{key}.of"), &[("what", &said.0)]));
        button("ta-link-button", form.words.label(key).to_owned())
            .attr("data-act", *act)
            .attr("data-at", at.clone())
            .live("aria-label", move || Some(full()))
    });
    el("div").class("ta-row__actions").all(buttons)
}

/// An open row.
fn opened(form: Form, place: &Place, shape: &'static Shape) -> Node {
    let one = form.words.begin(&form.label(&format!("{}.one", shape.name)));
    let written = place.to_string();
    let fields = shape.fields.iter().filter(|field| form.wants(&field.words_key()));
    let done = button("govuk-button", form.words.label("form.done").to_owned())
        .attr("data-act", "close")
        .attr("data-at", written.clone());
    el("div")
        .class("ta-row__body")
        .with(form.h(2).class("ta-row__title").attr("tabindex", "-1").attr("data-heading", written).text(one))
        .with(notes(form, place))
        .all(fields.map(|field| question(form, place.at_key(field.key), field)))
        .with((!form.all_open()).then_some(done))
        .into()
}
