//! What was found, beside its question: the sentence, and on asking its source and its working.

use super::markup::{El, Node, button, el};
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
pub fn notes(form: Form, place: &Place) -> El {
    let shown = form.shown(place);
    let block = el("div").attr("id", notes_id(&place.to_string())).class("ta-findings");
    // What is found in a whole section has no box to go to, so the finding itself takes the focus.
    let block = block.maybe("tabindex", place.key.is_none().then_some("-1"));
    block
        .shows(move || Node::All(shown.get().into_iter().map(|finding| note(form, finding).into()).collect()))
}

/// One finding: its weight, its sentence, and the way to its source.
pub fn note(form: Form, finding: Arc<Finding>) -> El {
    let weight = weight(&finding);
    let sentence = form.terms(|record, terms| form.words.sentence(&finding, record, terms.protocol));
    let aside = set_aside_words(form, &finding).map(|words| el("p").class("ta-finding__aside").text(words));
    let name = format!("{}: ", form.words.severity(finding.severity));
    let open = RwSignal::new(false);
    let why = button("ta-link-button", form.words.label("form.source.why").to_owned())
        .live("aria-expanded", move || Some(open.get().to_string()))
        .on("click", move |_| open.update(|open| *open = !*open));
    let text = el("p")
        .class("ta-finding__text")
        .with(el("strong").class("ta-finding__word").text(name))
        .text(sentence)
        .text(" ")
        .with(why);
    let more = el("div").shows(move || open.get().then(|| source(form, &finding)).into());
    el("div").class(format!("ta-finding ta-finding--{weight}")).with(text).with(aside).with(more)
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
fn source(form: Form, finding: &Finding) -> El {
    let sources = form.terms(|_, terms| form.words.sources(finding, terms.protocol));
    let line = |text: String| el("p").class("ta-finding__source").text(text);
    let working = finding.working.as_ref().map(|working| {
        line(format!("{}: {}", form.words.label("form.working"), form.words.working(working)))
    });
    el("div").class("govuk-inset-text ta-finding__why").all(sources.into_iter().map(line)).with(working).with(
        line(
            form.words
                .label(meaning_key(if finding.never_stops { Severity::Should } else { finding.severity }))
                .to_owned(),
        ),
    )
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
