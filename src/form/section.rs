//! A page of questions and lists.

use super::cards::card;
use super::findings::notes;
use super::markup::{El, Key, Node, Words, button, el};
use super::meetings::{drawn, lines};
use super::moving::{AMONG, among_text};
use super::pages::{Block, Keys, MOVED, Page, Part, Sheet};
use super::question::question;
use super::removing::{gap, keys_with_gap};
use super::rows::{adding, cards, list, under};
use super::state::Form;
use super::tasks::saving;
use super::together::{on_page, together};
use crate::record::{Kind, Place};
use leptos::prelude::*;

/// What stands on one page.
pub fn blocks(form: Form, sheet: &'static Sheet) -> Node {
    let block = |(index, block): (usize, &'static Block)| match block {
        Block::Questions(home) if index == 0 => questions(form, home),
        Block::Questions(home) => titled(form, home),
        Block::List(home) if form.wants(home) => list(form, home),
        Block::Tree if form.wants("plan/needs") => tree(form),
        Block::Tree if form.wants("plan/actions") => list(form, "plan/actions"),
        Block::Own(keys) => own(form, keys),
        Block::Under(home) => under(form, home),
        Block::Lines(home, keys) => lines(form, home, keys),
        Block::Drawn(part) => drawn(form, *part),
        Block::List(_) | Block::Tree => Node::Nothing,
    };
    Node::All(sheet.blocks.iter().enumerate().map(block).collect())
}

/// The questions of a section that does not begin its page, under what it is called.
fn titled(form: Form, home: &'static str) -> Node {
    let title = Place::home(home).shape().map(|shape| form.label(&format!("{}.title", shape.name)));
    let title = title.map(|title| form.h(1).class("govuk-heading-m").text(title));
    Node::All(vec![title.into(), questions(form, home)])
}

/// The questions of a section.
fn questions(form: Form, home: &'static str) -> Node {
    let place = Place::home(home);
    let Some(shape) = place.shape() else { return Node::Nothing };
    let is_moved = |key: &str| MOVED.iter().any(|(from, moved, _)| *from == home && *moved == key);
    let fields = shape.fields.iter().filter(|field| !matches!(field.kind, Kind::Part(_) | Kind::Rows(_)));
    let fields = fields.filter(|field| !is_moved(field.key) && form.wants(&field.words_key()));
    let own = fields.map(|field| question(form, place.at_key(field.key), field));
    let moved = MOVED.iter().filter(|(_, _, to)| *to == home).filter_map(|(from, key, _)| {
        let place = Place::home(from).at_key(key);
        let field = place.field().filter(|field| form.wants(&field.words_key()))?;
        Some(question(form, place, field))
    });
    together(form, "ta-asked").with(notes(form, &place)).all(moved).all(own).into()
}

/// Questions of the row that the form is about.
fn own(form: Form, keys: Keys) -> Node {
    let Some(place) = form.own_place() else { return Node::Nothing };
    let Some(shape) = place.shape() else { return Node::Nothing };
    let fields = keys.iter().filter_map(|key| shape.field(key)).map(|(_, field)| field);
    let fields = fields.filter(|field| form.wants(&field.words_key()));
    together(form, "ta-asked").all(fields.map(|field| question(form, place.at_key(field.key), field))).into()
}

/// Needs, under each its outcomes, under each its actions; and what is not linked yet.
fn tree(form: Form) -> Node {
    let homes = ["plan/needs", "plan/outcomes", "plan/actions"];
    let Some(shape) = Place::home("plan/needs").shape() else { return Node::Nothing };
    let title = form.words.begin(form.words.label("need.many"));
    let needs = keys_with_gap(form, "plan/needs", None);
    let branches = el("div").attr(AMONG, among_text("plan/needs", None)).each(needs, move |id| {
        let branch = || el("div").class("ta-branch").with(card(form, "plan/needs", id, shape));
        gap(form, id).unwrap_or_else(|| branch().with(outcomes(form, Some(id.clone()))))
    });
    let list = el("section").class("ta-list").attr("aria-label", title.clone());
    let list = list.with(form.h(1).class("govuk-heading-m").text(title));
    let list = list.all(homes.map(|home| notes(form, &Place::home(home)))).with(branches);
    let list = list.with(adding(form, shape, None, "govuk-button govuk-button--secondary"));
    Node::All(vec![list.into(), unlinked(form).into()])
}

