//! Initials that a reader is not told the meaning of. Those of the page's own list are explained at its foot.

use super::{Hint, part, words};
use crate::reading::page::explained::INITIALS;

/// What nobody has to be told.
const KNOWN: [&str; 17] = [
    "BBC", "CBBC", "GCSE", "GCSEs", "ID", "II", "III", "IT", "NHS", "OK", "PC", "PE", "S4C", "TV", "UK",
    "USA", "XL",
];

/// The most letters that initials have.
const LONGEST: usize = 6;

pub(super) fn found(text: &str) -> Vec<Hint> {
    let all: Vec<&str> = words(text).into_iter().map(|(from, to)| part(text, from, to)).collect();
    let capitals = all.iter().filter(|word| is_capitals(word)).count();
    // A text in capitals says nothing about its words.
    if capitals * 2 > all.len() && all.len() > 2 {
        return Vec::new();
    }
    let mut hints: Vec<Hint> = Vec::new();
    for word in all {
        let bare = bare(word);
        let strange = is_capitals(bare) && !INITIALS.contains(&bare) && !KNOWN.contains(&bare);
        let hint = Hint::Initials { found: bare.to_owned() };
        if strange && !hints.contains(&hint) {
            hints.push(hint);
        }
    }
    hints
}

/// Without the letter of several, or of whose it is: "PLOs", "GP’s".
fn bare(word: &str) -> &str {
    let word = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
    word.strip_suffix('s').unwrap_or(word)
}

fn is_capitals(word: &str) -> bool {
    (2..=LONGEST).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
}
