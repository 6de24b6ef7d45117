//! Shortcuts for the minute-taker: off until they are switched on, and shown while they are on.
//!
//! F2 and then a letter. F2 alone does nothing in browsers and screen readers, and a letter counts
//! only right after it, so nothing clashes with access keys, with AltGr (Ctrl and Alt, which Welsh
//! keyboards need for ŵ and ŷ), or with a screen reader's own keys (WCAG 2.1.4).

use crate::form::markup::{El, button, el};
use crate::form::pages::{Block, Page, Part};
use crate::form::state::Form;
use crate::record::discussion::DiscussionHeading;
use crate::record::{CodeSet, Place, RowId};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

/// A shortcut: its letter, the list it adds to, and the link that the new row gets.
struct Shortcut {
    letter: &'static str,
    home: &'static str,
    link: &'static str,
    heading: Option<DiscussionHeading>,
}

const fn shortcut(letter: &'static str, home: &'static str, link: &'static str) -> Shortcut {
    Shortcut { letter, home, link, heading: None }
}

const fn note(letter: &'static str, heading: DiscussionHeading) -> Shortcut {
    Shortcut { letter, home: "discussion", link: "meeting", heading: Some(heading) }
}

static SHORTCUTS: &[Shortcut] = &[
    note("w", DiscussionHeading::Worried),
    note("g", DiscussionHeading::WorkingWell),
    note("t", DiscussionHeading::NeedsToHappen),
    shortcut("n", "discussion", "meeting"),
    shortcut("d", "decisions", "meeting"),
    shortcut("a", "plan/actions", "agreed_at"),
    shortcut("s", "dissents", "meeting"),
    shortcut("e", "escalations", "meeting"),
    shortcut("p", "attendance", "meeting"),
];

/// The switch, and the shortcuts while they are on.
pub fn bar(form: Form) -> El {
    let on = form.meetings.shortcuts;
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
            .text(match shortcut.heading {
                Some(heading) => form.label(&format!("discussion-heading.{}", heading.code())),
                None => form.label(&format!("{name}.add")),
            })
    };
    el("div")
        .with(el("p").class("govuk-body").text(form.label("minutes.shortcuts.meaning")))
        .with(el("ul").class("govuk-list").all(SHORTCUTS.iter().map(item)))
}

/// A key was pressed somewhere in the form.
pub fn heard_key(form: Form, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if !form.meetings.shortcuts.get_untracked() || form.is_read_only() || !form.shows(Part::Minutes) {
        return;
    }
    let waiting = form.set_waiting(false);
    if key.ctrl_key() || key.alt_key() || key.meta_key() {
        return;
    }
    let pressed = key.key();
    if waiting && pressed == "Shift" {
        form.set_waiting(true);
    } else if waiting {
        event.prevent_default();
        form.pressed(&pressed.to_ascii_lowercase());
    } else if pressed == "F2" {
        form.set_waiting(true);
        event.prevent_default();
        form.status.set(form.words.label("minutes.shortcuts.waiting").to_owned());
    }
}

/// The person went elsewhere: a letter is a letter again.
pub fn heard_elsewhere(form: Form) {
    if form.set_waiting(false) {
        form.status.set(String::new());
    }
}

impl Form {
    /// Whether the page that is open has this part.
    fn shows(self, part: Part) -> bool {
        let Page::Sheet(index) = self.page.get_untracked() else { return false };
        self.journey().sheets.get(index).is_some_and(|sheet| sheet.blocks.contains(&Block::Drawn(part)))
    }

    /// Whether a letter was awaited; from now on it is, or is not.
    fn set_waiting(self, waits: bool) -> bool {
        let before = self.inner.try_update_value(|inner| std::mem::replace(&mut inner.kept.waiting, waits));
        before.unwrap_or_default()
    }

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
        let Some(place) = self.add(shortcut.home, under) else { return };
        if let Some(heading) = shortcut.heading {
            self.write(&place.at_key("heading"), heading.code());
            self.links_changed(place.home);
        }
        self.seek_first(place);
    }
}
