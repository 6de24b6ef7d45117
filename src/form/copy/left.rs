//! What is left out, and why: counted by reason, those first about which somebody decides.

use super::Looking;
use super::boxes::{act, fold};
use crate::form::markup::{El, Node, el};
use crate::reading::family::{LeftOut, Why, decided};
use crate::record::sharing::CopyDecision;
use crate::record::{Place, RowId};

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

/// What is listed once: a name that stands in two lists, or answers that one decision left out.
struct Entry<'a> {
    all: Vec<&'a LeftOut>,
    /// The decision by which they are left out.
    choice: Option<RowId>,
    /// The name, where it is one.
    name: String,
}

fn entries<'a>(looking: Looking, why: Why, own: &[&'a LeftOut]) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    for left in own {
        let (choice, name) = looking.read(|inner| {
            let choice = decided(&inner.record, &inner.begin.copy, &left.place, CopyDecision::LeaveOut);
            let choice = choice.filter(|_| why == Why::Decided).map(|choice| choice.id.clone());
            let answer = inner.record.answer(&left.place).filter(|_| left.place.key == Some("name"));
            let name = answer.map(|answer| answer.written().to_lowercase());
            let plain = name.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
            (choice, plain)
        });
        let same = |entry: &&mut Entry<'_>| {
            entry.choice == choice && (choice.is_some() || !name.is_empty() && entry.name == name)
        };
        match entries.iter_mut().find(same) {
            Some(entry) => entry.all.push(left),
            None => entries.push(Entry { all: vec![left], choice, name }),
        }
    }
    entries
}

fn group(looking: Looking, why: Why, own: &[&LeftOut]) -> El {
    let words = looking.words;
    let count = words.count("place", u32::try_from(own.len()).unwrap_or(u32::MAX));
    let facts = [("why", words.label(why.words_key())), ("count", count.as_str())];
    let title = words.fill("look.left.group", &facts);
    let items = entries(looking, why, own).into_iter().map(|entry| item(looking, &entry));
    let list = el("ul").class("govuk-list govuk-list--bullet").all(items.collect::<Vec<_>>());
    let at_first = own.len() <= SHORT && !matches!(why, Why::Professionals | Why::Restricted);
    let id = format!("look/left/{}", why.words_key());
    fold(looking, id, title, at_first, list.into())
}

fn item(looking: Looking, entry: &Entry<'_>) -> El {
    let places = |places: &mut dyn Iterator<Item = &Place>| {
        places.map(|place| looking.called(place)).collect::<Vec<_>>().join("; ")
    };
    let what = places(&mut entry.all.iter().map(|left| &left.place));
    let beside = places(&mut entry.all.iter().flat_map(|left| &left.beside));
    let beside = (!beside.is_empty()).then(|| {
        let told = looking.words.fill("look.left.beside", &[("where", &beside)]);
        el("span").class("ta-look__secret").with(el("bdi").text(told))
    });
    let back = entry.choice.clone().filter(|_| !looking.is_read_only()).map(|id| {
        let (name, focus) = (what.clone(), back_to(entry));
        act(looking, "look.put_back", &what, move || looking.undo(&id, &name, focus.clone()))
    });
    let text: Node = el("bdi").text(what.clone()).into();
    el("li").with(text).text(" ").with(beside).text(" ").with(back)
}

/// Where what is put back stands again: among what gives somebody away, or what goes.
fn back_to(entry: &Entry<'_>) -> Vec<String> {
    let each = entry.all.iter().flat_map(|left| {
        let row = Place { key: None, ..left.place.clone() };
        [
            format!("look/leaks/{}", left.place),
            format!("look/leaks/{row}"),
            format!("look/goes/{}", left.place),
        ]
    });
    each.chain(["look/left".to_owned()]).collect()
}
