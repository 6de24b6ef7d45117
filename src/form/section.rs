//! A page of questions and lists.

use super::findings::Notes;
use super::pages::{Block, Page, SHEETS, Sheet};
use super::question::Question;
use super::rows::{Cards, List};
use super::state::Form;
use crate::record::{Kind, Place, RowId};
use leptos::prelude::*;

/// What stands on one page.
#[component]
pub fn Blocks(form: Form, sheet: &'static Sheet) -> impl IntoView {
    sheet
        .blocks
        .iter()
        .map(|block| match block {
            Block::Questions(home) => view! { <Asked form home/> }.into_any(),
            Block::List(home) if form.wants(home) => view! { <List form home/> }.into_any(),
            Block::Tree if form.wants("plan/needs") => view! { <Tree form/> }.into_any(),
            Block::Tree if form.wants("plan/actions") => {
                view! { <List form home="plan/actions"/> }.into_any()
            }
            Block::List(_) | Block::Tree => ().into_any(),
        })
        .collect_view()
}

/// The questions of a section.
#[component]
fn Asked(form: Form, home: &'static str) -> impl IntoView {
    let shape = Place::home(home).shape()?;
    let fields = shape.fields.iter().filter(|field| !matches!(field.kind, Kind::Part(_) | Kind::Rows(_)));
    let questions: Vec<_> = fields
        .filter(|field| form.wants(&field.words_key()))
        .map(|field| view! { <Question form place=Place { home: shape.home, row: None, key: Some(field.key) } field/> })
        .collect();
    Some(view! {
        <Notes form place=Place::home(shape.home)/>
        {questions}
    })
}

/// Needs, under each its outcomes, under each its actions; and what is not linked yet.
#[component]
fn Tree(form: Form) -> impl IntoView {
    let shape = Place::home("plan/needs").shape()?;
    let needs = form.list("plan/needs");
    let words = form.words;
    Some(view! {
        <section class="ta-list" aria-label=words.label("need.many")>
            <h3 class="govuk-heading-m">{words.begin(words.label("need.many"))}</h3>
            <Notes form place=Place::home("plan/needs")/>
            <Notes form place=Place::home("plan/outcomes")/>
            <For each=move || needs.get() key=|id| id.clone() children=move |id| view! {
                <div class="ta-branch">
                    <One form home="plan/needs" id=id.clone() shape/>
                    <Outcomes form need=Some(id)/>
                </div>
            }/>
            <button type="button" class="govuk-button govuk-button--secondary" data-act="add" data-home="plan/needs">
                {words.label("need.add")}
            </button>
        </section>
        <section class="ta-list" aria-label=words.label("form.unlinked")>
            <Unlinked form/>
        </section>
    })
}

#[component]
fn One(form: Form, home: &'static str, id: RowId, shape: &'static crate::record::Shape) -> impl IntoView {
    let place = Place { home, row: Some(id), key: None };
    view! { <super::rows::Card form place shape/> }
}

/// The outcomes that answer one need.
#[component]
fn Outcomes(form: Form, need: Option<RowId>) -> impl IntoView {
    let shape = Place::home("plan/outcomes").shape()?;
    let list = form.list("plan/outcomes");
    let words = form.words;
    let of = need.clone();
    let shown = move || {
        form.named.track();
        list.get()
            .into_iter()
            .filter(|id| form.links_to("plan/outcomes", id, "need", of.as_ref()))
            .collect::<Vec<_>>()
    };
    let add = need.as_ref().map(|need| {
        view! {
            <button type="button" class="ta-link-button" data-act="add" data-home="plan/outcomes"
                data-under=format!("need={need}")>{words.label("outcome.add")}</button>
        }
    });
    Some(view! {
        <div class="ta-branch__under">
            <For each=shown key=|id| id.clone() children=move |id| view! {
                <div class="ta-branch">
                    <One form home="plan/outcomes" id=id.clone() shape/>
                    <Actions form outcome=Some(id)/>
                </div>
            }/>
            {add}
        </div>
    })
}

/// The actions that lead to one outcome.
#[component]
fn Actions(form: Form, outcome: Option<RowId>) -> impl IntoView {
    let shape = Place::home("plan/actions").shape()?;
    let words = form.words;
    let link = outcome.as_ref().map(|outcome| format!("outcome={outcome}"));
    let under = Some(("outcome", outcome));
    Some(view! {
        <div class="ta-branch__under">
            <Cards form home="plan/actions" shape under/>
            {link.map(|link| view! {
                <button type="button" class="ta-link-button" data-act="add" data-home="plan/actions" data-under=link>
                    {words.label("action.add")}
                </button>
            })}
        </div>
    })
}

/// Outcomes and actions that hang on nothing yet.
#[component]
fn Unlinked(form: Form) -> impl IntoView {
    view! {
        <Notes form place=Place::home("plan/actions")/>
        <Outcomes form need=None/>
        <Actions form outcome=None/>
    }
}

/// A page with its heading and the way on.
#[component]
pub fn SheetPage(form: Form, index: usize) -> impl IntoView {
    let sheet = SHEETS.get(index)?;
    let words = form.words;
    let next = if index + 1 < SHEETS.len() { Page::Sheet(index + 1) } else { Page::Check };
    Some(view! {
        <button type="button" class="govuk-back-link ta-link-button" on:click=move |_| form.go(Page::Tasks)>
            {words.label("form.task_list")}
        </button>
        <h2 class="govuk-heading-l" tabindex="-1" data-heading="page">{words.label(&format!("page.{}", sheet.key)).to_owned()}</h2>
        <div class="ta-page">
            <Blocks form sheet/>
            <div class="govuk-button-group">
                <button type="button" class="govuk-button" on:click=move |_| form.go(next)>
                    {words.label("form.continue")}
                </button>
                <button type="button" class="ta-link-button" on:click=move |_| form.go(Page::Tasks)>
                    {words.label("form.task_list")}
                </button>
            </div>
        </div>
    })
}
