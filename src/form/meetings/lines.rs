//! Rows of a list in one line each, all of them open: for the minute-taker, who writes in many of
//! them in one hour, and for a report's few answers about each outcome.

use crate::form::cards::carried_tag;
use crate::form::findings::notes;
use crate::form::markup::{El, Node, button, el};
use crate::form::moving::{AMONG, among_text};
use crate::form::pages::Keys;
use crate::form::question::line_question;
use crate::form::removing::{gap, keys_with_gap};
use crate::form::rows::{Under, adding, link_text};
use crate::form::state::Form;
use crate::form::together::together;
use crate::record::{Field, Kind, Place, Record, RowId, Shape};
use crate::words::contents::answer_words;
use leptos::prelude::*;

/// The rows of a list that hang on the row that the form is about.
pub fn lines(form: Form, home: &'static str, keys: Keys) -> Node {
    lines_under(form, home, keys, form.hanging())
}

/// The rows of a list that hang on some row, with a heading and the button that adds.
pub fn lines_under(form: Form, home: &'static str, keys: Keys, under: Option<Under>) -> Node {
    let Some(shape) = Place::home(home).shape() else { return Node::Nothing };
    let title = form.words.begin(&form.short_label(&format!("{}.many", shape.name)));
    let link = link_text(under.as_ref());
    let none = form.standing_together(home, under.as_ref()).is_empty();
    el("section")
        .class(if none { "ta-list ta-lines ta-lines--none" } else { "ta-list ta-lines" })
        .attr("data-lines", "")
        .attr("aria-label", title.clone())
        .with(section_heading(form, home, title))
        .with(carried_once(form, home, under.as_ref()))
        .with(notes(form, &Place::home(home)))
        .with(only_lines(form, shape, keys, under))
        .with(adding(form, shape, link, "govuk-button govuk-button--secondary"))
        .into()
}

/// Says once, where a whole list came from an earlier meeting, that it did: nearly all of its lines would.
fn carried_once(form: Form, home: &'static str, under: Option<&Under>) -> Option<El> {
    let (key, to) = under.filter(|_| home != "plan/actions")?;
    let ids = untrack(|| form.linked(home, key, to.as_ref()));
    ids.into_iter().find_map(|id| carried_tag(form, &Place { home, row: Some(id), key: None }))
}

/// A section's heading, which can be jumped to.
pub fn section_heading(form: Form, home: &'static str, title: String) -> El {
    form.h(1).class("govuk-heading-m").attr("tabindex", "-1").attr("data-heading", home).text(title)
}

/// The lines alone.
pub fn only_lines(form: Form, shape: &'static Shape, keys: Keys, under: Option<Under>) -> El {
    let among = among_text(shape.home, under.as_ref());
    let shown = keys_with_gap(form, shape.home, under);
    let line = move |id: &RowId| gap(form, id).unwrap_or_else(|| line(form, shape, id, keys));
    el("div").class("ta-lines__rows").attr(AMONG, among).each(shown, line)
}

/// One row.
pub fn line(form: Form, shape: &'static Shape, id: &RowId, keys: Keys) -> El {
    line_that(form, shape, id, keys, !form.is_read_only())
}

/// One row that stays: what stands in another document is not taken out of it here.
pub fn staying_line(form: Form, shape: &'static Shape, id: &RowId, keys: Keys) -> El {
    line_that(form, shape, id, keys, false)
}

