//! What is unfolded to write in, and what was typed there and is not decided yet: it stays while the rest is drawn
//! anew.

use super::Looking;
use crate::form::markup::{El, Node, button, el};
use crate::reading::family::Decision;
use crate::record::Place;
use leptos::prelude::{UpdateValue, event_target_value};
use wasm_bindgen::JsCast;
use web_sys::Element;

impl Looking {
    /// Whether something is unfolded.
    pub fn is_open(self, id: &str, at_first: bool) -> bool {
        self.read(|inner| inner.open.get(id).copied().unwrap_or(at_first))
    }

    /// Unfolds something, or folds it.
    pub fn set_open(self, id: &str, open: bool) {
        self.inner.update_value(|inner| _ = inner.open.insert(id.to_owned(), open));
    }

    /// What was typed into a box.
    pub fn typed(self, id: &str) -> Option<String> {
        self.read(|inner| inner.typed.get(id).cloned())
    }

    /// Something was typed into a box.
    pub fn type_in(self, id: &str, text: String) {
        self.inner.update_value(|inner| _ = inner.typed.insert(id.to_owned(), text));
    }

    /// Something was decided: what it was written in is folded, and empty again. What is decided with one press was
    /// written in nothing.
    pub fn closed(self, at: &str) {
        self.inner.update_value(|inner| {
            inner.lacks = None;
            inner.typed.retain(|id, _| at.is_empty() || !id.starts_with(at));
            inner.open.retain(|id, _| id != at);
        });
    }

    /// Says at a box what is missing, and puts the focus there.
    pub fn lacks(self, at: &str, key: &'static str) {
        self.inner.update_value(|inner| inner.lacks = Some((at.to_owned(), key)));
        self.again(vec![format!("{at}/{}", box_of(key))]);
    }
}

/// The box in which that is written which a sentence asks for.
fn box_of(key: &str) -> &'static str {
    match key {
        "look.lacks.language" => "language",
        "look.lacks.reason" => "reason",
        "look.lacks.risk" => "risk/yes",
        _ => "words",
    }
}

/// A button that unfolds what follows it.
pub fn opener(looking: Looking, id: &str, key: &'static str, what: &str) -> El {
    let open = looking.is_open(id, false);
    let (turned, own) = (id.to_owned(), format!("{id}/open"));
    let first = if key == "look.confirm" { "reason" } else { "words" };
    let turn = move |_| {
        looking.set_open(&turned, !open);
        let within = format!("{turned}/{first}");
        looking.again(if open { vec![format!("{turned}/open")] } else { vec![within] });
    };
    button("ta-link-button", looking.words.label(key).to_owned())
        .attr("id", own)
        .attr("aria-expanded", open.to_string())
        .attr("aria-label", looking.words.fill(&format!("{key}.of"), &[("what", what)]))
        .on("click", turn)
}

/// A button that does one thing to one place.
pub fn act(looking: Looking, key: &'static str, what: &str, act: impl FnMut() + 'static) -> El {
    let mut act = act;
    button("ta-link-button", looking.words.label(key).to_owned())
        .attr("aria-label", looking.words.fill(&format!("{key}.of"), &[("what", what)]))
        .on("click", move |_| act())
}

/// Something long with a line above it that folds it.
pub fn fold(looking: Looking, id: String, title: String, at_first: bool, within: Node) -> El {
    let open = looking.is_open(&id, at_first);
    let heard = move |event: web_sys::Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let own = target.filter(|target| target.local_name() == "details");
        if let Some(details) = own {
            looking.set_open(&id, details.has_attribute("open"));
        }
    };
    el("details")
        .class("ta-fold")
        .flag("open", open)
        .on("toggle", heard)
        .with(el("summary").class("ta-fold__title").text(title))
        .with(within)
}

/// One box with its label.
pub struct TextBox<'a> {
    /// What it belongs to.
    pub at: &'a str,
    /// Which box of that: the end of its id.
    pub name: &'static str,
    /// The key of its label; the hint stands under the same key with `.hint`.
    pub label: &'static str,
    /// What stands in it before anything is typed.
    pub first: String,
    /// How many rows it has; a line where it has none.
    pub rows: u8,
}

