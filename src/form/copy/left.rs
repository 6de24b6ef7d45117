//! What is left out, and why: counted by reason, those first about which somebody decides.

use super::Looking;
use super::boxes::{act, fold};
use crate::form::markup::{El, Node, el};
use crate::reading::family::{LeftOut, Why, decided};
use crate::record::Place;
use crate::record::sharing::CopyDecision;

/// The reasons in the order in which they are read. What was never for the family stands last.
const ORDER: [Why; 11] = [
    Why::NotDecided,
    Why::AtRisk,
    Why::KeptPrivate,
    Why::Decided,
    Why::Apart,
    Why::OtherChild,
    Why::Short,
    Why::Unread,
    Why::NoPlace,
    Why::Professionals,
    Why::Restricted,
];

/// A group that is no longer than this stands open.
const SHORT: usize = 5;

/// The part.
pub fn left(looking: Looking) -> El {
    let part = looking.part("look/left", looking.words.label("look.left").to_owned());
    let left = looking.read(|inner| inner.shown.prepared.left_out.clone());
    let groups = ORDER.iter().filter_map(|why| {
        let own: Vec<&LeftOut> = left.iter().filter(|left| left.why == *why).collect();
        (!own.is_empty()).then(|| group(looking, *why, &own))
    });
    let none = left.is_empty().then(|| looking.body("look.left.nothing"));
    part.with(none).all(groups)
}

fn group(looking: Looking, why: Why, own: &[&LeftOut]) -> El {
    let words = looking.words;
    let count = words.count("place", u32::try_from(own.len()).unwrap_or(u32::MAX));
    let facts = [("why", words.label(why.words_key())), ("count", count.as_str())];
    let title = words.fill("look.left.group", &facts);
    let items = own.iter().map(|left| item(looking, left));
    let list = el("ul").class("govuk-list govuk-list--bullet").all(items);
    let at_first = own.len() <= SHORT && !matches!(why, Why::Professionals | Why::Restricted);
    let id = format!("look/left/{}", why.words_key());
    fold(looking, id, title, at_first, list.into())
}

fn item(looking: Looking, left: &LeftOut) -> El {
    let what = looking.called(&left.place);
    let choice = looking.read(|inner| {
        let choice = decided(&inner.record, &inner.begin.copy, &left.place, CopyDecision::LeaveOut);
        choice.filter(|_| left.why == Why::Decided).map(|choice| choice.id.clone())
    });
    let back = choice.filter(|_| !looking.is_read_only()).map(|id| {
        let name = what.clone();
        // Where it stands again: among what gives somebody away, or what goes.
        let row = Place { key: None, ..left.place.clone() };
        let focus = [format!("look/leaks/{}", left.place), format!("look/leaks/{row}")];
        let focus = focus.into_iter().chain([format!("look/goes/{}", left.place), "look/left".to_owned()]);
        let focus: Vec<String> = focus.collect();
        act(looking, "look.put_back", &what, move || looking.undo(&id, &name, focus.clone()))
    });
    let text: Node = el("bdi").text(what.clone()).into();
    el("li").with(text).text(" ").with(back)
}
