//! The task list: the pages of the plan, each with what is left to do there.

use super::pages::{Page, SHEETS, Sheet};
use super::state::{Form, Say};
use super::timescales::Strip;
use crate::record::State;
use leptos::prelude::*;

/// How far a page has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    NotStarted,
    InProgress(u32),
    NothingOpen,
}

impl Form {
    fn progress(self, sheet: &Sheet) -> Progress {
        let begun = self.record(|record| {
            let mut begun = false;
            record.each_answer(&mut |place, _, answer| {
                begun |= answer.state() != State::Blank && sheet.homes().any(|home| home == place.home);
            });
            begun
        });
        let open = self.inner.with_value(|inner| {
            let here = |home: &str| sheet.homes().any(|found| found == home);
            inner.findings.iter().filter(|finding| finding.is_open() && here(finding.place.home)).count()
        });
        match (begun, u32::try_from(open).unwrap_or(u32::MAX)) {
            (false, 1..) => Progress::NotStarted,
            (true, open @ 1..) => Progress::InProgress(open),
            (_, 0) => Progress::NothingOpen,
        }
    }
}

/// The task list with the dates above it.
#[component]
pub fn Tasks(form: Form) -> impl IntoView {
    let words = form.words;
    let groups = ["who", "known", "plan", "time"].map(|group| {
        let sheets = SHEETS.iter().enumerate().filter(move |(_, sheet)| sheet.group == group);
        let items = sheets.map(|(index, sheet)| view! { <Task form index sheet/> }).collect_view();
        view! {
            <h3 class="govuk-heading-m">{words.label(&format!("pages.{group}")).to_owned()}</h3>
            <ul class="govuk-task-list">{items}</ul>
        }
    });
    view! {
        <h2 class="govuk-heading-l" tabindex="-1" data-heading="page">{words.label("form.tasks")}</h2>
        <Notices form/>
        <Strip form/>
        <div class="ta-page">
            {groups}
            <div class="govuk-button-group">
                <button type="button" class="govuk-button" on:click=move |_| form.go(Page::Check)>
                    {words.label("form.check_answers")}
                </button>
                {(!form.is_read_only()).then(|| view! {
                    <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| form.tell(Say::Keep)>
                        {words.label("form.save")}
                    </button>
                })}
                <button type="button" class="ta-link-button" on:click=move |_| form.tell(Say::Export)>
                    {words.label("form.export")}
                </button>
            </div>
        </div>
    }
}

#[component]
fn Task(form: Form, index: usize, sheet: &'static Sheet) -> impl IntoView {
    let words = form.words;
    let progress = Memo::new(move |_| {
        form.looked.track();
        form.progress(sheet)
    });
    let status = move || match progress.get() {
        Progress::NotStarted => {
            (words.label("form.task.not_started").to_owned(), "govuk-tag govuk-tag--blue")
        }
        Progress::InProgress(open) => (
            words.fill("form.task.needs_attention", &[("n", &open.to_string())]),
            "govuk-tag govuk-tag--yellow",
        ),
        Progress::NothingOpen => (words.label("form.task.complete").to_owned(), "ta-plain-status"),
    };
    let id = format!("task/{}", sheet.key);
    view! {
        <li class="govuk-task-list__item govuk-task-list__item--with-link">
            <div class="govuk-task-list__name-and-hint">
                <button type="button" class="ta-link-button govuk-task-list__link" aria-describedby=id.clone()
                    on:click=move |_| form.go(Page::Sheet(index))>
                    {words.label(&format!("page.{}", sheet.key)).to_owned()}
                </button>
            </div>
            <div class="govuk-task-list__status" id=id>
                <span class=move || status().1>{move || status().0}</span>
            </div>
        </li>
    }
}

/// What every form of these packs says at its head, and that this device keeps nothing.
#[component]
fn Notices(form: Form) -> impl IntoView {
    let words = form.words;
    let notices: Vec<String> = form.terms(|_, terms| {
        let packs = terms.protocol.packs().iter();
        let said = packs.map(|pack| words.either(&pack.notice, &pack.notice_cy).to_owned());
        said.filter(|notice| !notice.is_empty()).collect()
    });
    view! {
        <p class="ta-draft">{words.label("form.not_kept")}" "{words.label("form.never_blocks")}</p>
        {notices.into_iter().map(|notice| view! { <div class="govuk-inset-text">{notice}</div> }).collect_view()}
    }
}
