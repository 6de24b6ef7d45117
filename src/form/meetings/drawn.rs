//! The parts of a page that are more than questions.

use super::afterwards::{changed, recipients};
use super::chronology::chronology;
use super::contributions::contributions;
use super::differences::differences;
use super::lines::staying_line;
use super::minutes::minutes;
use crate::form::copies::copies;
use crate::form::markup::{El, Node, button, el};
use crate::form::pages::Part;
use crate::form::start::Say;
use crate::form::state::Form;
use crate::form::timescales::strip;
use crate::record::report::NeedView;
use crate::record::{Link, Place, RowId};
use leptos::prelude::*;

/// A part of a page.
pub fn drawn(form: Form, part: Part) -> Node {
    match part {
        Part::Minutes => minutes(form),
        Part::Strip => strip(form).into(),
        Part::Contributions => contributions(form),
        Part::Chronology => chronology(form),
        Part::Differences => differences(form),
        Part::FeedbackFile => feedback_file(form).into(),
        Part::NeedViews => need_views(form),
        Part::Changes => changed(form),
        Part::Recipients => recipients(form),
        Part::Copies => copies(form),
    }
}

/// A file of the feedback, which is kept apart from the plan.
fn feedback_file(form: Form) -> El {
    let save = button("govuk-button govuk-button--secondary", form.label("form.feedback_file"));
    el("div")
        .with(el("p").class("govuk-body").text(form.label("form.feedback_apart")))
        .with(save.on("click", move |_| form.tell(Say::Feedback)))
}

/// The needs, each with this agency's own view of it.
fn need_views(form: Form) -> Node {
    let Some(shape) = Place::home("need_views").shape() else { return Node::Nothing };
    let ids = form.views_of_needs();
    let lines = ids.iter().map(|id| staying_line(form, shape, id, &["view"]));
    let title = form.words.begin(&form.short_label("need-view.many"));
    let section = || {
        el("section")
            .class("ta-list ta-lines")
            .attr("aria-label", title.clone())
            .with(form.h(1).class("govuk-heading-m").text(title.clone()))
            .all(lines)
    };
    (!ids.is_empty()).then(section).into()
}

impl Form {
    /// The rows of this report's views, one for each need; missing ones are made.
    fn views_of_needs(self) -> Vec<RowId> {
        let writing = !self.is_read_only();
        let made = self.inner.try_update_value(|inner| {
            let own = inner.own.clone()?;
            let report = inner.record.reports.iter().find(|row| row.id == own)?;
            let agency = report.agency.clone();
            let needs: Vec<RowId> = inner.record.plan.needs.iter().map(|need| need.id.clone()).collect();
            for need in needs {
                let here = |row: &NeedView| row.report.id() == Some(&own) && row.need.id() == Some(&need);
                if writing && !inner.record.need_views.iter().any(here) {
                    inner.record.need_views.push(NeedView {
                        id: inner.ids.next_id(),
                        need: Link::to(&need),
                        agency: agency.clone(),
                        report: Link::to(&own),
                        ..NeedView::default()
                    });
                }
            }
            let views = inner.record.need_views.iter().filter(|row| row.report.id() == Some(&own));
            Some(views.map(|row| row.id.clone()).collect())
        });
        made.flatten().unwrap_or_default()
    }
}
