//! The error summary: what stops finishing and what the host refused, each linked to its place.

use super::markup::{El, Node, button, el};
use super::pages::Page;
use super::standing::Standing;
use super::state::Form;
use crate::protocol::Finding;
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
            let stops = inner.findings.iter().filter(|finding| finding.stops() && inner.answers_for(finding));
            let line = |finding: &std::sync::Arc<Finding>| {
                let said = self.words.sentence(finding, &inner.record, &inner.protocol);
                let said = format!("{} – {said}", self.words.place(&finding.place, &inner.record));
                Line { place: finding.place.to_string(), said }
            };
            stops.map(line).collect()
        })
    }
}

impl Form {
    /// How the plan is kept without an approval that the host refused: nothing else of it is stored before that.
    fn ways_back(self, refused: &[Line]) -> Vec<Line> {
        let places = refused.iter().filter_map(|line| self.refused_approval(&Place::read(&line.place)?));
        let said = self.words.label("copies.approval.refused");
        let mut ways: Vec<Line> =
            places.map(|place| Line { place: place.to_string(), said: said.to_owned() }).collect();
        ways.dedup();
        ways
    }
}

/// The summary, where there is something to say.
pub fn error_summary(form: Form) -> El {
    let words = form.words;
    let lines = Memo::new(move |_| {
        form.looked.track();
        let mut lines = match form.standing.get() {
            Standing::Refused(message, errors) => {
                let first = Line { place: String::new(), said: message };
                let rest = errors.into_iter().map(|error| Line { place: error.place, said: error.message });
                let mut lines: Vec<Line> =
                    std::iter::once(first).filter(|line| !line.said.is_empty()).chain(rest).collect();
                lines.extend(form.ways_back(&lines));
                lines
            }
            _ => Vec::new(),
        };
        if form.tried.get() && matches!(form.page.get(), Page::Check | Page::All) {
            lines.extend(form.stopping_lines());
        }
        lines
    });
    let shown = move || {
        let lines = lines.get();
        let some = !lines.is_empty();
        let summary = || {
            let list = el("ul")
                .class("govuk-list govuk-error-summary__list")
                .all(lines.into_iter().map(summary_line));
            el("div")
                .class("govuk-error-summary")
                .attr("role", "alert")
                .attr("tabindex", "-1")
                .attr("data-heading", "summary")
                .with(
                    form.h(0)
                        .class("govuk-error-summary__title")
                        .text(words.label("form.problem.title").to_owned()),
                )
                .with(list)
        };
        some.then(summary).into()
    };
    el("div").with(el("div").shows(shown)).with(el("div").shows(move || back_to_check(form)))
}

/// On the page of one question: the way back to what else stops sending.
fn back_to_check(form: Form) -> Node {
    form.looked.track();
    let elsewhere = matches!(form.page.get(), Page::Sheet(_) | Page::Tasks) && form.tried.get();
    let count = u32::try_from(form.stopping()).unwrap_or(u32::MAX);
    let words = form.words;
    let back = || {
        let text = words.fill("form.back_to_check", &[("count", &words.count("point", count))]);
        button("ta-link-button ta-error-link", text).on("click", move |_| form.go(Page::Check))
    };
    (elsewhere && count > 0 && !form.is_read_only()).then(back).into()
}

fn summary_line(line: Line) -> El {
    let known = Place::read(&line.place).filter(|place| !place.to_string().is_empty());
    match known {
        Some(place) => {
            let link = button("ta-link-button ta-error-link", line.said);
            el("li").with(link.attr("data-act", "go").attr("data-at", place.to_string()))
        }
        None => el("li").text(line.said),
    }
}
