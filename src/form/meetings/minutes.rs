//! Meeting mode: one screen for the minute-taker, all of it reached by keyboard, nothing hidden by a
//! dialog. Rows are added with a button or, once they are switched on, by shortcuts.

use super::lines::{line, lines, lines_under, section_heading, staying_line};
use super::shortcuts::bar;
use crate::form::markup::{El, Node, button, el};
use crate::form::pages::{IN_MINUTES, Keys};
use crate::form::question::{line_question, question};
use crate::form::rows::adding;
use crate::form::state::Form;
use crate::form::timescales::strip;
use crate::form::together::together;
use crate::record::discussion::DiscussionHeading;
use crate::record::meeting::Framework;
use crate::record::plan::Action;
use crate::record::{CodeSet, Place, RowId, Shape};
use leptos::prelude::*;

/// The screen.
pub fn minutes(form: Form) -> Node {
    el("div")
        .class("ta-minutes")
        .with(bar(form))
        .with(jumps(form))
        .with(strip(form))
        .with(asked(form, &["status", "chair", "recorder", "quorate", "inquorate_reason"]))
        .with(of(form, "attendance"))
        .with(of(form, "children_at_meetings"))
        .with(notes(form))
        .with(of(form, "progress"))
        .with(of(form, "decisions"))
        .with(of(form, "dissents"))
        .with(unfinished(form))
        .with(actions(form))
        .with(of(form, "escalations"))
        .with(next(form))
        .into()
}

/// The headings of sections that are no list's own.
const UNFINISHED: &str = "unfinished";
const NEXT: &str = "next-meeting";

/// The way to each section of the screen.
fn jumps(form: Form) -> El {
    let jump = |heading: &'static str, name: String| {
        el("li").with(button("ta-link-button", name).on("click", move |_| form.want_heading(heading)))
    };
    let of = |home: &'static str| {
        let shape = Place::home(home).shape().map_or("", |shape| shape.name);
        let own = jump(home, form.words.begin(&form.label(&format!("{shape}.many"))));
        // What was agreed before stands above what is agreed now.
        let before = home == "plan/actions" && !agreed_before(form).is_empty();
        let before = before.then(|| jump(UNFINISHED, form.label("minutes.unfinished").into_owned()));
        before.into_iter().chain([own])
    };
    let list = el("ul").class("govuk-list").all(IN_MINUTES.iter().flat_map(|(home, _)| of(home)));
    let list = list.with(jump(NEXT, form.label("page.next-meeting").into_owned()));
    el("nav").class("ta-jumps ta-no-print").attr("aria-label", form.label("minutes.jumps")).with(list)
}

fn keys_of(home: &str) -> Keys {
    IN_MINUTES.iter().find(|(found, _)| *found == home).map_or(&[], |(_, keys)| *keys)
}

fn of(form: Form, home: &'static str) -> Node {
    lines(form, home, keys_of(home))
}

/// Questions of the meeting itself, in one line.
fn asked(form: Form, keys: Keys) -> El {
    let place = form.own_place();
    let fields = keys.iter().filter_map(|key| {
        let place = place.as_ref()?;
        Some((place.at_key(key), place.shape()?.field(key)?.1))
    });
    together(form, "ta-line__asked").all(fields.map(|(place, field)| line_question(form, place, field)))
}

/// What was said, under the headings of the meeting's framework, side by side.
fn notes(form: Form) -> El {
    let title = form.words.begin(&form.label("page.discussion"));
    let framework = form.own_place().map(|place| place.at_key("framework"));
    let at = framework.clone();
    let columns = move || {
        let chosen = at.as_ref().map(|at| form.watch(at)).unwrap_or_default();
        let framework = form.framework_or(chosen);
        let columns = headings(&framework).iter().map(|heading| column(form, *heading).into());
        el("div").class("ta-columns").attr("data-lines", "").all(columns.collect::<Vec<Node>>()).into()
    };
    let field = framework.and_then(|place| Some((place.clone(), place.field()?)));
    el("section")
        .class("ta-list")
        .attr("aria-label", title.clone())
        .with(section_heading(form, "discussion", title))
        .with(field.map(|(place, field)| together(form, "ta-asked").with(line_question(form, place, field))))
        .with(el("div").shows(columns))
}

