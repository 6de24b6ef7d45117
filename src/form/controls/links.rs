//! Choosing among the record's own rows: a person, an agency, a need.

use super::choices::{boxes, option};
use crate::form::markup::{El, Node, el};
use crate::form::question::Tie;
use crate::form::state::Form;
use crate::record::{Place, Target};
use crate::words::contents::row_name;
use leptos::prelude::*;

/// Rows by id, each with what it is called.
pub type Candidates = Vec<(String, String)>;

impl Form {
    /// The rows that a link may name, now and from now on. All links to one kind of row share them, and
    /// wake only where one of them came, went or was renamed.
    pub fn candidates(self, target: Target) -> ArcMemo<Candidates> {
        let known = self.inner.with_value(|inner| inner.candidates.get(&target).cloned());
        known.unwrap_or_else(|| {
            let made = ArcMemo::new(move |_| {
                target.homes().iter().for_each(|home| self.track_names(home));
                candidates(self, target)
            });
            self.inner.update_value(|inner| _ = inner.candidates.insert(target, made.clone()));
            made
        })
    }
}

fn candidates(form: Form, target: Target) -> Candidates {
    let homes = target.homes();
    form.record(|record| {
        let lists = homes.iter().filter_map(|home| record.rows(home));
        let rows =
            lists.flat_map(|rows| (0..rows.len()).filter_map(move |index| Some((index, rows.row(index)?))));
        rows.map(|(index, row)| {
            let id = row.row_id().map_or_else(String::new, ToString::to_string);
            (id, row_name(form.words, record, row, index))
        })
        .collect()
    })
}

/// A select of rows. It is drawn anew when rows or their names change.
pub fn select(form: Form, place: &Place, target: Target, tie: Tie) -> El {
    let choose = match target {
        Target::Agencies => "form.choose_agency",
        Target::Professionals => "form.choose_professional",
        Target::Children => "form.choose_child",
        Target::Needs => "form.choose_need",
        Target::Outcomes => "form.choose_outcome",
        Target::Meetings => "form.choose_meeting",
        Target::Reports => "form.choose_report",
        Target::Decisions => "form.choose_decision",
        Target::Copies => "form.choose_copy",
        Target::Events => "form.choose",
        Target::People | Target::Anyone | Target::Family => "form.choose_person",
    };
    let at = place.clone();
    let select = el("select").class("govuk-select").flag("disabled", form.is_read_only()).answering(tie);
    let candidates = form.candidates(target);
    select.shows(move || {
        let rows = candidates.get();
        let chosen = form.written(&at);
        let gone = !chosen.is_empty() && rows.iter().all(|(id, _)| *id != chosen);
        let first = option("", form.words.label(choose).to_owned(), false);
        let gone =
            gone.then(|| option(chosen.clone(), form.words.label("form.choose.gone").to_owned(), true));
        let rows = rows.into_iter().map(|(id, name)| {
            let is_chosen = id == chosen;
            option(id, name, is_chosen)
        });
        Node::All(std::iter::once(first).chain(rows).chain(gone).map(Node::from).collect())
    })
}

/// Checkboxes of rows.
pub fn checkboxes(form: Form, place: &Place, target: Target) -> El {
    let at = place.clone();
    let candidates = form.candidates(target);
    el("div").shows(move || {
        let rows = candidates.get();
        match rows.is_empty() {
            true => el("p").class("govuk-body").text(form.words.label("form.none_yet").to_owned()).into(),
            false => boxes(form, &at, rows).into(),
        }
    })
}
