//! Answers that this version does not know: shown as they came, kept and sent on unchanged.

use super::markup::{El, el};
use super::state::Form;
use serde_json::Value;

/// What was carried over, where there is any.
pub fn carried(form: Form) -> Option<El> {
    let words = form.words;
    let mut found: Vec<(String, String)> = Vec::new();
    form.record(|record| {
        record.each_carried(&mut |place, key, value| {
            let name = format!("{}: {key}", words.place(place, record));
            found.push((name, shown(value)));
        });
    });
    let rows = found.into_iter().map(|(name, value)| {
        el("div")
            .class("govuk-summary-list__row")
            .with(el("dt").class("govuk-summary-list__key").with(el("bdi").text(name)))
            .with(el("dd").class("govuk-summary-list__value").with(el("bdi").text(value)))
    });
    let rows: Vec<El> = rows.collect();
    let list = |rows: Vec<El>| {
        el("section")
            .with(form.h(1).class("govuk-heading-m").text(form.label("form.carried")))
            .with(el("p").class("govuk-body").text(form.label("form.carried.meaning")))
            .with(el("dl").class("govuk-summary-list").all(rows))
    };
    (!rows.is_empty()).then(|| list(rows))
}

fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