/// The headings that a framework gives (domain.md 2.2). Without one: what worries, what works, what must happen.
fn headings(framework: &str) -> &'static [Option<DiscussionHeading>] {
    use DiscussionHeading as H;
    if framework == Framework::StrengtheningFamilies.code() {
        return &[
            Some(H::Harm),
            Some(H::Risk),
            Some(H::Complicating),
            Some(H::Safety),
            Some(H::Strengths),
            Some(H::GreyAreas),
            Some(H::NextSteps),
            None,
        ];
    }
    &[Some(H::Worried), Some(H::WorkingWell), Some(H::NeedsToHappen), None]
}

/// One heading with what was said under it; without a heading, what stands under none of the others.
fn column(form: Form, heading: Option<DiscussionHeading>) -> El {
    let Some(shape) = Place::home("discussion").shape() else { return el("div") };
    let name = heading.map(|heading| form.label(&format!("discussion-heading.{}", heading.code())));
    let name = name.unwrap_or_else(|| form.label("minutes.other_notes"));
    let list = form.list("discussion");
    let own = form.own();
    let shown = move || {
        form.track_links("discussion");
        let ids = list.get();
        let here = |id: &RowId| {
            let at = |key| form.written(&Place { home: "discussion", row: Some(id.clone()), key: Some(key) });
            let framework = form.own_place().map(|place| form.written(&place.at_key("framework")));
            let framework = form.framework_or(framework.unwrap_or_default());
            at("meeting") == own.as_ref().map_or("", RowId::as_str)
                && stands_under(&at("heading"), heading, &framework)
        };
        ids.into_iter().filter(here).collect()
    };
    let rows =
        el("div").class("ta-lines__rows").each(shown, move |id| line(form, shape, id, keys_of("discussion")));
    let link = form.own().map(|own| format!("meeting={own}"));
    let add = adding(form, shape, link, "ta-link-button")
        .map(|add| add.maybe("data-also", heading.map(|heading| format!("heading={}", heading.code()))));
    el("div")
        .class("ta-column")
        .attr("role", "group")
        .attr("aria-label", name.clone())
        .with(form.h(2).class("govuk-heading-s").text(name))
        .with(rows)
        .with(add)
}

fn stands_under(written: &str, heading: Option<DiscussionHeading>, framework: &str) -> bool {
    match heading {
        Some(heading) => written == heading.code(),
        None => !headings(framework).iter().flatten().any(|heading| written == heading.code()),
    }
}

/// What earlier meetings agreed and nobody has finished: only how far it has come is asked.
fn unfinished(form: Form) -> Option<El> {
    let shape = Place::home("plan/actions").shape()?;
    let ids = agreed_before(form);
    let title = form.label("minutes.unfinished").into_owned();
    let rows = el("div")
        .class("ta-lines__rows")
        .all(ids.iter().map(|id| staying_line(form, shape, id, &["status", "completed_on"])));
    let section = || {
        el("section")
            .class("ta-list ta-lines")
            .attr("aria-label", title.clone())
            .with(section_heading(form, UNFINISHED, title))
            .with(rows)
    };
    (!ids.is_empty()).then(section)
}

/// The open actions that this meeting did not agree.
fn agreed_before(form: Form) -> Vec<RowId> {
    let own = form.own();
    form.record(|record| {
        let before = |row: &&Action| row.is_open() && row.agreed_at.id() != own.as_ref();
        record.plan.actions.iter().filter(before).map(|row| row.id.clone()).collect()
    })
}

/// The actions that this meeting agrees: they stand in the plan at once.
fn actions(form: Form) -> Node {
    lines_under(form, "plan/actions", keys_of("plan/actions"), Some(("agreed_at", form.own())))
}

/// The day of the next meeting.
fn next(form: Form) -> Option<El> {
    let place = form.own_place()?;
    let shape: &'static Shape = place.shape()?;
    let keys = ["next_on", "next_set_in_meeting", "next_not_set_reason"];
    let fields = keys.iter().filter_map(|key| shape.field(key)).map(|(_, field)| field);
    let title = form.label("page.next-meeting").into_owned();
    Some(
        el("section")
            .class("ta-list")
            .attr("aria-label", title.clone())
            .with(section_heading(form, NEXT, title))
            .with(
                together(form, "ta-asked")
                    .all(fields.map(|field| question(form, place.at_key(field.key), field))),
            ),
    )
}

impl Form {
    /// The framework that the meeting has, or else the one that the packs name.
    fn framework_or(self, chosen: String) -> String {
        if !chosen.is_empty() {
            return chosen;
        }
        let named = self.terms(|_, terms| terms.protocol.framework());
        named.map_or_else(String::new, |framework| framework.code().to_owned())
    }
}
