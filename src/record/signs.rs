//! Signs that nobody sees and that turn round how letters beside them are read: reliability.md T18.
//!
//! With them a sentence says one thing to whoever approves it and another to a search: "teertS lliM 81" after one of
//! them is read as "18 Mill Street". A language that runs from the right needs none of them, since each answer has a
//! direction of its own on the page.

/// A text without the signs that turn its letters round. Marks beside letters that run from the right stay: there they
/// say on which side of a word its full stop stands.
pub fn straight(text: &str) -> String {
    let from_the_right = text.chars().any(runs_from_the_right);
    text.chars().filter(|letter| !turns(*letter) && (from_the_right || !is_mark(*letter))).collect()
}

/// A text as it stands within a sentence, which it cannot turn round: signs that change the direction of what follows
/// are left out of it, and one that may run the other way than the sentence is set apart.
pub fn apart(text: &str, sentence_from_the_right: bool) -> String {
    let plain = straight(text);
    let other_way = sentence_from_the_right || plain.chars().any(|letter| letter >= '\u{590}');
    if other_way { format!("\u{2068}{plain}\u{2069}") } else { plain }
}

/// Embeddings, overrides and isolates, and what ends them.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Marks that count as a letter of one direction: among letters that run from the left they only turn numbers round.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}')
}

fn runs_from_the_right(letter: char) -> bool {
    let common = matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    (common || matches!(letter, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')) && !is_mark(letter)
}
