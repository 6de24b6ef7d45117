//! One question: label, hint, what was found, and the control, tied together.
//!
//! The only component that prints a label. Ids come from the place, so the error summary, the
//! finding and the box name the same thing; the hint and the finding are in the box's description.

use super::controls::{Control, control};
use super::findings::{Notes, notes_id};
use super::reveal::{calls, waits_on};
use super::state::Form;
use crate::record::{Audience, Field, Kind, Place};
use leptos::either::Either;
use leptos::prelude::*;

/// A question at a place.
#[component]
pub fn Question(form: Form, place: Place, field: &'static Field) -> impl IntoView {
    let waits = waits_on(field.of, field.key);
    let asked = move |place: &Place| match waits {
        Some((other, answers)) => calls(answers, &form.watch(&place.at_key(other))),
        None => true,
    };
    match waits {
        None => Either::Left(view! { <Asked form place field/> }),
        Some(_) => {
            let at = place.clone();
            let asked = Memo::new(move |_| asked(&at));
            Either::Right(move || asked.get().then(|| view! { <Asked form place=place.clone() field/> }))
        }
    }
}

/// What ties a question's parts together.
pub struct Tie {
    /// The control's id.
    pub id: String,
    /// The ids of hint and findings, for the control's description.
    pub described_by: String,
}

#[component]
fn Asked(form: Form, place: Place, field: &'static Field) -> impl IntoView {
    let key = field.words_key();
    let label = form.words.say(&key).unwrap_or(field.key);
    let hint = form.words.say(&format!("{key}.hint"));
    let id = place.to_string();
    let hint_id = format!("{id}/hint");
    let described_by = match hint {
        Some(_) => format!("{hint_id} {}", notes_id(&id)),
        None => notes_id(&id),
    };
    let tie = Tie { id: id.clone(), described_by: described_by.clone() };
    let hint = hint.map(|hint| view! { <div id=hint_id class="govuk-hint">{hint}</div> });
    let audience = Restricted(RestrictedProps { form, field });
    let notes = view! { <Notes form place=place.clone()/> };
    let whole = id.clone();
    match control(form, &place, field, &tie) {
        Control::One(control) => Either::Left(view! {
            <div class="govuk-form-group" data-place=whole>
                <label class="govuk-label" for=id>{label}{audience}</label>
                {hint}{notes}{control}
            </div>
        }),
        Control::Several(control) => {
            let role = matches!(field.kind, Kind::Day).then_some("group");
            Either::Right(view! {
                <div class="govuk-form-group" data-place=whole>
                    <fieldset class="govuk-fieldset" role=role aria-describedby=described_by>
                        <legend class="govuk-fieldset__legend">{label}{audience}</legend>
                        {hint}{notes}{control}
                    </fieldset>
                </div>
            })
        }
    }
}

/// Says who may read an answer that not all professionals may.
#[component]
fn Restricted(form: Form, field: &'static Field) -> impl IntoView {
    (field.audience == Audience::Restricted)
        .then(|| view! { <span class="ta-audience">{form.words.label("form.restricted")}</span> })
}
