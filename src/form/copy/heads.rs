//! Whose copy it is, how far it has come, and what stops it.

use super::{Inner, Looking, TITLE};
use crate::form::copies::{APPROVED_BY, HOME};
use crate::form::markup::{El, Node, button, el};
use crate::reading::family::{Stands, is_approved, stands};
use crate::record::sharing::PreparedCopy;
use crate::record::{Day, Place, Typed, straight};

impl Looking {
    /// How far the copy has come.
    pub fn stands(self) -> Option<Stands> {
        self.read(|inner| Some(stands(inner.row()?, &inner.shown.seal, inner.begin.today)))
    }

    /// A day in words.
    pub fn day(self, day: &Day) -> String {
        match day {
            Typed::Given(day) => self.words.day(*day),
            Typed::Unread(typed) => typed.clone(),
            Typed::Blank => String::new(),
        }
    }

    /// A part of the view with its heading, which can take the focus.
    pub fn part(self, id: &str, title: String) -> El {
        let own = format!("{id}/title");
        let heading = self.h(1).class("govuk-heading-m").attr("id", own.clone()).attr("tabindex", "-1");
        el("section")
            .class("ta-look__part")
            .attr("aria-labelledby", own)
            .with(heading.attr("data-heading", id.to_owned()).text(title))
    }

    /// A sentence under a key.
    pub fn body(self, key: &str) -> El {
        el("p").class("govuk-body").text(self.words.label(key).to_owned())
    }
}

/// The title, and how far the copy has come.
pub fn head(looking: Looking) -> Node {
    let reader = looking.read(|inner| inner.shown.prepared.copy.reader.clone());
    let title = match reader.is_empty() {
        true => looking.words.label("look.title.nobody").to_owned(),
        false => looking.words.fill("look.title", &[("reader", &reader)]),
    };
    let title = looking
        .h(0)
        .class("govuk-heading-l")
        .attr("tabindex", "-1")
        .attr("data-heading", TITLE)
        .with(el("bdi").text(title));
    let state = looking.stands().map(|stands| {
        let text = looking.read(|inner| state(looking, inner, stands));
        el("p").class("govuk-body-l ta-look__state").text(text)
    });
    // What goes and what does not may be long: the way to what is done about it, past all of it.
    let on = button("ta-link-button ta-no-print", looking.words.label("look.next").to_owned())
        .on("click", move |_| looking.focus(&[super::next::AT.to_owned()]));
    let on = el("p").class("govuk-body").with(on);
    Node::All(vec![title.into(), state.into(), taking_back(looking).into(), on.into()])
}

/// Taking the approval back, where there is one. The form finds the button by the place of the approval.
fn taking_back(looking: Looking) -> Option<El> {
    let is_approved = |row: &PreparedCopy| row.withdrawn_on.is_blank() && is_approved(row);
    let there = looking.read(|inner| inner.row().is_some_and(is_approved));
    let place = looking.read(|inner| Place {
        home: HOME,
        row: Some(inner.begin.copy.clone()),
        key: Some(APPROVED_BY),
    });
    let back = button("ta-link-button", looking.words.label("look.unapprove").to_owned());
    let back = back.attr("id", place.to_string()).on("click", move |_| looking.take_back());
    let meaning = looking.body("look.unapprove.meaning");
    (there && !looking.is_read_only()).then(|| el("div").class("ta-look__back").with(meaning).with(back))
}

/// How far it has come, in a sentence.
fn state(looking: Looking, inner: &Inner, stands: Stands) -> String {
    let Some(row) = inner.row() else { return String::new() };
    let role = row.approved_role.trim();
    let key = match stands {
        Stands::NotPrepared => "look.state.none",
        Stands::Prepared => "look.state.prepared",
        Stands::Approved if role.is_empty() => "look.state.approved",
        Stands::Approved => "look.state.approved.role",
        Stands::Changed => "look.state.changed",
        Stands::Expired => "look.state.expired",
        Stands::Withdrawn => "look.state.withdrawn",
    };
    let (name, day) = match stands {
        Stands::Prepared => (row.prepared_by.trim(), &row.prepared_on),
        Stands::Withdrawn => ("", &row.withdrawn_on),
        _ => (row.approved_by.trim(), &row.approved_on),
    };
    let last = looking.day(&row.expires_on);
    let facts = [("name", name), ("day", &looking.day(day)), ("role", role), ("last", &last)];
    straight(&looking.words.fill(key, &facts))
}

/// What stops it; that nothing does.
pub fn stops(looking: Looking) -> El {
    let words = looking.words;
    let refused = looking.read(|inner| inner.shown.prepared.refused.clone());
    if refused.is_empty() {
        return looking.body("look.nothing_stops");
    }
    let item = |key: &'static str| el("li").text(words.label(key).to_owned());
    let items = refused.iter().map(|refusal| item(refusal.words_key()));
    let unread = looking.read(|inner| inner.shown.prepared.unread.clone());
    let unread = unread.iter().map(|place| el("li").with(el("bdi").text(looking.called(place))));
    looking
        .part("look/stops", words.label("look.stops").to_owned())
        .with(el("ul").class("govuk-list govuk-list--bullet ta-look__stops").all(items.chain(unread)))
}