/// The outcomes that answer one need.
fn outcomes(form: Form, need: Option<Key>) -> Node {
    let Some(shape) = Place::home("plan/outcomes").shape() else { return Node::Nothing };
    let link = need.as_ref().map(|need| format!("need={need}"));
    let under = ("need", need);
    let among = among_text("plan/outcomes", Some(&under));
    let keys = keys_with_gap(form, "plan/outcomes", Some(under));
    let branches = el("div").attr(AMONG, among).each(keys, move |id| {
        let branch = || el("div").class("ta-branch").with(card(form, "plan/outcomes", id, shape));
        gap(form, id).unwrap_or_else(|| branch().with(actions(form, Some(id.clone()))))
    });
    let add = link.and_then(|link| adding(form, shape, Some(link), "ta-link-button"));
    el("div").class("ta-branch__under").with(branches).with(add).into()
}

/// The actions that lead to one outcome.
fn actions(form: Form, outcome: Option<Key>) -> Node {
    let Some(shape) = Place::home("plan/actions").shape() else { return Node::Nothing };
    let link = outcome.as_ref().map(|outcome| format!("outcome={outcome}"));
    let add = link.and_then(|link| adding(form, shape, Some(link), "ta-link-button"));
    let cards = cards(form, "plan/actions", shape, Some(("outcome", outcome)));
    el("div").class("ta-branch__under").with(cards).with(add).into()
}

/// Outcomes and actions that hang on nothing yet.
fn unlinked(form: Form) -> El {
    let outcomes_on = keys_with_gap(form, "plan/outcomes", Some(("need", None)));
    let actions_on = keys_with_gap(form, "plan/actions", Some(("outcome", None)));
    let some = Memo::new(move |_| {
        let (outcomes, actions) = (outcomes_on(), actions_on());
        !(outcomes.is_empty() && actions.is_empty())
    });
    el("div").shows(move || {
        let title = form.words.label("form.unlinked").to_owned();
        let list = || {
            let list = el("section").class("ta-list").attr("aria-label", title.clone());
            let list = list.with(form.h(1).class("govuk-heading-m").text(title.clone()));
            list.with(outcomes(form, None)).with(actions(form, None))
        };
        some.get().then(list).into()
    })
}

/// A page with its heading and the way on.
pub fn page(form: Form, index: usize) -> Node {
    let sheets = form.journey().sheets;
    let Some(sheet) = sheets.get(index) else { return Node::Nothing };
    let words = form.words;
    let next = if index + 1 < sheets.len() { Page::Sheet(index + 1) } else { Page::Check };
    let on =
        button("govuk-button", words.label("form.continue").to_owned()).on("click", move |_| form.go(next));
    let wide =
        sheet.blocks.iter().any(|block| matches!(block, Block::Drawn(Part::Minutes | Part::Chronology)));
    // A copy that is looked at needs the whole width, and so does what a minute-taker writes.
    let class = move || {
        let wide = wide || form.looking.with(Option::is_some);
        Some(if wide { "ta-page ta-page--wide" } else { "ta-page" }.to_owned())
    };
    let content = on_page(form, &[sheet], || blocks(form, sheet)).live("class", class);
    Node::All(vec![
        back(form).into(),
        heading(form, form.label(&format!("page.{}", sheet.key))).into(),
        content
            .with(el("div").class("govuk-button-group").with(on).with(saving(form)).with(to_tasks(form)))
            .into(),
    ])
}

/// The heading of a page, which takes the focus when the page is opened.
pub fn heading(form: Form, text: Words) -> El {
    form.h(0).class("govuk-heading-l").attr("tabindex", "-1").attr("data-heading", "page").text(text)
}

fn to_tasks(form: Form) -> El {
    let words = form.words.label("form.task_list").to_owned();
    button("ta-link-button", words).on("click", move |_| form.go(Page::Tasks))
}

/// The way back to the task list.
pub fn back(form: Form) -> El {
    let words = form.words.label("form.task_list").to_owned();
    button("govuk-back-link ta-link-button", words).on("click", move |_| form.go(Page::Tasks))
}
