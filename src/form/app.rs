//! The form as a whole: which page is shown, and what is said to those who listen.

use super::check::check;
use super::markup::{El, Node, el, find};
use super::meetings::{heard_elsewhere, heard_key};
use super::pages::{Page, Sheet};
use super::put::put;
use super::removing::undo;
use super::section::{blocks, heading, page};
use super::standing::Standing;
use super::state::Form;
use super::summary::error_summary;
use super::tasks::tasks;
use super::together::on_page;
use leptos::prelude::*;
use web_sys::{Element, FocusOptions, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Puts the form into an element. It lives as long as the current owner.
pub fn mount(form: Form, root: &Element) {
    form.inner.update_value(|inner| inner.root = Some(root.clone()));
    put(app(form).into(), root);
    focus_after_changes(form, root.clone());
}

fn app(form: Form) -> El {
    el("div")
        .class("ta-form")
        .attr("lang", form.words.language().tag())
        .live("data-page", move || form.page.get().name(form.journey()).map(str::to_owned))
        .on("input", move |event| form.heard_input(&event))
        .on("focusout", move |event| form.heard_leaving(&event))
        .on("click", move |event| form.heard_press(&event))
        .on("keydown", move |event| heard_key(form, &event))
        .on("submit", |event| event.prevent_default())
        .on("focusin", move |_| heard_elsewhere(form))
        .on("pointerdown", move |_| heard_elsewhere(form))
        .with(error_summary(form))
        .with(receipted(form))
        .with(el("div").shows(move || shown(form)))
        .with(said(form))
}

fn shown(form: Form) -> Node {
    form.locked.track();
    match form.page.get() {
        Page::Tasks => tasks(form),
        Page::Sheet(index) => page(form, index),
        Page::Check => check(form),
        Page::All => all(form),
    }
}

/// Everything on one page.
fn all(form: Form) -> Node {
    let sheets: Vec<&'static Sheet> =
        form.journey().sheets.iter().filter(|sheet| wanted(form, sheet)).collect();
    let sheet = |sheet: &&'static Sheet| {
        let title = form.label(&format!("page.{}", sheet.key));
        Node::All(vec![heading(form, title).into(), blocks(form, sheet)])
    };
    on_page(form, &sheets, || Node::All(sheets.iter().map(sheet).collect())).into()
}

fn wanted(form: Form, sheet: &'static Sheet) -> bool {
    sheet.homes().any(|home| form.wants(home) || wants_some(form, home))
}

fn wants_some(form: Form, home: &'static str) -> bool {
    let shape = crate::record::Place::home(home).shape();
    shape.is_some_and(|shape| !shape.row && shape.fields.iter().any(|field| form.wants(&field.words_key())))
}

/// After a page or a row was opened, the focus goes to what was sought, or to the page's heading.
fn focus_after_changes(form: Form, root: Element) {
    Effect::new(move |before: Option<Page>| {
        let page = form.page.get();
        form.sought.track();
        let turned = before.is_some_and(|before| before != page);
        let root = root.clone();
        // The page is drawn by effects that run after this one.
        queue_microtask(move || form.settle(&root, turned));
        page
    });
}

/// What was just done, and the way to undo a removal where none stands in the place of the row.
fn said(form: Form) -> El {
    let undo_it = move || {
        form.status.track();
        let elsewhere = form.inner.with_value(|inner| inner.removed.as_ref()?.elsewhere().cloned());
        elsewhere.map(|place| undo(form, &place)).into()
    };
    let status = el("p").attr("role", "status").class("govuk-body").shows(move || form.status.get().into());
    el("div").class("ta-said").with(status).with(el("div").shows(undo_it))
}

