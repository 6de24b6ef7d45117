//! Boxes for words and numbers.

use crate::form::question::Tie;
use crate::form::state::Form;
use crate::record::Place;
use leptos::prelude::*;

/// A line.
pub fn line(form: Form, place: &Place, tie: &Tie) -> impl IntoView {
    view! {
        <input class="govuk-input" type="text" id=tie.id.clone() data-ask=tie.id.clone() autocomplete="off"
            dir="auto" aria-describedby=tie.described_by.clone() value=form.written(place) readonly=form.is_read_only()/>
    }
}

/// A whole number.
pub fn number(form: Form, place: &Place, tie: &Tie) -> impl IntoView {
    view! {
        <input class="govuk-input govuk-input--width-5" type="text" inputmode="numeric" id=tie.id.clone()
            data-ask=tie.id.clone() autocomplete="off" aria-describedby=tie.described_by.clone()
            value=form.written(place) readonly=form.is_read_only()/>
    }
}

/// Several sentences.
pub fn narrative(form: Form, place: &Place, tie: &Tie) -> impl IntoView {
    view! {
        <textarea class="govuk-textarea" rows="3" id=tie.id.clone() data-ask=tie.id.clone() autocomplete="off"
            dir="auto" aria-describedby=tie.described_by.clone() readonly=form.is_read_only()>
            {form.written(place)}
        </textarea>
    }
}
