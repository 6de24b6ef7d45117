//! What `family.js` asks: a copy as a tree of elements, or why it is not shown. Nothing else is in this module.

use crate::reading::family::{NotACopy, readable};
use crate::reading::json::{Json, read};
use crate::reading::page::{Phrases, tree};
use crate::record::civil_date;
use wasm_bindgen::prelude::*;

// A telephone fetches these sentences and no others.
const ENGLISH: [&str; 2] = [include_str!("../words/en/family.txt"), include_str!("../words/en/days.txt")];
const WELSH: [&str; 2] = [include_str!("../words/cy/family.txt"), include_str!("../words/cy/days.txt")];

/// What the element itself says, by the last part of the key.
const SAID: [&str; 22] = [
    "exit",
    "exit.told",
    "hide",
    "show",
    "print",
    "print.told",
    "wrong",
    "add",
    "gone",
    "comment.label",
    "comment.send",
    "comment.sent",
    "comment.failed",
    "comment.cancel",
    "comment.sure",
    "comment.remove",
    "comment.keep",
    "comment.left",
    "comment.wrote",
    "comment.copy",
    "comment.copied",
    "comment.marked",
];

/// A copy as JSON text: `{tree, said, language, direction}`, or `{refused, said, …}` with a sentence.
///
/// `today` is a civil day; `language` a tag, or blank for the copy's own; `words` is a host's own table of
/// sentences as JSON, or blank.
#[wasm_bindgen]
pub fn family_page(copy: &str, today: &str, language: &str, words: &str) -> String {
    let table = read(words).filter(is_a_table);
    let copy = civil_date(today).ok_or(NotACopy::Damaged).and_then(|today| readable(copy, today));
    let own = copy.as_ref().map(|copy| copy.language.clone()).unwrap_or_default();
    let language = [language, own.as_str(), "en"].into_iter().find(|tag| !tag.is_empty()).unwrap_or_default();
    let welsh = language.split('-').next() == Some("cy");
    let files = if welsh { &WELSH } else { &ENGLISH };
    let say = |key: &str| {
        let own = table.as_ref().and_then(|table| table.get(key)?.as_text());
        own.or_else(|| sentence(files, key)).map(str::to_owned)
    };
    let spoken = if table.is_none() && !welsh { "en" } else { language };
    let phrases = Phrases { say: &say, language: spoken };
    let said = SAID.iter().map(|key| (*key, Json::Text(phrases.say(&format!("family.{key}")))));
    let (what, shown) = match copy {
        Ok(copy) => ("tree", tree(&copy, &phrases).to_json()),
        Err(why) => ("refused", Json::Text(phrases.say(why.words_key()))),
    };
    let (language, direction) = (Json::text(spoken), Json::text(phrases.direction()));
    Json::object([
        (what, shown),
        ("said", Json::object(said)),
        ("language", language),
        ("direction", direction),
    ])
    .write()
}

/// Whether a host's own table holds sentences and nothing else.
fn is_a_table(words: &Json) -> bool {
    matches!(words, Json::Object(members) if !members.is_empty() && members.iter().all(|(_, said)| said.as_text().is_some()))
}

/// The sentence under a key in one of these files.
fn sentence(files: &[&'static str], key: &str) -> Option<&'static str> {
    let mut lines = files.iter().flat_map(|file| file.lines());
    lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "))
}
