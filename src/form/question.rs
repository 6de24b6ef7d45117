//! One question: label, hint, what was found, and the control, tied together.
//!
//! The only place that prints a label. Ids come from the place, so the error summary, the finding
//! and the box name the same thing; the hint and the findings are in the box's description.

use super::controls::{Control, Style, control};
use super::findings::{notes, notes_id};
use super::markup::{El, Node, el};
use super::remark::remarked;
use super::reveal::{calls, waits_on};
use super::state::Form;
use crate::protocol::{Finding, Severity};
use crate::record::{Audience, Field, Kind, Place};
use leptos::prelude::*;
use std::sync::Arc;

/// A question at a place; one that waits on the answer to another is there when that calls for it.
pub fn question(form: Form, place: Place, field: &'static Field) -> Node {
    when_called(form, place, field, Style::Page)
}

/// The same in a line of several.
pub fn line_question(form: Form, place: Place, field: &'static Field) -> Node {
    when_called(form, place, field, Style::Line)
}

fn when_called(form: Form, place: Place, field: &'static Field, style: Style) -> Node {
    let Some((other, answers)) = waits_on(field.of, field.key) else {
        return asked(form, &place, field, style).into();
    };
    let waited_on = place.at_key(other);
    let called = Memo::new(move |_| calls(answers, &form.watch(&waited_on)));
    el("div").shows(move || called.get().then(|| asked(form, &place, field, style)).into()).into()
}

/// What ties a question's parts together.
pub struct Tie {
    /// The control's id.
    pub id: String,
    /// The ids of hint and findings, for the control's description.
    pub described_by: String,
    /// Whether something found there stops finishing.
    pub invalid: bool,
}

fn asked(form: Form, place: &Place, field: &'static Field, style: Style) -> El {
    let key = field.words_key();
    let label = if style == Style::Line { form.short_label(&key) } else { form.label(&key) };
    let hint = form.hint(&key).filter(|_| style == Style::Page);
    let id = place.to_string();
    let described_by = match hint {
        Some(_) => format!("{id}/hint {}", notes_id(&id)),
        None => notes_id(&id),
    };
    let hint = hint.map(|hint| el("div").attr("id", format!("{id}/hint")).class("govuk-hint").text(hint));
    let invalid = form.shown(place).with_untracked(|shown| stops(shown));
    let tie = Tie { id: id.clone(), described_by: described_by.clone(), invalid };
    let group = el("div").class("govuk-form-group");
    match control(form, place, field, tie, style) {
        Control::Tick(control) => {
            let item = el("div").class("govuk-checkboxes govuk-checkboxes--small");
            let label = el("label").class("govuk-label govuk-checkboxes__label").attr("for", id).text(label);
            let box_and_label = el("div").class("govuk-checkboxes__item").with(control).with(label);
            group.with(notes(form, place)).with(item.with(box_and_label))
        }
        Control::One(control) => {
            let label =
                el("label").class("govuk-label").attr("for", id).text(label).with(restricted(form, field));
            group.with(label).with(hint).with(notes(form, place)).with(control)
        }
        Control::Several(control) => {
            let legend =
                el("legend").class("govuk-fieldset__legend").text(label).with(restricted(form, field));
            let fieldset = el("fieldset")
                .class("govuk-fieldset")
                .maybe("role", matches!(field.kind, Kind::Day).then_some("group"))
                .attr("aria-describedby", described_by);
            let control = remarked(form, place, control);
            group.with(fieldset.with(legend).with(hint).with(notes(form, place)).with(control))
        }
    }
}

/// Whether something that is seen at a question stops finishing.
pub fn stops(shown: &[Arc<Finding>]) -> bool {
    let stops = |finding: &Arc<Finding>| finding.severity >= Severity::Must && finding.set_aside.is_none();
    shown.iter().any(|finding| stops(finding) && !finding.never_stops)
}

/// Says who may read an answer that not all professionals may.
fn restricted(form: Form, field: &'static Field) -> Option<El> {
    (field.audience == Audience::Restricted)
        .then(|| el("span").class("ta-audience").text(form.words.label("form.restricted").to_owned()))
}
