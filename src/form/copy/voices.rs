//! The child's own words: they go only where somebody decided so, after asking whether that is safe.  domain.md 5.3, 6

use super::boxes::{TextBox, act, missing, text_box};
use super::{Inner, Looking};
use crate::form::markup::{El, Node, button, el};
use crate::form::together::alone;
use crate::reading::family::{Decision, Why, decided, still_holds};
use crate::record::codes::YesNo;
use crate::record::sharing::{CopyChoice, CopyDecision};
use crate::record::voice::Voice;
use crate::record::{CodeSet, Place, RowId, Written, straight};
use leptos::prelude::event_target_value;

const AT: &str = "look/words";
const HOME: &str = "voices";

/// What one child says.
struct Own {
    row: RowId,
    name: String,
    said: Vec<(String, String)>,
    choice: Option<CopyChoice>,
}

impl Own {
    fn place(&self) -> Place {
        own_place(&self.row)
    }

    fn id(&self) -> String {
        format!("{AT}/{}", self.row)
    }
}

fn own_place(row: &RowId) -> Place {
    Place { home: HOME, row: Some(row.clone()), key: None }
}

/// The rows about which somebody decides in this copy.
fn own(looking: Looking, inner: &Inner) -> Vec<Own> {
    let prepared = &inner.shown.prepared;
    let asked = |left: &&crate::reading::family::LeftOut| matches!(left.why, Why::NotDecided | Why::AtRisk);
    let left = prepared.left_out.iter().filter(asked).map(|left| &left.place);
    let places: Vec<&Place> = left.chain(&prepared.goes).filter(|place| place.home == HOME).collect();
    let here = |voice: &&Voice| places.iter().any(|place| place.row.as_ref() == Some(&voice.id));
    inner.record.voices.iter().filter(here).map(|voice| one(looking, inner, voice)).collect()
}

fn one(looking: Looking, inner: &Inner, voice: &Voice) -> Own {
    let answers = [
        (Voice::views_now, &voice.views_now),
        (Voice::influence, &voice.influence),
        (Voice::not_followed_reason, &voice.not_followed_reason),
        (Voice::how_obtained_next, &voice.how_obtained_next),
    ];
    let answers = answers.into_iter().filter(|(_, said)| !said.is_blank());
    let said = answers.filter_map(|(ask, said)| {
        let place = Place { home: HOME, row: Some(voice.id.clone()), key: Some(ask.key) };
        Some((looking.words.label(&place.field()?.words_key()).to_owned(), straight(said.trim())))
    });
    let said = said.collect();
    let at = Place { home: HOME, row: Some(voice.id.clone()), key: Some(Voice::views_now.key) };
    // Of other words than those that stand there now nobody has decided.
    let here = |choice: &&CopyChoice| {
        let whole = own_place(&voice.id);
        let is_whole = choice.place.trim() == whole.to_string();
        still_holds(&inner.record, choice, if is_whole { &whole } else { &at })
    };
    let choice = decided(&inner.record, &inner.begin.copy, &at, CopyDecision::Share).filter(here).cloned();
    let child = inner.record.children.iter().find(|child| Some(&child.id) == voice.child.id());
    let name = child.map_or("", |child| match child.preferred_name.is_blank() {
        true => child.name.trim(),
        false => child.preferred_name.trim(),
    });
    Own { row: voice.id.clone(), name: straight(name), said, choice }
}

/// The part, where a child says something.
pub fn voices(looking: Looking) -> Option<El> {
    let own = looking.read(|inner| own(looking, inner));
    let ids: Vec<String> = own.iter().map(Own::id).collect();
    let items = own.iter().enumerate().map(|(at, own)| {
        let focus = ids.iter().skip(at).cloned().chain([AT.to_owned()]).collect();
        item(looking, own, focus)
    });
    let list = el("ul").class("govuk-list ta-look__list").attr("role", "list").all(items);
    (!own.is_empty()).then(|| {
        let part = looking.part(AT, looking.words.label("look.voices").to_owned());
        part.with(looking.body("look.voices.meaning")).with(list)
    })
}

fn called(looking: Looking, own: &Own) -> String {
    match own.name.is_empty() {
        true => looking.words.label("look.voices.of.nobody").to_owned(),
        false => looking.words.fill("look.voices.of", &[("name", &own.name)]),
    }
}

