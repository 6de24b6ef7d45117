//! Codes of a list: radio buttons for a few, a select for more, checkboxes for several.

use crate::form::question::Tie;
use crate::form::state::Form;
use crate::record::{CodeList, Place};
use leptos::prelude::*;

/// A code with its words.
fn options(form: Form, list: &'static CodeList) -> impl Iterator<Item = (&'static str, String)> {
    list.codes.iter().map(move |code| (*code, form.words.label(&format!("{}.{code}", list.name)).to_owned()))
}

/// A select. A code that the list does not have is shown as it came.
pub fn select(form: Form, place: &Place, list: &'static CodeList, tie: &Tie) -> impl IntoView {
    let chosen = form.written(place);
    let strange = (!chosen.is_empty() && !list.codes.contains(&chosen.as_str())).then(|| chosen.clone());
    let options = options(form, list)
        .map(|(code, words)| view! { <option value=code selected=chosen == code>{words}</option> })
        .collect_view();
    view! {
        <select class="govuk-select" id=tie.id.clone() data-ask=tie.id.clone() disabled=form.is_read_only()
            aria-describedby=tie.described_by.clone()>
            <option value="">{form.words.label("form.choose")}</option>
            {options}
            {strange.map(|code| view! { <option value=code.clone() selected=true>{code.clone()}</option> })}
        </select>
    }
}

/// Radio buttons.
pub fn radios(form: Form, place: &Place, list: &'static CodeList) -> impl IntoView {
    let (id, chosen) = (place.to_string(), form.written(place));
    let short = list.codes.len() == 2;
    let items = options(form, list)
        .map(|(code, words)| {
            let own = format!("{id}/{code}");
            view! {
                <div class="govuk-radios__item">
                    <input class="govuk-radios__input" type="radio" id=own.clone() name=id.clone() value=code
                        data-ask=id.clone() checked=chosen == code disabled=form.is_read_only()/>
                    <label class="govuk-label govuk-radios__label" for=own>{words}</label>
                </div>
            }
        })
        .collect_view();
    let class = if short {
        "govuk-radios govuk-radios--small govuk-radios--inline"
    } else {
        "govuk-radios govuk-radios--small"
    };
    view! { <div class=class id=id.clone()>{items}</div> }
}

/// Checkboxes.
pub fn checkboxes(form: Form, place: &Place, list: &'static CodeList) -> impl IntoView {
    boxes(form, place, options(form, list).map(|(code, words)| (code.to_owned(), words)).collect())
}

/// Checkboxes for any values.
pub fn boxes(form: Form, place: &Place, options: Vec<(String, String)>) -> impl IntoView {
    let (id, written) = (place.to_string(), form.written(place));
    let chosen: Vec<&str> = written.split(',').collect();
    let items = options
        .into_iter()
        .map(|(value, words)| {
            let own = format!("{id}/{value}");
            let checked = chosen.contains(&value.as_str());
            view! {
                <div class="govuk-checkboxes__item">
                    <input class="govuk-checkboxes__input" type="checkbox" id=own.clone() value=value
                        data-many=id.clone() checked=checked disabled=form.is_read_only()/>
                    <label class="govuk-label govuk-checkboxes__label" for=own>{words}</label>
                </div>
            }
        })
        .collect_view();
    view! { <div class="govuk-checkboxes govuk-checkboxes--small" id=id.clone()>{items}</div> }
}