fn line_that(form: Form, shape: &'static Shape, id: &RowId, keys: Keys, goes: bool) -> El {
    let place = Place { home: shape.home, row: Some(id.clone()), key: None };
    let at = place.clone();
    let name = Memo::new(move |_| {
        form.track_row(&at);
        form.name_at(&at)
    });
    let fields = keys.iter().filter_map(|key| shape.field(key)).map(|(_, field)| field);
    let fields = fields.filter(|field| form.wants(&field.words_key()) && form.fits(&place, field.key));
    let fields: Vec<&'static Field> = fields.collect();
    // A line whose first box holds its name shows it once; the group’s own name is heard.
    let names = |field: &&'static Field| matches!(field.kind, Kind::Line | Kind::Narrative);
    let named = shape.fields.first().filter(names).map(|field| field.key);
    let written = named.is_some() && fields.first().map(|field| field.key) == named;
    let is_short = fields.iter().all(|field| matches!(field.kind, Kind::Choice(_) | Kind::Day));
    let questions = fields.into_iter().map(|field| line_question(form, place.at_key(field.key), field));
    let remove = button("ta-link-button", form.words.label("form.remove").to_owned())
        .attr("data-act", "remove")
        .attr("data-at", place.to_string())
        .live("aria-label", move || Some(form.words.fill("form.remove.of", &[("what", &name.get())])));
    let told = (!written)
        .then(|| el("span").class("ta-line__name").shows(move || el("bdi").text(name.get()).into()));
    let from = (shape.home == "plan/actions").then(|| carried_tag(form, &place)).flatten();
    let is_agreed = shape.home == "plan/actions" && !keys.contains(&"owner");
    let agreed = is_agreed.then(|| agreed(form, &place));
    let head = el("div").class("ta-line__head").with(told).with(from).with(agreed);
    let remove = goes.then_some(remove);
    let class = match (is_short, written) {
        (true, _) => "ta-line ta-line--short",
        (_, true) => "ta-line ta-line--written",
        _ => "ta-line",
    };
    el("div")
        .class(class)
        .attr("id", place.to_string())
        .attr("role", "group")
        .attr("tabindex", "-1")
        .live("aria-label", move || Some(name.get()))
        .with(head)
        .with(notes(form, &place))
        .with(together(form, "ta-line__asked").all(questions))
        .with(remove)
}

/// Who does what an earlier meeting agreed, by when, and how late it is: not asked again here, and what people want to
/// know.
fn agreed(form: Form, place: &Place) -> El {
    let told = |record: &Record, key| {
        let (_, field) = place.shape()?.field(key)?;
        let said = answer_words(form.words, record, field, record.section(place)?.answer(key)?);
        (!said.trim().is_empty()).then_some(said)
    };
    let (owner, due) = form.record(|record| (told(record, "owner"), told(record, "due")));
    let due = due.map(|due| form.words.fill("minutes.agreed.due", &[("day", &due)]));
    let day = form.record(|record| {
        record.plan.actions.iter().find(|row| Some(&row.id) == place.row.as_ref())?.due.get()
    });
    let late = day.and_then(|day| u32::try_from((form.author().1 - day).num_days()).ok());
    let late = late
        .filter(|days| *days > 0)
        .map(|days| form.words.fill("form.timescale.late", &[("days", &form.words.count("day", days))]));
    let said: Vec<String> = [owner, due, late].into_iter().flatten().collect();
    el("span").class("ta-line__agreed").with(el("bdi").text(said.join(" · ")))
}

/// The questions that say whom or what a line is about: a line that is prepared is called by them.
pub const NAMED_BY: [(&str, &str); 4] = [
    ("attendance", "person"),
    ("children_at_meetings", "child"),
    ("progress", "outcome"),
    ("reported_progress", "outcome"),
];

/// What is asked of professionals at a meeting, and not of the family.
const OF_PROFESSIONALS: [&str; 4] = ["briefed", "can_contribute", "can_comment", "can_represent_child"];

impl Form {
    /// Whether a question of a line is asked of this row: who or what it is about only where nothing
    /// says so yet.
    fn fits(self, place: &Place, key: &'static str) -> bool {
        let is_name = NAMED_BY.contains(&(place.home, key));
        if is_name { self.written(&place.at_key(key)).is_empty() } else { self.concerns(place, key) }
    }

    /// Whether a question concerns this row: whether somebody was briefed and could contribute is
    /// asked of professionals alone (CALD-PREP-14).
    pub fn concerns(self, place: &Place, key: &'static str) -> bool {
        place.home != "attendance"
            || !OF_PROFESSIONALS.contains(&key)
            || self.record(|record| {
                let person = self.written(&place.at_key("person"));
                person.is_empty() || record.professionals.iter().any(|row| row.id.as_str() == person)
            })
    }
}