fn item(looking: Looking, own: &Own, focus: Vec<String>) -> El {
    let title = looking.h(2).class("govuk-heading-s").with(el("bdi").text(called(looking, own)));
    let said = own.said.iter().map(|(label, said)| {
        el("div")
            .with(el("p").class("ta-look__where").text(label.clone()))
            .with(el("p").class("govuk-body ta-written").with(el("bdi").text(said.clone())))
    });
    let item = el("li").class("ta-look__item").attr("tabindex", "-1").attr("data-heading", own.id());
    let item = item.with(title).all(said);
    match &own.choice {
        Some(choice) => item.with(decided_so(looking, own, choice, focus)),
        None if looking.is_read_only() => item,
        None => item.with(deciding(looking, own, focus)),
    }
}

fn decided_so(looking: Looking, own: &Own, choice: &CopyChoice, focus: Vec<String>) -> Node {
    let goes = choice.risk.is(YesNo::No);
    let key = if goes { "look.voices.shared" } else { "look.voices.at_risk" };
    let told = looking.words.fill(key, &[("name", &straight(choice.by.trim()))]);
    let reason = (!choice.reason.is_blank())
        .then(|| el("p").class("govuk-body ta-written").with(el("bdi").text(straight(choice.reason.trim()))));
    let (what, id) = (called(looking, own), choice.id.clone());
    let name = what.clone();
    let again = act(looking, "look.voices.undo", &name, move || looking.undo(&id, &what, focus.clone()));
    let told = el("p").class("govuk-body").with(el("strong").with(el("bdi").text(told)));
    Node::All(vec![told.into(), reason.into(), (!looking.is_read_only()).then_some(again).into()])
}

fn deciding(looking: Looking, own: &Own, focus: Vec<String>) -> El {
    let at = own.id();
    let reason =
        TextBox { at: &at, name: "reason", label: "look.voices.reason", first: String::new(), rows: 2 };
    let reason = text_box(looking, reason);
    let what = called(looking, own);
    let label = looking.words.fill("look.voices.share.of", &[("what", &what)]);
    let (place, id) = (own.place(), at.clone());
    let share = move |_| {
        let risk = looking.typed(&format!("{id}/risk")).and_then(|code| YesNo::read(&code));
        let reason = looking.typed(&format!("{id}/reason")).unwrap_or_default();
        let done = if risk == Some(YesNo::No) { "look.done.shared" } else { "look.done.not_shared" };
        looking.decide(&place, Decision::Share { risk, reason }, done, &id, focus.clone());
    };
    let share =
        button("govuk-button govuk-button--secondary", looking.words.label("look.voices.share").to_owned())
            .attr("aria-label", label)
            .on("click", share);
    el("div").class("ta-look__box").with(risk(looking, &at)).with(reason).with(share)
}

/// The question whether it is safe: nothing is chosen beforehand.
fn risk(looking: Looking, at: &str) -> El {
    let words = looking.words;
    let id = format!("{at}/risk");
    let lacks = looking.lacking(at, "risk");
    let described = match lacks {
        Some(_) => format!("{id}/hint {id}/lacks"),
        None => format!("{id}/hint"),
    };
    let chosen = looking.typed(&id);
    let items = YesNo::LIST.codes.iter().map(|code| {
        let (own, heard) = (format!("{id}/{code}"), id.clone());
        let input = el("input")
            .class("govuk-radios__input")
            .attr("type", "radio")
            .attr("id", own.clone())
            .attr("name", id.clone())
            .attr("value", *code)
            .flag("checked", chosen.as_deref() == Some(code))
            .on("input", move |event| looking.type_in(&heard, event_target_value(&event)));
        let label = el("label").class("govuk-label govuk-radios__label").attr("for", own);
        let label = label.text(words.label(&format!("yes-no.{code}")).to_owned());
        el("div").class("govuk-radios__item").with(input).with(label)
    });
    let legend =
        el("legend").class("govuk-fieldset__legend").text(words.label("look.voices.risk").to_owned());
    let hint = el("div").class("govuk-hint").attr("id", format!("{id}/hint"));
    let fieldset = el("fieldset")
        .class("govuk-fieldset")
        .attr("aria-describedby", described)
        .with(legend)
        .with(hint.text(words.label("look.voices.risk.hint").to_owned()))
        .with(missing(lacks, &id))
        .with(el("div").class("govuk-radios govuk-radios--small govuk-radios--inline").all(items));
    alone().class("govuk-form-group").with(fieldset)
}
