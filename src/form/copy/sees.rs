//! What the reader will see: the same tree that their own page is drawn from, as far as it can stand in a form.

use super::{Looking, heading};
use crate::form::markup::{El, Node, el};
use crate::reading::family::FamilyCopy;
use crate::reading::page::{self, Phrases, tree};
use crate::words::{Language, Words};

/// A host's own sentences.
pub type Table<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The tree of a copy's page, with the sentences of its own language: those of a host's own table, where it has them.
pub fn own_page<T>(
    copy: &FamilyCopy,
    table: Option<Table<'_>>,
    make: impl FnOnce(&FamilyCopy, &Phrases<'_>) -> T,
) -> T {
    let words = Words::of(Language::from_tag(&copy.language));
    let own = |key: &str| table.and_then(|table| table(key));
    let say = |key: &str| own(key).or_else(|| words.say(key).map(str::to_owned));
    // Without a table the page's sentences are in English or Welsh, whatever language the copy is in.
    let spoken = table.map(|_| copy.language.as_str()).filter(|language| !language.is_empty());
    make(copy, &Phrases { say: &say, language: spoken.unwrap_or(words.language().tag()) })
}

/// The part.
pub fn sees(looking: Looking) -> El {
    let copy = looking.read(|inner| inner.shown.prepared.copy.clone());
    let title = match copy.reader.is_empty() {
        true => looking.words.label("look.sees.nobody").to_owned(),
        false => looking.words.fill("look.sees", &[("reader", &copy.reader)]),
    };
    let part = looking.part("look/sees", title);
    if copy.parts.is_empty() {
        return part.with(looking.body("look.sees.nothing"));
    }
    let level = looking.read(|inner| inner.begin.level) + 2;
    part.with(el("div").class("ta-look__page").with(drawn(&own_page(&copy, None, tree), level)))
}

/// The tree as pieces of this page: its headings stand below those of the form, and a page has one `main`.
fn drawn(tree: &page::Node, level: u8) -> Node {
    let (name, attributes, children) = match tree {
        page::Node::Text(text) => return Node::Text(text.clone().into()),
        page::Node::Element { name, attributes, children } => (*name, attributes, children),
    };
    let made = match name {
        "main" => el("div"),
        "h1" => heading(level),
        "h2" => heading(level + 1).attr("data-level", "2"),
        name => el(name),
    };
    let made = attributes.iter().fold(made, |made, (key, value)| made.attr(key, value.clone()));
    made.all(children.iter().map(|child| drawn(child, level))).into()
}
