//! A row of a list as a card: what it says when it is closed, its questions when it is open.

use super::copies::on_card;
use super::findings::notes;
use super::markup::{El, Node, button, el};
use super::meetings::{fits, row_closed};
use super::question::question;
use super::state::Form;
use super::together::together;
use crate::record::{Field, Place, RowId, Shape};
use crate::words::contents::{row_name, row_summary};
use leptos::prelude::*;

impl Form {
    /// Whether a row is open, now and from now on. At most one is, except where everything is.
    pub fn opened(self, place: &Place) -> ArcRwSignal<bool> {
        let all = self.all_open();
        let signal = self.inner.try_update_value(|inner| {
            let now = all || inner.open.as_ref() == Some(place);
            inner.opened.entry(place.clone()).or_insert_with(|| ArcRwSignal::new(now)).clone()
        });
        signal.unwrap_or_default()
    }

    /// Opens a row, or none. Only the row that was open and the one that will be are woken: a list may
    /// have hundreds of others.
    pub fn set_open(self, place: Option<Place>) {
        if self.all_open() {
            return;
        }
        let woken = self.inner.try_update_value(|inner| {
            let before = std::mem::replace(&mut inner.open, place.clone());
            let signal = |place: Option<&Place>| inner.opened.get(place?).cloned();
            (before != place).then(|| (signal(before.as_ref()), signal(place.as_ref()), before))
        });
        if let Some((left, now, before)) = woken.flatten() {
            left.iter().for_each(|signal| signal.set(false));
            now.iter().for_each(|signal| signal.set(true));
            before.iter().for_each(|place| row_closed(self, place));
        }
    }
}

/// A row: its card, and when it is open its questions.
pub fn card(form: Form, home: &'static str, id: &RowId, shape: &'static Shape) -> El {
    let place = Place { home, row: Some(id.clone()), key: None };
    let written = place.to_string();
    let open = form.opened(&place);
    let within = open.clone();
    let class = move || Some(if open.get() { "ta-row ta-row--open" } else { "ta-row" }.to_owned());
    let content = move || if within.get() { opened(form, &place, shape) } else { closed(form, &place) };
    el("article").live("class", class).attr("id", written).attr("tabindex", "-1").shows(content)
}

/// A closed card.
fn closed(form: Form, place: &Place) -> Node {
    let at = place.clone();
    let said = Memo::new(move |_| {
        form.track_row(&at);
        form.record(|record| {
            let row = record.section(&at)?;
            let index =
                record.rows(at.home).and_then(|rows| rows.position(at.row.as_ref()?)).unwrap_or_default();
            Some((
                row_name(form.words, record, row, index),
                row_summary(form.words, record, row, &|field| form.journey().asks(at.home, field)),
            ))
        })
        .unwrap_or_default()
    });
    let points = form.points(place);
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
    let own = on_card(form, place);
    Node::All(vec![head.into(), carried_tag(form, place).into(), summary.into(), own.into(), points.into()])
}

/// Says of a row that it came from an earlier meeting.
pub fn carried_tag(form: Form, place: &Place) -> Option<El> {
    let from = form.record(|record| {
        let row = record.section(place)?;
        let link = row.answer("carried_from").or_else(|| row.answer("agreed_at"))?;
        let from = RowId::new(&link.written()).filter(|from| Some(from) != form.own().as_ref())?;
        let day = record.meeting(&from)?.on.get();
        Some(day.map_or_else(String::new, |day| form.words.day(day)))
    })?;
    let told = match from.is_empty() {
        true => form.words.label("form.carried_forward").to_owned(),
        false => form.words.fill("form.carried_forward.from", &[("day", &from)]),
    };
    form.journey()
        .about
        .map(|_| el("p").class("ta-row__from").with(el("span").class("govuk-tag govuk-tag--grey").text(told)))
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
    let journey = form.journey();
    let asked = |field: &&'static Field| {
        journey.asks(place.home, field) && form.wants(&field.words_key()) && fits(form, place, field.key)
    };
    let fields = shape.fields.iter().filter(asked);
    let done = button("govuk-button", form.words.label("form.done").to_owned())
        .attr("data-act", "close")
        .attr("data-at", written.clone());
    together(form, "ta-row__body")
        .with(form.h(2).class("ta-row__title").attr("tabindex", "-1").attr("data-heading", written).text(one))
        .with(notes(form, place))
        .all(fields.map(|field| question(form, place.at_key(field.key), field)))
        .with((!form.all_open()).then_some(done))
        .into()
}
