//! What would give somebody away, at its place, and what can be done there and then.

use super::boxes::{TextBox, act, opener, rewording, text_box};
use super::{Inner, Looking};
use crate::form::markup::{El, Node, button, el};
use crate::reading::family::{Decision, Gives, Leak, decided};
use crate::record::sharing::{CopyChoice, CopyDecision};
use crate::record::{Place, RowId, straight};
use crate::words::contents::answer_words;

const AT: &str = "look/leaks";

/// A place that gives something away.
struct Found {
    place: Place,
    said: String,
    leaks: Vec<Leak>,
    confirmed: Option<Confirmed>,
}

/// Who confirmed it, and why.
struct Confirmed {
    id: RowId,
    by: String,
    reason: String,
}

impl Confirmed {
    fn of(choice: &CopyChoice) -> Self {
        let CopyChoice { id, by, reason, .. } = choice;
        Self { id: id.clone(), by: straight(by.trim()), reason: straight(reason.trim()) }
    }
}

impl Found {
    /// Whether the copy cannot go because of it.
    fn stops(&self) -> bool {
        self.leaks.iter().any(Leak::stops)
    }

    /// Whether somebody may confirm that this reader may know it.
    fn may_be_confirmed(&self) -> bool {
        self.stops() && self.leaks.iter().all(|leak| !leak.restricted)
    }

    fn id(&self) -> String {
        format!("{AT}/{}", self.place)
    }
}

/// The places at which something is found, those that stop the copy first.
fn found(looking: Looking, inner: &Inner) -> Vec<Found> {
    let prepared = &inner.shown.prepared;
    let mut found: Vec<Found> = Vec::new();
    for leak in &prepared.leaks {
        if let Some(known) = found.iter_mut().find(|known| known.place == leak.place) {
            known.leaks.push(leak.clone());
            continue;
        }
        let choice = decided(&inner.record, &inner.begin.copy, &leak.place, CopyDecision::Confirm);
        found.push(Found {
            place: leak.place.clone(),
            said: said(looking, inner, &leak.place),
            leaks: vec![leak.clone()],
            confirmed: choice.filter(|_| leak.confirmed).map(Confirmed::of),
        });
    }
    found.sort_by_key(|found| !found.stops());
    found
}

/// What stands in the copy at a place: a sentence, or the facts of a row that go out.
fn said(looking: Looking, inner: &Inner, place: &Place) -> String {
    let prepared = &inner.shown.prepared;
    if let Some(sentence) = prepared.sentences.iter().find(|sentence| sentence.place == *place) {
        return sentence.words.clone();
    }
    let own = prepared.goes.iter().filter(|goes| goes.home == place.home && goes.row == place.row);
    let facts = own.filter_map(|goes| {
        Some(answer_words(looking.words, &inner.record, goes.field()?, inner.record.answer(goes)?))
    });
    straight(&facts.collect::<Vec<_>>().join(", "))
}

/// The part, where there is a copy at all.
pub fn leaks(looking: Looking) -> Option<El> {
    let there = looking.read(|inner| !inner.shown.prepared.copy.parts.is_empty());
    let found = looking.read(|inner| found(looking, inner));
    let ids: Vec<String> = found.iter().map(Found::id).collect();
    let part = || {
        let part = looking.part(AT, looking.words.label("look.leaks").to_owned());
        let items = found.iter().enumerate().map(|(at, found)| {
            let focus = ids.iter().skip(at).cloned().chain([AT.to_owned()]).collect();
            item(looking, found, focus)
        });
        let none = found.is_empty().then(|| looking.body("look.leaks.none"));
        part.with(none)
            .with(looking.body("look.leaks.meaning"))
            .with(looking.body("look.leaks.guessed"))
            .with(el("ul").class("govuk-list ta-look__list").attr("role", "list").all(items))
    };
    there.then(part)
}

fn item(looking: Looking, found: &Found, focus: Vec<String>) -> El {
    let title = looking.h(2).class("govuk-heading-s").with(el("bdi").text(looking.called(&found.place)));
    let said = el("p").class("govuk-body ta-written ta-look__said-there").with(marked(found));
    let told = each_once(&found.leaks).into_iter().map(|same| told(looking, found, &same));
    let class = if found.stops() { "ta-look__item ta-look__item--stops" } else { "ta-look__item" };
    let item = el("li").class(class).attr("tabindex", "-1").attr("data-heading", found.id());
    let item = item.with(title).with(said).with(el("ul").class("govuk-list").all(told));
    match &found.confirmed {
        Some(confirmed) => item.with(taken_back(looking, found, confirmed, focus)),
        None if looking.is_read_only() => item,
        None => item.with(ways(looking, found, &focus)),
    }
}

