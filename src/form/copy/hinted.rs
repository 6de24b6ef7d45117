//! What may be hard to read, as sentences: concrete words and counts, and no score.

use super::Looking;
use crate::form::markup::{El, el};
use crate::reading::plain::{Hint, LONGEST, hints};

/// The hints about a text, as a list; nothing where there are none.
pub fn hinted(looking: Looking, text: &str) -> Option<El> {
    let hints = hints(text);
    let items = hints.iter().map(|hint| el("li").with(el("bdi").text(said(looking, hint))));
    (!hints.is_empty()).then(|| el("ul").class("govuk-list ta-look__hints").all(items))
}

fn said(looking: Looking, hint: &Hint) -> String {
    let words = looking.words;
    let count = |number: usize| words.count("word", u32::try_from(number).unwrap_or(u32::MAX));
    match hint {
        Hint::Long { words: number, begins } => {
            let facts = [("count", count(*number)), ("begins", begins.clone()), ("most", count(LONGEST))];
            words.fill("look.hint.long", &facts.each_ref().map(|(name, value)| (*name, value.as_str())))
        }
        Hint::Phrase { found, key } => {
            let plain = words.label(&format!("plain.{key}")).to_owned();
            words.fill("look.hint.phrase", &[("found", found), ("plain", &plain)])
        }
        Hint::Initials { found } => words.fill("look.hint.initials", &[("found", found)]),
    }
}
