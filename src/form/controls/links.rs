//! Choosing among the record's own rows: a person, an agency, a need.

use super::choices::{chosen, group, item, option};
use crate::form::markup::{El, Node, el};
use crate::form::question::Tie;
use crate::form::state::Form;
use crate::record::child::Child;
use crate::record::{Place, RowId, Target};
use crate::words::contents::row_name;
use leptos::prelude::*;
use std::sync::Arc;

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
        // Nobody who is not born yet does anything, comes or is told.
        let acts = |home: &str, index| {
            let child = record.children.get(index).filter(|_| home == "children" && target == Target::Anyone);
            !child.is_some_and(Child::is_unborn)
        };
        let lists = homes.iter().filter_map(|home| Some((*home, record.rows(home)?)));
        let rows = lists.flat_map(|(home, rows)| {
            let all = (0..rows.len()).filter(move |index| acts(home, *index));
            all.filter_map(move |index| Some((index, rows.row(index)?)))
        });
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
        let chosen = form.written(&at);
        let rows = others(candidates.get(), &at, &chosen);
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

/// Rows without the one that is asked: nobody is kept safe from herself, and no meeting follows itself. Where that was
/// answered it stays, to be changed.
fn others(mut rows: Candidates, at: &Place, chosen: &str) -> Candidates {
    let own = at.row.as_ref().map_or("", RowId::as_str);
    rows.retain(|(id, _)| id != own || chosen.split(',').any(|one| one == id));
    rows
}

/// Checkboxes of rows. A box stays what it is when its row is called otherwise: somebody may be on the way to it. A row
/// that is chosen and gone has one too: what has none would go with the next tick, and be gone where the row is put back.
pub fn checkboxes(form: Form, place: &Place, target: Target) -> El {
    let candidates = form.candidates(target);
    let (rows, at) = (candidates.clone(), place.clone());
    let ids = Arc::new(move || {
        let chosen = chosen(form, &at);
        let known = others(rows.get(), &at, &chosen.join(","));
        let known: Vec<String> = known.into_iter().map(|(id, _)| id).collect();
        let gone: Vec<String> = chosen.into_iter().filter(|id| !known.contains(id)).collect();
        known.iter().chain(&gone).filter_map(|id| RowId::new(id)).collect::<Vec<_>>()
    });
    let among = ids.clone();
    let none = Memo::new(move |_| among().is_empty());
    let at = place.clone();
    el("div").shows(move || {
        if none.get() {
            return el("p").class("govuk-body").text(form.words.label("form.none_yet").to_owned()).into();
        }
        let (boxes, at, candidates) = (group(&at), at.clone(), candidates.clone());
        let of = move |id: &RowId| {
            let (id, candidates) = (id.to_string(), candidates.clone());
            let name = move |id: &str| {
                candidates.with(|rows| rows.iter().find(|(row, _)| row == id).map(|(_, name)| name.clone()))
            };
            let gone = form.words.label("form.choose.gone");
            item(form, &at, &id.clone(), |label| {
                label.shows(move || name(&id).unwrap_or_else(|| gone.to_owned()).into())
            })
        };
        let ids = ids.clone();
        boxes.each(move || ids(), of).into()
    })
}
