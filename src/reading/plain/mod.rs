//! What a reader may stumble over in a sentence: for whoever writes it, and only as a hint. Nothing is counted
//! together: no formula tells how hard a text is that is made of names and days.  domain.md 5.1
//!
//! Never here: anything that stops a copy, or a sentence for people.

mod initials;
mod phrases;
mod sentences;

pub use phrases::entries;

/// How many words a sentence has at most, as GOV.UK writes: longer ones are to be looked at again.
pub const LONGEST: usize = 25;

/// One thing that a reader may stumble over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// A sentence of more than [`LONGEST`] words.
    Long {
        /// How many it has.
        words: usize,
        /// How it begins.
        begins: String,
    },
    /// A word or phrase of professionals.
    Phrase {
        /// As it stands there.
        found: String,
        /// Where plainer words stand in `words/`, after `plain.`.
        key: &'static str,
    },
    /// Initials that the page does not explain.
    Initials {
        /// As they stand there.
        found: String,
    },
}

/// What a reader may stumble over in a text, each thing once.
pub fn hints(text: &str) -> Vec<Hint> {
    let mut found = sentences::long(text);
    found.extend(phrases::found(text));
    found.extend(initials::found(text));
    found
}

/// The words of a text, each with where it begins and ends.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words = Vec::new();
    let mut from = None;
    for (at, letter) in text.char_indices() {
        let within = letter.is_alphanumeric() || letter == '’' || letter == '\'';
        match (within, from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                words.push((start, at));
                from = None;
            }
            _ => {}
        }
    }
    words.extend(from.map(|start| (start, text.len())));
    words
}

/// The text of a word, or of several.
fn part(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}
