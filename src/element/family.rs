//! What `family.js` asks: a copy as a tree of elements, or why it is not shown. Nothing else is in this module.

use crate::reading::family::{NotACopy, readable};
use crate::reading::page::{Phrases, tree};
use crate::record::civil_date;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;

const ENGLISH: [&str; 2] = [include_str!("../words/en/family.txt"), include_str!("../words/en/calendar.txt")];
const WELSH: [&str; 2] = [include_str!("../words/cy/family.txt"), include_str!("../words/cy/calendar.txt")];

/// What the element itself says, by the last part of the key.
const SAID: [&str; 15] = [
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
    "title",
];

/// A copy as JSON text: `{tree, said, language, direction}`, or `{refused, said, …}` with a sentence.
///
/// `today` is a civil day; `language` a tag, or blank for the copy's own; `words` is a host's own table of
/// sentences as JSON, or blank.
#[wasm_bindgen]
pub fn family_page(copy: &str, today: &str, language: &str, words: &str) -> String {
    let table: BTreeMap<String, String> = serde_json::from_str(words).unwrap_or_default();
    let read = civil_date(today).ok_or(NotACopy::Damaged).and_then(|today| readable(copy, today));
    let own = read.as_ref().map(|copy| copy.language.clone()).unwrap_or_default();
    let language = [language, own.as_str(), "en"].into_iter().find(|tag| !tag.is_empty()).unwrap_or_default();
    let welsh = language.split('-').next() == Some("cy");
    let files = if welsh { &WELSH } else { &ENGLISH };
    let say = |key: &str| table.get(key).cloned().or_else(|| sentence(files, key).map(str::to_owned));
    let spoken = if table.is_empty() && !welsh { "en" } else { language };
    let phrases = Phrases { say: &say, language: spoken };
    let said: Map<String, Value> =
        SAID.iter().map(|key| ((*key).to_owned(), phrases.say(&format!("family.{key}")).into())).collect();
    let (what, shown) = match read {
        Ok(copy) => ("tree", tree(&copy, &phrases).to_json()),
        Err(why) => ("refused", phrases.say(why.words_key()).into()),
    };
    json!({ what: shown, "said": said, "language": spoken, "direction": phrases.direction() }).to_string()
}

/// The sentence under a key in one of these files.
fn sentence(files: &[&'static str], key: &str) -> Option<&'static str> {
    let lines = files.iter().flat_map(|file| file.lines());
    let mut entries = lines.filter_map(|line| line.split_once(" = "));
    entries.find(|(of, _)| *of == key).map(|(_, sentence)| sentence)
}
