//! The task list: the pages of the plan, each with what is left to do there.

use super::copies::still_to_do;
use super::markup::{El, Node, button, el};
use super::meetings::{about, awaited, is_minuted, next_meeting, own_procedure};
use super::pages::{Page, Sheet};
use super::section::heading;
use super::start::Say;
use super::state::Form;
use super::timescales::strip;
use crate::protocol::Scope;
use crate::record::{Place, State};
use leptos::prelude::*;

/// How far a page has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    NotStarted,
    Open(u32),
    NothingOpen,
}

impl Form {
    fn progress(self, sheet: &'static Sheet) -> Progress {
        let here = |place: &Place| self.stands_on(sheet, place) || is_minuted(self, sheet, place);
        let begun = self.record(|record| {
            let mut begun = false;
            record.each_answer(&mut |place, _, answer| {
                begun |= answer.state() != State::Blank && here(place) && !self.is_prepared(place);
            });
            begun
        });
        let open = self.inner.with_value(|inner| {
            let open =
                inner.findings.iter().filter(|finding| finding.is_open() && inner.answers_for(finding));
            open.filter(|finding| here(&finding.place)).count()
        });
        match (begun, u32::try_from(open).unwrap_or(u32::MAX)) {
            (false, _) => Progress::NotStarted,
            (true, 0) => Progress::NothingOpen,
            (true, open) => Progress::Open(open),
        }
    }
}

/// The task list with the dates above it.
pub fn tasks(form: Form) -> Node {
    let words = form.words;
    let journey = form.journey();
    let own_procedure = own_procedure(form);
    let many = if own_procedure.is_some() { 1 } else { usize::MAX };
    let groups = journey.groups.iter().take(many).map(|group| {
        let sheets = journey.sheets.iter().enumerate().take(many).filter(|(_, sheet)| sheet.group == *group);
        let title =
            form.h(1).class("govuk-heading-m").text(words.label(&format!("pages.{group}")).to_owned());
        let items = sheets.map(|(index, sheet)| task(form, index, sheet));
        Node::All(vec![title.into(), el("ul").class("govuk-task-list").all(items).into()])
    });
    let on = own_procedure.is_none().then(|| ways_on(form));
    let page = el("div").class("ta-page").all(groups).with(on);
    let dates = (journey.scope != Scope::Report && own_procedure.is_none()).then(|| strip(form));
    Node::All(vec![
        heading(form, form.label(title(journey.scope))).into(),
        about(form).into(),
        own_procedure.into(),
        notices(form),
        dates.into(),
        page.into(),
    ])
}

fn title(scope: Scope) -> &'static str {
    match scope {
        Scope::Plan => "form.tasks",
        Scope::Meeting => "form.tasks.meeting",
        Scope::Report => "form.tasks.report",
    }
}

fn ways_on(form: Form) -> El {
    let words = form.words;
    let check = button("govuk-button", words.label("form.check_answers").to_owned());
    let export = button("ta-link-button", words.label("form.export").to_owned());
    el("div")
        .class("govuk-button-group")
        .with(check.on("click", move |_| form.go(Page::Check)))
        .with(saving(form))
        .with(export.on("click", move |_| form.tell(Say::Export)))
        .with(next_meeting(form))
}

/// Hands what is written so far to the host, from wherever somebody stops.
pub fn saving(form: Form) -> Option<El> {
    let save = button("govuk-button govuk-button--secondary", form.words.label("form.save").to_owned());
    (!form.is_read_only()).then(|| save.on("click", move |_| form.tell(Say::Keep)))
}

fn task(form: Form, index: usize, sheet: &'static Sheet) -> El {
    let progress = Memo::new(move |_| {
        form.looked.track();
        (
            form.progress(sheet),
            still_to_do(form, sheet).into_iter().chain(awaited(form, sheet)).collect::<Vec<_>>(),
        )
    });
    let id = format!("task/{}", sheet.key);
    let name = button("ta-link-button govuk-task-list__link", form.label(&format!("page.{}", sheet.key)))
        .attr("aria-describedby", id.clone())
        .on("click", move |_| form.go(Page::Sheet(index)));
    let tag = el("div").class("govuk-task-list__status").attr("id", id).shows(move || {
        let (progress, to_do) = progress.get();
        status(form, progress, to_do)
    });
    el("li")
        .class("govuk-task-list__item govuk-task-list__item--with-link")
        .with(el("div").class("govuk-task-list__name-and-hint").with(name))
        .with(tag)
}

/// How far a page has come, in words; what no rule asks for and is still to be done stands beside it.
fn status(form: Form, progress: Progress, to_do: Vec<String>) -> Node {
    const ATTENTION: &str = "govuk-tag govuk-tag--yellow";
    let words = form.words;
    let of_rules = match progress {
        Progress::NotStarted => {
            Some((words.label("form.task.not_started").to_owned(), "govuk-tag govuk-tag--blue"))
        }
        Progress::Open(open) => {
            Some((words.fill("form.task.needs_attention", &[("n", &open.to_string())]), ATTENTION))
        }
        Progress::NothingOpen if to_do.is_empty() => {
            Some((words.label("form.task.complete").to_owned(), "ta-plain-status"))
        }
        Progress::NothingOpen => None,
    };
    let all = of_rules.into_iter().chain(to_do.into_iter().map(|text| (text, ATTENTION)));
    let tags = all.map(|(text, class)| {
        Node::All(vec![el("span").class(class).text(text).into(), Node::Text(" ".into())])
    });
    Node::All(tags.collect())
}

/// What every form of these packs says at its head, and that this device keeps nothing.
fn notices(form: Form) -> Node {
    let words = form.words;
    let notices: Vec<String> = form.terms(|_, terms| {
        let packs = terms.protocol.packs().iter();
        let said = packs.map(|pack| words.either(&pack.notice, &pack.notice_cy).to_owned());
        let none = (terms.protocol.packs().len() < 2).then(|| words.label("form.no_protocol").to_owned());
        said.filter(|notice| !notice.is_empty()).chain(none).collect()
    });
    let reports = form.journey().scope == Scope::Report;
    let kept = words.label(if reports { "form.not_kept.report" } else { "form.not_kept" });
    let kept = format!("{kept} {}", words.label("form.never_blocks"));
    let kept = el("p").class("ta-draft").text(kept).into();
    let notices = notices.into_iter().map(|notice| el("div").class("govuk-inset-text").text(notice).into());
    Node::All(std::iter::once(kept).chain(notices).collect())
}