/// The box, with what is missing in it.
pub fn text_box(looking: Looking, of: TextBox<'_>) -> El {
    let TextBox { at, name, label, first, rows } = of;
    let id = format!("{at}/{name}");
    let written = looking.typed(&id).unwrap_or(first);
    let lacks = looking.lacking(at, name);
    let hint = looking.words.say(&hint_key(label));
    let described = [hint.map(|_| format!("{id}/hint")), lacks.map(|_| format!("{id}/lacks"))];
    let described: Vec<String> = described.into_iter().flatten().collect();
    let heard = id.clone();
    let control = match rows {
        0 => el("input").class("govuk-input govuk-input--width-10").attr("value", written),
        rows => el("textarea").class("govuk-textarea").attr("rows", rows.to_string()).text(written),
    };
    let control = control
        .attr("id", id.clone())
        .attr("autocomplete", "off")
        .maybe("aria-describedby", (!described.is_empty()).then(|| described.join(" ")))
        .maybe("aria-invalid", lacks.map(|_| "true"))
        .on("input", move |event| looking.type_in(&heard, event_target_value(&event)));
    let label =
        el("label").class("govuk-label").attr("for", id.clone()).text(looking.words.label(label).to_owned());
    let hint = hint.map(|hint| el("div").class("govuk-hint").attr("id", format!("{id}/hint")).text(hint));
    el("div").class("govuk-form-group").with(label).with(hint).with(missing(lacks, &id)).with(control)
}

/// Where the hint of a box stands.
fn hint_key(label: &str) -> String {
    match label {
        "look.reword.words" => "look.reword.hint".to_owned(),
        "look.confirm.reason" => "look.confirm.hint".to_owned(),
        label => format!("{label}.hint"),
    }
}

/// What is missing in a box, in words.
pub fn missing(lacks: Option<&'static str>, id: &str) -> Option<El> {
    let text = |words: &'static str| el("p").class("ta-finding__text").text(words);
    lacks.map(|words| {
        el("div").class("ta-finding ta-finding--must").attr("id", format!("{id}/lacks")).with(text(words))
    })
}

impl Looking {
    /// What is said to be missing in this box.
    pub fn lacking(self, at: &str, name: &str) -> Option<&'static str> {
        let key = self.read(|inner| inner.lacks.clone().filter(|(of, _)| of == at).map(|(_, key)| key))?;
        let here = box_of(key).split('/').next() == Some(name);
        here.then(|| self.words.say(key)).flatten()
    }
}

/// Saying a place in other words: the button, and the boxes once it is pressed.
pub fn rewording(looking: Looking, at: &str, place: &Place, first: &str, focus: Vec<String>) -> [Node; 2] {
    let at = format!("{at}/reword");
    let what = looking.called(place);
    let opener = opener(looking, &at, "look.reword", &what);
    if !looking.is_open(&at, false) {
        return [opener.into(), Node::Nothing];
    }
    let of = |name, label, first: &str, rows| TextBox { at: &at, name, label, first: first.to_owned(), rows };
    let words = text_box(looking, of("words", "look.reword.words", first, 4));
    let language = text_box(looking, of("language", "look.reword.language", "", 0));
    let (own, place, first) = (at.clone(), place.clone(), first.to_owned());
    let save = move |_| {
        let words = looking.typed(&format!("{own}/words")).unwrap_or_else(|| first.clone());
        let language = looking.typed(&format!("{own}/language")).unwrap_or_default();
        let decision = Decision::Reword { words, language };
        looking.decide(&place, decision, "look.done.reworded", &own, focus.clone());
    };
    let label = looking.words.label("look.reword.save").to_owned();
    let save = button("govuk-button govuk-button--secondary", label).on("click", save);
    let boxes = el("div").class("ta-look__box").with(words).with(language).with(save);
    [opener.into(), boxes.into()]
}
