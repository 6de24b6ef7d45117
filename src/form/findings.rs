//! What was found, beside its question: the sentence, and on asking its source and its working.

use super::state::Form;
use crate::protocol::{Finding, Severity};
use crate::record::Place;
use leptos::prelude::*;
use std::sync::Arc;

/// The id of the block that holds what was found at a place.
pub fn notes_id(id: &str) -> String {
    format!("{id}/found")
}

/// What was found at a place, once it is to be seen.
#[component]
pub fn Notes(form: Form, place: Place) -> impl IntoView {
    let shown = form.shown(&place);
    let id = notes_id(&place.to_string());
    view! {
        <div id=id class="ta-findings">
            {move || shown.get().into_iter().map(|finding| view! { <Note form finding/> }).collect::<Vec<_>>()}
        </div>
    }
}

/// One finding: its weight, its sentence, and the way to its source.
#[component]
pub fn Note(form: Form, finding: Arc<Finding>) -> impl IntoView {
    let weight = weight(&finding);
    let sentence = form.terms(|record, terms| form.words.sentence(&finding, record, terms.protocol));
    let aside = set_aside_words(form, &finding);
    let why = RwSignal::new(false);
    let name = form.words.severity(finding.severity);
    view! {
        <div class=format!("ta-finding ta-finding--{weight}")>
            <p class="ta-finding__text">
                <strong class="ta-finding__word">{format!("{name}: ")}</strong>
                {sentence}" "
                <button type="button" class="ta-link-button" aria-expanded=move || why.get().to_string()
                    on:click=move |_| why.update(|open| *open = !*open)>
                    {form.words.label("form.source.why")}
                </button>
            </p>
            {aside.map(|words| view! { <p class="ta-finding__aside">{words}</p> })}
            {move || why.get().then(|| view! { <Why form finding=finding.clone()/> })}
        </div>
    }
}

/// The word in a finding's class.
fn weight(finding: &Finding) -> &'static str {
    if finding.set_aside.is_some() { "aside" } else { finding.severity.name() }
}

/// Who set a finding aside, and why.
pub fn set_aside_words(form: Form, finding: &Finding) -> Option<String> {
    let id = finding.set_aside.as_ref()?;
    form.record(|record| {
        let row = record.overrides.iter().find(|row| row.id == *id)?;
        let facts = [("name", row.name.trim()), ("role", row.role.trim()), ("reason", row.reason.trim())];
        Some(form.words.fill("form.override.by", &facts))
    })
}

/// Who asks it, where, with what word; and how its day was counted.
#[component]
pub fn Why(form: Form, finding: Arc<Finding>) -> impl IntoView {
    let rules = std::iter::once(finding.rule).chain(finding.also.iter().copied());
    let sources: Vec<(String, String)> = form.terms(|_, terms| {
        let rulings = rules.filter_map(|rule| terms.protocol.ruling_of(rule));
        let sources = rulings.flat_map(|ruling| &ruling.sources);
        sources.map(|source| (form.words.source(source), form.words.force(source))).collect()
    });
    let working = finding.working.as_ref().map(|working| form.words.working(working));
    let meaning = form.words.label(meaning_key(finding.severity));
    view! {
        <div class="govuk-inset-text ta-finding__why">
            {sources.into_iter().map(|(source, force)| view! {
                <p class="ta-finding__source"><cite>{source}</cite>". "{force}"."</p>
            }).collect_view()}
            {working.map(|working| view! {
                <p class="ta-finding__working">{form.words.label("form.working")}": "{working}</p>
            })}
            <p class="ta-finding__source">{meaning}</p>
        </div>
    }
}

fn meaning_key(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "form.severity.info.meaning",
        Severity::Ask => "form.severity.ask.meaning",
        Severity::Should => "form.severity.should.meaning",
        Severity::Must => "form.severity.must.meaning",
        Severity::Safety => "form.severity.safety.meaning",
    }
}
