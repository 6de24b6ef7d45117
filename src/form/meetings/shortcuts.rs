//! Shortcuts for the minute-taker: off until they are switched on, and shown while they are on.
//!
//! F2 and then a letter. F2 alone does nothing in browsers and screen readers, and a letter counts
//! only right after it, so nothing clashes with access keys, with AltGr (Ctrl and Alt, which Welsh
//! keyboards need for ŵ and ŷ), or with a screen reader's own keys (WCAG 2.1.4).

use crate::form::markup::{El, button, el};
use crate::form::state::Form;
use crate::record::{Place, RowId};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// A shortcut: its letter, the list it adds to, and the link that the new row gets.
struct Shortcut {
    letter: &'static str,
    home: &'static str,
    link: &'static str,
}

static SHORTCUTS: &[Shortcut] = &[
    Shortcut { letter: "n", home: "discussion", link: "meeting" },
    Shortcut { letter: "d", home: "decisions", link: "meeting" },
    Shortcut { letter: "a", home: "plan/actions", link: "agreed_at" },
    Shortcut { letter: "s", home: "dissents", link: "meeting" },
    Shortcut { letter: "e", home: "escalations", link: "meeting" },
    Shortcut { letter: "p", home: "attendance", link: "meeting" },
];

/// The switch, and the shortcuts while they are on.
pub fn bar(form: Form) -> El {
    let on = form.shortcuts;
    let switch = button("govuk-button govuk-button--secondary", form.label("minutes.shortcuts"))
        .live("aria-pressed", move || Some(on.get().to_string()))
        .on("click", move |_| on.update(|on| *on = !*on));
    let told = move || on.get().then(|| shown(form)).into();
    el("div").class("ta-shortcuts ta-no-print").with(switch).with(el("div").shows(told))
}

fn shown(form: Form) -> El {
    let item = |shortcut: &Shortcut| {
        let name = Place::home(shortcut.home).shape().map_or("", |shape| shape.name);
        el("li")
            .with(el("kbd").text("F2"))
            .text(" ")
            .with(el("kbd").text(shortcut.letter.to_uppercase()))
            .text(" ")
            .text(form.label(&format!("{name}.add")))
    };
    el("div")
        .with(el("p").class("govuk-body").text(form.label("minutes.shortcuts.meaning")))
        .with(el("ul").class("govuk-list").all(SHORTCUTS.iter().map(item)))
}

/// The screen, listening for them.
pub fn listening(form: Form, screen: El) -> El {
    let waiting = RwSignal::new(false);
    screen.on("keydown", move |event: Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let plain = !(key.ctrl_key() || key.alt_key() || key.meta_key());
        if !form.shortcuts.get_untracked() || !plain || form.is_read_only() {
            return;
        }
        let pressed = key.key();
        if waiting.get_untracked() && pressed != "Shift" {
            waiting.set(false);
            event.prevent_default();
            form.pressed(&pressed.to_ascii_lowercase());
        } else if pressed == "F2" {
            waiting.set(true);
            event.prevent_default();
            form.status.set(form.words.label("minutes.shortcuts.waiting").to_owned());
        }
    })
}

impl Form {
    /// The letter after F2.
    fn pressed(self, letter: &str) {
        let found = SHORTCUTS.iter().find(|shortcut| shortcut.letter == letter);
        let Some(shortcut) = found else {
            self.status.set(self.words.label("minutes.shortcuts.none").to_owned());
            return;
        };
        let own: Option<RowId> = self.own();
        let under = own.as_ref().map(|own| (shortcut.link, own));
        self.status.set(String::new());
        if let Some(place) = self.add(shortcut.home, under) {
            self.seek_first(place);
        }
    }
}