/// What the host answered.
fn receipted(form: Form) -> El {
    let words = form.words;
    let shown = move || {
        let (told, receipt) = match form.standing.get() {
            Standing::Sending => ("form.sending", None),
            Standing::Sent(receipt) => ("form.sent", Some(receipt)),
            Standing::Kept(receipt) => ("form.kept", Some(receipt)),
            Standing::Writing | Standing::Refused(..) => return Node::Nothing,
        };
        let stays = (told == "form.sent").then(|| words.label("form.sent.stays").to_owned());
        let facts = receipt.map(|receipt| {
            let time = words.time(&receipt.at);
            match receipt.id.is_empty() || time.is_empty() {
                true => words.label("form.sent.bare").to_owned(),
                false => words.fill("form.sent.receipt", &[("time", &time), ("id", &receipt.id)]),
            }
        });
        el("div")
            .class("ta-receipt")
            .attr("tabindex", "-1")
            .attr("data-heading", "receipt")
            .with(form.h(0).class("ta-receipt__title").text(words.label(told).to_owned()))
            .all(facts.into_iter().chain(stays).map(|line| el("p").class("govuk-body").text(line)))
            .into()
    };
    el("div").attr("role", "status").shows(shown)
}

impl Form {
    /// Draws a page anew: what it is about has changed.
    pub fn again(self, page: Page) {
        self.go(page);
        self.want_heading("page");
        self.page.notify();
    }

    /// Goes to a page; a row that was open is closed.
    pub fn go(self, page: Page) {
        self.inner.update_value(|inner| {
            inner.shown.clear();
            inner.watched.clear();
            inner.candidates.clear();
            inner.lists.clear();
            inner.opened.clear();
        });
        self.forget_waiting();
        self.set_open(None);
        self.put_copy_away();
        if self.page.get_untracked() != page {
            self.hush();
        }
        self.page.set(page);
    }

    /// Handed over: the send button waits until the host has answered.
    pub fn sending(self) {
        self.inner.update_value(|inner| inner.handed = inner.changes);
        self.standing.set(Standing::Sending);
    }

    /// The host stored it, finished or as a draft.
    pub fn stored(self, standing: Standing) {
        if matches!(standing, Standing::Sent(_)) {
            self.stands(standing);
            self.want_heading("receipt");
            return;
        }
        // Somebody may be typing: a draft's receipt is said, and never takes the focus. What was typed
        // while the host stored the rest is not stored yet.
        let newer = self.inner.with_value(|inner| inner.changes != inner.handed);
        self.standing.set(if newer { Standing::Writing } else { standing });
        // Said below as well, where the button is.
        let told = if newer { "form.kept.newer" } else { "form.kept" };
        self.status.set(self.words.label(told).to_owned());
    }

    /// Moves the focus to a heading of this kind, once it is drawn.
    pub fn want_heading(self, heading: &'static str) {
        self.inner.update_value(|inner| inner.wanted_heading = Some(heading));
        self.sought.update(|count| *count = count.wrapping_add(1));
    }

    /// Moves the focus to what was sought; on a new page with nothing sought, to its heading.
    fn settle(self, root: &Element, turned: bool) {
        let heading = self.inner.try_update_value(|inner| inner.wanted_heading.take()).flatten();
        let found = match heading {
            // What was sought may be gone: the last of the pairs that were offered, for one.
            Some(heading) => find(root, &format!("[data-heading=\"{heading}\"]"))
                .or_else(|| find(root, "[data-heading=page]")),
            None => self
                .sought_element(root)
                .or_else(|| turned.then(|| find(root, "[data-heading=page]")).flatten()),
        };
        if let Some(found) = found {
            show(&found);
        }
    }
}

/// Brings what has the focus now into view. A box that is to be written in moves the page no further than
/// it must; a heading comes to the top, so that what follows it is seen.
pub(super) fn show(found: &HtmlElement) {
    let is_box = matches!(found.local_name().as_str(), "input" | "textarea" | "select" | "button");
    let scroll = ScrollIntoViewOptions::new();
    scroll.set_block(if is_box { ScrollLogicalPosition::Nearest } else { ScrollLogicalPosition::Start });
    found.scroll_into_view_with_scroll_into_view_options(&scroll);
    let focus = FocusOptions::new();
    focus.set_prevent_scroll(true);
    let _ = found.focus_with_options(&focus);
}
