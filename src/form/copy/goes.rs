//! What goes, one by one: each can be left out or said in other words; what may be hard to read stands first.

use super::boxes::{act, fold, rewording};
use super::hinted::hinted;
use super::leaks::leaving_out;
use super::{Inner, Looking};
use crate::form::markup::{El, Node, el};
use crate::reading::family::{Sentence, decided};
use crate::reading::plain::hints;
use crate::record::sharing::CopyDecision;
use crate::record::{Place, RowId, straight};
use crate::words::contents::answer_words;

const AT: &str = "look/goes";

/// Lists whose answers are names and roles: they are read as facts, not as sentences.
const NAMES: [&str; 4] = ["children", "people", "professionals", "agencies"];

/// One answer that goes.
struct Goes {
    place: Place,
    words: String,
    /// The decision by which it stands there in other words, and the plan's own.
    reworded: Option<(RowId, String)>,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Hinted,
    Sentence,
    Fact,
}

impl Goes {
    fn id(&self) -> String {
        format!("{AT}/{}", self.place)
    }
}

/// All that goes, in the order of the page, each place once. What gives something away is decided above, and what
/// reader and children are called goes with every copy.
fn going(looking: Looking, inner: &Inner) -> Vec<Goes> {
    let prepared = &inner.shown.prepared;
    let mut going: Vec<Goes> = Vec::new();
    for place in &prepared.goes {
        let row = Place { key: None, ..place.clone() };
        let here = |at: &Place| at == place || *at == row;
        let stops = prepared.leaks.iter().any(|leak| here(&leak.place) && leak.stops());
        let known = going.iter().any(|known| known.place == *place);
        if stops || known || prepared.names.contains(place) {
            continue;
        }
        let sentence = prepared.sentences.iter().find(|sentence| sentence.place == *place);
        going.extend(one(looking, inner, place, sentence));
    }
    going
}

fn one(looking: Looking, inner: &Inner, place: &Place, sentence: Option<&Sentence>) -> Option<Goes> {
    let field = place.field()?;
    let answer = inner.record.answer(place)?;
    let own = straight(&answer_words(looking.words, &inner.record, field, answer));
    let choice = decided(&inner.record, &inner.begin.copy, place, CopyDecision::Reword);
    let reworded = choice.map(|choice| (choice.id.clone(), own.clone())).filter(|_| sentence.is_some());
    let words = sentence.map_or(own, |sentence| sentence.words.clone());
    let kind = match sentence {
        Some(_) if NAMES.contains(&place.home) => Kind::Fact,
        Some(_) if hints(&words).is_empty() => Kind::Sentence,
        Some(_) => Kind::Hinted,
        None => Kind::Fact,
    };
    Some(Goes { place: place.clone(), words, reworded, kind })
}

/// The part.
pub fn goes(looking: Looking) -> El {
    let part = looking.part(AT, looking.words.label("look.goes").to_owned());
    let going = looking.read(|inner| going(looking, inner));
    if going.is_empty() {
        return part.with(looking.body("look.goes.nothing"));
    }
    let groups = [
        ("look.goes.hinted", Kind::Hinted, true),
        ("look.goes.others", Kind::Sentence, false),
        ("look.goes.facts", Kind::Fact, false),
    ];
    let groups = groups.into_iter().filter_map(|(key, kind, open)| {
        let own: Vec<&Goes> = going.iter().filter(|goes| goes.kind == kind).collect();
        (!own.is_empty()).then(|| group(looking, key, &own, open))
    });
    part.with(looking.body("look.goes.meaning")).all(groups)
}

fn group(looking: Looking, key: &'static str, own: &[&Goes], open: bool) -> El {
    let title = looking.words.fill(key, &[("count", &own.len().to_string())]);
    let ids: Vec<String> = own.iter().map(|goes| goes.id()).collect();
    let items = own.iter().enumerate().map(|(at, goes)| {
        let focus = ids.iter().skip(at).cloned().chain([AT.to_owned()]).collect();
        item(looking, goes, focus)
    });
    let list = el("ul").class("govuk-list ta-look__list").attr("role", "list").all(items);
    fold(looking, format!("{AT}/{key}"), title, open, list.into())
}

fn item(looking: Looking, goes: &Goes, focus: Vec<String>) -> El {
    let what = looking.called(&goes.place);
    let item = el("li").class("ta-look__item").attr("tabindex", "-1").attr("data-heading", goes.id());
    let item = item
        .with(el("p").class("ta-look__where").with(el("bdi").text(what.clone())))
        .with(el("p").class("govuk-body ta-written").with(el("bdi").text(goes.words.clone())))
        .with((goes.kind == Kind::Hinted).then(|| hinted(looking, &goes.words)).flatten())
        .with(goes.reworded.as_ref().map(|(_, own)| {
            let own = looking.words.fill("look.goes.reworded", &[("words", own)]);
            el("p").class("govuk-body-s ta-written").with(el("bdi").text(own))
        }));
    if looking.is_read_only() { item } else { item.with(ways(looking, goes, what, focus)) }
}

fn ways(looking: Looking, goes: &Goes, what: String, focus: Vec<String>) -> Node {
    let leave = leaving_out(looking, &goes.place, focus.clone());
    let [reword, boxes] = match goes.kind {
        Kind::Fact => [Node::Nothing, Node::Nothing],
        _ => rewording(looking, &goes.id(), &goes.place, &goes.words, focus.clone()),
    };
    let back = goes.reworded.clone().map(|(id, _)| {
        let name = what.clone();
        act(looking, "look.unword", &what, move || looking.undo(&id, &name, focus.clone()))
    });
    let acts = el("div").class("ta-look__acts").with(leave).with(reword).with(back);
    Node::All(vec![acts.into(), boxes])
}
