//! The form as a whole: which page is shown, and what is said to those who listen.

use super::check::Check;
use super::pages::{Page, SHEETS};
use super::section::{Blocks, SheetPage};
use super::standing::Standing;
use super::state::{Form, Say};
use super::summary::ErrorSummary;
use super::tasks::Tasks;
use leptos::html::Div;
use leptos::prelude::*;

/// The form.
#[component]
pub fn App(form: Form) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let words = form.words;
    focus_after_changes(form, root);
    view! {
        <div class="ta-form" node_ref=root lang=words.language().tag()
            on:input=move |event| form.heard_input(&event)
            on:change=move |event| form.heard_input(&event)
            on:focusout=move |event| form.heard_leaving(&event)
            on:click=move |event| form.heard_press(&event)>
            <ErrorSummary form/>
            <Receipted form/>
            {move || shown(form)}
            <Said form/>
        </div>
    }
}

fn shown(form: Form) -> AnyView {
    match form.page.get() {
        Page::Tasks => view! { <Tasks form/> }.into_any(),
        Page::Sheet(index) => view! { <SheetPage form index/> }.into_any(),
        Page::Check => view! { <Check form/> }.into_any(),
        Page::All => view! { <All form/> }.into_any(),
    }
}

/// Everything on one page.
#[component]
fn All(form: Form) -> impl IntoView {
    let words = form.words;
    let sheets =
        SHEETS.iter().filter(|sheet| sheet.homes().any(|home| form.wants(home) || wants_some(form, home)));
    sheets
        .map(|sheet| {
            view! {
                <h2 class="govuk-heading-l">{words.label(&format!("page.{}", sheet.key)).to_owned()}</h2>
                <Blocks form sheet/>
            }
        })
        .collect_view()
}

fn wants_some(form: Form, home: &'static str) -> bool {
    let shape = crate::record::Place::home(home).shape();
    shape.is_some_and(|shape| !shape.row && shape.fields.iter().any(|field| form.wants(&field.words_key())))
}

/// After a page or a row was opened, the focus goes to what was sought, or to the page's heading.
fn focus_after_changes(form: Form, root: NodeRef<Div>) {
    Effect::new(move |before: Option<Page>| {
        let page = form.page.get();
        form.open.track();
        form.status.track();
        form.standing.track();
        if let Some(root) = root.get_untracked() {
            form.settle(&root);
            if before.is_some_and(|before| before != page) {
                form.focus_heading(&root);
            }
        }
        page
    });
}

/// What was just done, and a way to undo a removal.
#[component]
fn Said(form: Form) -> impl IntoView {
    let words = form.words;
    let undo = move || {
        form.status.track();
        form.inner.with_value(|inner| inner.removed.is_some())
    };
    view! {
        <div class="ta-said">
            <p role="status" class="govuk-body">{move || form.status.get()}</p>
            {move || undo().then(|| view! {
                <button type="button" class="ta-link-button" on:click=move |_| form.put_back()>{words.label("form.undo")}</button>
            })}
        </div>
    }
}

/// What the host answered.
#[component]
fn Receipted(form: Form) -> impl IntoView {
    let words = form.words;
    move || {
        let told = match form.standing.get() {
            Standing::Sending => (words.label("form.sending").to_owned(), None),
            Standing::Sent(receipt) => (words.label("form.sent").to_owned(), Some(receipt)),
            Standing::Kept(receipt) => (words.label("form.kept").to_owned(), Some(receipt)),
            Standing::Writing | Standing::Refused(..) => return None,
        };
        let facts = told
            .1
            .map(|receipt| words.fill("form.sent.receipt", &[("time", &receipt.at), ("id", &receipt.id)]));
        Some(view! {
            <div class="ta-receipt" role="status" tabindex="-1" data-heading="receipt">
                <h2 class="ta-receipt__title">{told.0}</h2>
                <p class="govuk-body">{facts}</p>
            </div>
        })
    }
}

impl Form {
    fn focus_heading(self, root: &web_sys::HtmlElement) {
        use leptos::wasm_bindgen::JsCast;
        let sought = self.inner.with_value(|inner| inner.wanted.is_some());
        let heading = root.query_selector("[data-heading=page]").ok().flatten();
        if let Some(heading) =
            heading.filter(|_| !sought).and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok())
        {
            let _ = heading.focus();
        }
    }

    /// Hands over: nothing may be changed until the host has answered.
    pub fn sending(self) {
        self.standing.set(Standing::Sending);
    }

    /// Asks the threshold to export.
    pub fn export(self) {
        self.tell(Say::Export);
    }
}
