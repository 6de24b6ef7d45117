//! The error summary: what stops finishing and what the host refused, each linked to its place.

use super::standing::Standing;
use super::state::Form;
use crate::protocol::Severity;
use crate::record::Place;
use leptos::prelude::*;

/// One line of the summary.
#[derive(Clone, PartialEq)]
struct Line {
    place: String,
    said: String,
}

impl Form {
    fn stopping_lines(self) -> Vec<Line> {
        self.inner.with_value(|inner| {
            let stops = inner.findings.iter().filter(|finding| finding.stops());
            let said = |finding: &crate::protocol::Finding| {
                self.words.sentence(finding, &inner.record, &inner.protocol)
            };
            stops.map(|finding| Line { place: finding.place.to_string(), said: said(finding) }).collect()
        })
    }
}

/// The summary, where there is something to say.
#[component]
pub fn ErrorSummary(form: Form) -> impl IntoView {
    let words = form.words;
    let lines = Memo::new(move |_| {
        form.looked.track();
        let mut lines = match form.standing.get() {
            Standing::Refused(message, errors) => {
                let first = Line { place: String::new(), said: message };
                let rest = errors.into_iter().map(|error| Line { place: error.place, said: error.message });
                std::iter::once(first).filter(|line| !line.said.is_empty()).chain(rest).collect()
            }
            _ => Vec::new(),
        };
        if form.asked.get() {
            lines.extend(form.stopping_lines());
        }
        lines
    });
    let shown = move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            view! {
                <div class="govuk-error-summary" role="alert" tabindex="-1" data-heading="summary">
                    <h2 class="govuk-error-summary__title">{words.label("form.problem.title")}</h2>
                    <ul class="govuk-list govuk-error-summary__list">
                        {lines.into_iter().map(|line| view! { <SummaryLine line/> }).collect::<Vec<_>>()}
                    </ul>
                </div>
            }
        })
    };
    shown
}

#[component]
fn SummaryLine(line: Line) -> impl IntoView {
    match Place::read(&line.place).filter(|place| !place.to_string().is_empty()) {
        Some(place) => view! {
            <li><button type="button" class="ta-link-button ta-error-link" data-act="go" data-at=place.to_string()>{line.said}</button></li>
        }
        .into_any(),
        None => view! { <li>{line.said}</li> }.into_any(),
    }
}

/// How many findings of each weight are open, heaviest first.
pub fn counts(form: Form) -> Vec<(Severity, usize)> {
    form.inner.with_value(|inner| {
        let open = |severity: Severity| {
            inner.findings.iter().filter(|finding| finding.is_open() && finding.severity == severity).count()
        };
        Severity::ALL
            .into_iter()
            .rev()
            .map(|severity| (severity, open(severity)))
            .filter(|(_, n)| *n > 0)
            .collect()
    })
}