/// The sentence, with the words that give something away marked in it.
fn marked(found: &Found) -> El {
    let mut rest = found.said.as_str();
    let mut text = el("bdi");
    while let Some((at, words)) = first_of(rest, &found.leaks) {
        text = text.text(rest.get(..at).unwrap_or_default().to_owned());
        text = text.with(el("mark").class("ta-look__mark").text(words.to_owned()));
        rest = rest.get(at + words.len()..).unwrap_or_default();
    }
    text.text(rest.to_owned())
}

/// The found words that stand first in a text, the longest of them.
fn first_of<'a>(text: &str, leaks: &'a [Leak]) -> Option<(usize, &'a str)> {
    let words = leaks.iter().map(|leak| leak.words.as_str()).filter(|words| !words.is_empty());
    let there = words.filter_map(|words| Some((text.find(words)?, words)));
    there.min_by_key(|(at, words)| (*at, usize::MAX - words.len()))
}

/// What is found by the same words and gives away the same kind of thing, together: two people may live at one
/// address.
fn each_once(leaks: &[Leak]) -> Vec<Vec<&Leak>> {
    let mut groups: Vec<Vec<&Leak>> = Vec::new();
    for leak in leaks {
        let same = |group: &&mut Vec<&Leak>| {
            group.first().is_some_and(|first| first.words == leak.words && first.gives == leak.gives)
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(leak),
            None => groups.push(vec![leak]),
        }
    }
    groups
}

/// What the words give away, and where that stands in the plan.
fn told(looking: Looking, found: &Found, same: &[&Leak]) -> El {
    let words = looking.words;
    let Some(leak) = same.first() else { return el("li") };
    let what = words.label(leak.words_key());
    let said = if leak.gives == Gives::Encounter { &found.said } else { &leak.words };
    let found = words.fill("look.leak.found", &[("words", said), ("what", what)]);
    let places: Vec<String> = same.iter().map(|leak| looking.called(&leak.secret)).collect();
    let at = words.fill("look.leak.secret", &[("where", &places.join("; "))]);
    let at = el("span").class("ta-look__secret").with(el("bdi").text(at));
    el("li").with(el("strong").with(el("bdi").text(found))).text(" ").with(at)
}

/// What somebody confirmed, and the way to take it back.
fn taken_back(looking: Looking, found: &Found, confirmed: &Confirmed, focus: Vec<String>) -> Node {
    let facts = [("name", confirmed.by.as_str()), ("reason", confirmed.reason.as_str())];
    let told = looking.words.fill("look.leak.confirmed", &facts);
    let (what, id) = (looking.called(&found.place), confirmed.id.clone());
    let name = what.clone();
    let back = act(looking, "look.leak.unconfirm", &name, move || looking.undo(&id, &what, focus.clone()));
    let told = el("p").class("govuk-body").with(el("bdi").text(told));
    Node::All(vec![told.into(), (!looking.is_read_only()).then_some(back).into()])
}

/// The ways out: left out, in other words, or confirmed with a reason.
fn ways(looking: Looking, found: &Found, focus: &[String]) -> Node {
    let what = looking.called(&found.place);
    let leave = leaving_out(looking, &found.place, focus.to_vec());
    let own = found.id();
    // A day is a day in whatever words.
    let [reword, words] = match found.place.key {
        Some(_) => rewording(looking, &own, &found.place, &found.said, focus.to_vec()),
        None => [Node::Nothing, Node::Nothing],
    };
    let at = format!("{own}/confirm");
    let confirm = found.may_be_confirmed().then(|| opener(looking, &at, "look.confirm", &what));
    let open = confirm.is_some() && looking.is_open(&at, false);
    let reason = open.then(|| confirming(looking, &at, &found.place, focus.to_vec()));
    let acts = el("div").class("ta-look__acts").with(leave).with(reword).with(confirm);
    Node::All(vec![acts.into(), words, reason.into()])
}

/// Leaving a place out of the copy.
pub fn leaving_out(looking: Looking, place: &Place, focus: Vec<String>) -> El {
    let at = place.clone();
    let leave = move || {
        looking.decide(&at, Decision::LeaveOut, "look.done.left_out", "", focus.clone());
    };
    act(looking, "look.leave_out", &looking.called(place), leave)
}

fn confirming(looking: Looking, at: &str, place: &Place, focus: Vec<String>) -> El {
    let reason = TextBox { at, name: "reason", label: "look.confirm.reason", first: String::new(), rows: 2 };
    let reason = text_box(looking, reason);
    let (own, place) = (at.to_owned(), place.clone());
    let save = move |_| {
        let reason = looking.typed(&format!("{own}/reason")).unwrap_or_default();
        looking.decide(&place, Decision::Confirm { reason }, "look.done.confirmed", &own, focus.clone());
    };
    let label = looking.words.label("look.confirm.save").to_owned();
    let save = button("govuk-button govuk-button--secondary", label).on("click", save);
    el("div").class("ta-look__box").with(reason).with(save)
}
