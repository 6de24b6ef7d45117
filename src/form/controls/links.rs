//! Choosing among the record's own rows: a person, an agency, a need.

use super::choices::boxes;
use crate::form::question::Tie;
use crate::form::rows::row_name;
use crate::form::state::Form;
use crate::record::{Place, Target};
use leptos::prelude::*;

/// The rows that a link may name, each with what it is called.
pub fn candidates(form: Form, target: Target) -> Vec<(String, String)> {
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
pub fn select(form: Form, place: &Place, target: Target, tie: &Tie) -> impl IntoView {
    let at = place.clone();
    let options = move || {
        form.named.track();
        let chosen = form.written(&at);
        let rows = candidates(form, target);
        let gone = !chosen.is_empty() && rows.iter().all(|(id, _)| *id != chosen);
        let gone = gone.then(|| {
            view! { <option value=chosen.clone() selected=true>{form.words.label("form.choose.gone")}</option> }
        });
        let rows: Vec<_> = rows
            .into_iter()
            .map(|(id, name)| view! { <option value=id.clone() selected=id == chosen>{name}</option> })
            .collect();
        (rows, gone)
    };
    let choose = match target {
        Target::Agencies => "form.choose_agency",
        Target::Professionals => "form.choose_professional",
        Target::Children => "form.choose_child",
        Target::Needs => "form.choose_need",
        Target::Outcomes => "form.choose_outcome",
        Target::Meetings => "form.choose_meeting",
        Target::People | Target::Anyone | Target::Family => "form.choose_person",
    };
    view! {
        <select class="govuk-select" id=tie.id.clone() data-ask=tie.id.clone() disabled=form.is_read_only()
            aria-describedby=tie.described_by.clone()>
            <option value="">{form.words.label(choose)}</option>
            {options}
        </select>
    }
}

/// Checkboxes of rows.
pub fn checkboxes(form: Form, place: &Place, target: Target) -> impl IntoView {
    let at = place.clone();
    move || {
        form.named.track();
        let rows = candidates(form, target);
        if rows.is_empty() {
            return view! { <p class="govuk-body">{form.words.label("form.none_yet")}</p> }.into_any();
        }
        boxes(form, &at, rows).into_any()
    }
}
