//! Initials that stand in a copy, with what they mean: nobody in a family has to ask.

use super::Phrases;
use crate::reading::family::FamilyCopy;

/// Initials that professionals write without thinking.
pub(in crate::reading) const INITIALS: [&str; 19] = [
    "CAMHS", "CIN", "CP", "CPP", "DA", "DV", "EHCP", "FGC", "GP", "ICPC", "IDVA", "IRO", "LAC", "MARAC",
    "MASH", "SEN", "SENCO", "TAC", "TAF",
];

/// Those that stand in the copy, in the order of the alphabet, each with what it means.
pub(super) fn explained(copy: &FamilyCopy, phrases: &Phrases<'_>) -> Vec<(&'static str, String)> {
    let there = |initials: &&&str| copy.sentences().any(|said| has_word(&said.words, initials));
    let found = INITIALS.iter().filter(there);
    found
        .filter_map(|initials| Some((*initials, (phrases.say)(&format!("family.means.{initials}"))?)))
        .collect()
}

/// Whether these initials stand in a text as a word of their own: "CIN", "GP’s", "GPs".
fn has_word(text: &str, initials: &str) -> bool {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let mut words = words.map(|word| word.strip_suffix('s').unwrap_or(word));
    words.any(|word| word == initials)
}
