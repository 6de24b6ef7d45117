//! A list of rows: a card each, one open at a time; and the button that adds.

use super::cards::card;
use super::findings::notes;
use super::markup::{El, Node, button, el};
use super::moving::{AMONG, among_text};
use super::removing::{gap, keys_with_gap};
use super::state::{Form, Inner};
use crate::protocol::Scope;
use crate::record::{Kind, Place, Record, RowId, Shape};
use crate::words::contents::row_name;
use leptos::prelude::*;

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
            if let Some(agency) = reporting(inner).filter(|_| home == "chronology") {
                inner.record.answer_mut(&place.at_key("agencies"))?.write(agency.as_str());
            }
            Some(place)
        })??;
        self.set_open(Some(place.clone()));
        self.rows_changed(home);
        Some(place)
    }

    /// What the row at a place is called.
    pub fn name_at(self, place: &Place) -> String {
        self.record(|record| {
            let index = record.rows(place.home).and_then(|rows| rows.position(place.row.as_ref()?));
            let row = record.section(&Place { key: None, ..place.clone() });
            row.map_or_else(String::new, |row| row_name(self.words, record, row, index.unwrap_or_default()))
        })
    }

    pub(super) fn rows_changed(self, home: &'static str) {
        let now = self.record(|record| ids(record, home));
        let signal = self.inner.with_value(|inner| inner.lists.get(home).cloned());
        if let Some(signal) = signal {
            signal.set(now);
        }
        self.names_changed(home);
        self.tell_changed();
    }
}

/// The agency whose report is written: what it adds to the chronology is in its own.
fn reporting(inner: &Inner) -> Option<RowId> {
    let own = inner.own.as_ref().filter(|_| inner.journey.scope == Scope::Report)?;
    inner.record.reports.iter().find(|row| row.id == *own)?.agency.id().cloned()
}

/// The ids of a list’s rows.
pub fn ids(record: &Record, home: &str) -> Vec<RowId> {
    let rows = record.rows(home);
    rows.map_or_else(Vec::new, |rows| {
        (0..rows.len()).filter_map(|index| rows.row(index)?.row_id().cloned()).collect()
    })
}

/// A list with its heading, its cards and the button that adds.
pub fn list(form: Form, home: &'static str) -> Node {
    list_of(form, home, None)
}

/// The rows of a list that hang on the row that the form is about.
pub fn under(form: Form, home: &'static str) -> Node {
    list_of(form, home, form.hanging())
}

impl Form {
    /// The link by which rows hang on the row that the form is about.
    pub fn hanging(self) -> Option<Under> {
        let (_, key) = self.journey().about?;
        Some((key, self.own()))
    }
}

/// How a button says which link a new row gets.
pub fn link_text(under: Option<&Under>) -> Option<String> {
    let (key, to) = under?;
    Some(format!("{key}={}", to.as_ref()?))
}

fn list_of(form: Form, home: &'static str, under: Option<Under>) -> Node {
    let Some(shape) = Place::home(home).shape() else { return Node::Nothing };
    let link = link_text(under.as_ref());
    let many = form.words.begin(&form.label(&format!("{}.many", shape.name)));
    el("section")
        .class("ta-list")
        .attr("aria-label", many.clone())
        .with(form.h(1).class("govuk-heading-m").text(many))
        .with(notes(form, &Place::home(home)))
        .with(cards(form, home, shape, under))
        .with(adding(form, shape, link, "govuk-button govuk-button--secondary"))
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
    let among = among_text(home, under.as_ref());
    let keys = keys_with_gap(form, home, under);
    el("div")
        .class("ta-cards")
        .attr(AMONG, among)
        .each(keys, move |id| gap(form, id).unwrap_or_else(|| card(form, home, id, shape)))
}

/// The ids of a list's rows that hang on some row, now and from now on.
pub fn keys_under(form: Form, home: &'static str, under: Option<Under>) -> impl Fn() -> Vec<RowId> + 'static {
    let list = form.list(home);
    move || match &under {
        None => form.without_others(home, list.get()),
        Some((key, to)) => {
            list.track();
            form.linked(home, key, to.as_ref())
        }
    }
}

impl Form {
    /// Rows of a list without those that hang on the report to another meeting: that meeting's own form shows them.
    pub(super) fn without_others(self, home: &'static str, rows: Vec<RowId>) -> Vec<RowId> {
        let hangs = Place::home(home).shape().is_some_and(|shape| shape.field("report").is_some());
        if !hangs || self.scope() != Scope::Meeting {
            return rows;
        }
        let own = self.own();
        let is_here = |id: &RowId, record: &Record| {
            let place = Place { home, row: Some(id.clone()), key: None };
            !Scope::Meeting.is_of_another(own.as_ref(), &place, record)
        };
        self.record(|record| rows.into_iter().filter(|id| is_here(id, record)).collect())
    }

    /// The ids of the rows whose link names this row, or, for `None`, names no row that exists; now and from now on.
    pub fn linked(self, home: &'static str, key: &'static str, to: Option<&RowId>) -> Vec<RowId> {
        self.track_links(home);
        let targets = targets(home, key);
        if to.is_none() {
            targets.iter().for_each(|home| self.list(home).track());
        }
        self.record(|record| {
            let hangs = |linked: &str| match to {
                Some(to) => linked == to.as_str(),
                None => !is_a_row(record, targets, linked),
            };
            let rows = record.rows(home);
            let rows = rows.iter().flat_map(|rows| (0..rows.len()).filter_map(|index| rows.row(index)));
            let here = rows.filter(|row| row.answer(key).is_some_and(|answer| hangs(&answer.written())));
            here.filter_map(|row| row.row_id().cloned()).collect()
        })
    }
}

/// The lists that a link may name a row of.
fn targets(home: &'static str, key: &'static str) -> &'static [&'static str] {
    let kind = Place::home(home).shape().and_then(|shape| shape.field(key)).map(|(_, field)| field.kind);
    if let Some(Kind::Link(target)) = kind { target.homes() } else { &[] }
}

fn is_a_row(record: &Record, homes: &[&'static str], id: &str) -> bool {
    let mut lists = homes.iter().filter_map(|home| record.rows(home));
    RowId::new(id).is_some_and(|id| lists.any(|rows| rows.position(&id).is_some()))
}
